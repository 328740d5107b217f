import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);
const page = readFileSync('docs/library.md', 'utf8');

test('docs/library.md names only what the entries export', async () => {
  const rows = [...page.matchAll(/^\| `(jama-sim[\w/]*)` \| (.*) \|$/gm)].filter(
    ([, entry]) => !entry?.endsWith('jest'),
  );
  expect(rows).toHaveLength(3);
  for (const [, entry = '', names = ''] of rows) {
    const wanted = [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    const code = `console.log(JSON.stringify(Object.keys(await import('${entry}'))))`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code]);
    expect({ entry, missing: wanted.filter((name) => !JSON.parse(stdout).includes(name)) }).toEqual({
      entry,
      missing: [],
    });
  }
}, 30_000);
