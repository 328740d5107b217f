import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionPackage, readPackage } from '../../connector/index.js';

/** Writes connector JSONs to a new folder, texts as they are, and gives its path. */
export async function temporaryFolder(documents: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-'));
  for (const [name, value] of Object.entries(documents)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    await writeFile(join(folder, `${name}.json`), text);
  }
  return folder;
}

/** A package of these connector JSONs, read from a new folder. */
export async function temporaryPackage(
  documents: Readonly<Record<string, unknown>>,
): Promise<ConnectionPackage> {
  return readPackage(await temporaryFolder(documents));
}
