import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';

const shared = process.env.JAMA_SIM_SHARED;

/** The path of reference material that is not part of this repository, or undefined when JAMA_SIM_SHARED does not name it. */
export function sharedFile(path: string): string | undefined {
  const file = shared === undefined ? undefined : join(shared, path);
  return file !== undefined && existsSync(file) ? file : undefined;
}

/** A test on reference material; without the material it says that it was skipped. */
export function testWithShared(title: string, path: string, body: (file: string) => Promise<void>): void {
  const file = sharedFile(path);
  if (file !== undefined) {
    test(title, () => body(file));
    return;
  }
  test(`${title} (skipped: JAMA_SIM_SHARED does not lead to ${path})`, () => {
    process.stderr.write(`skipped: ${title}; JAMA_SIM_SHARED does not lead to ${path}\n`);
  });
}
