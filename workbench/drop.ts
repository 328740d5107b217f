import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GivenPackage, readGiven } from '../contracts/index.js';
import { ExtensionProblem } from '../mock-server/index.js';
import type { DropRequest } from './api.js';

/** One file name, without a path. */
const NAME = /^[^/\\:*?"<>|]{1,120}$/;

/**
 * Reads a package that somebody brings: one file (zip, transport JSON, connector JSON), or the files of a folder.
 * @throws PackageError, SettingsError when it cannot be used, ExtensionProblem `file-name-invalid`
 */
export async function readDropped({ name, files }: DropRequest): Promise<GivenPackage> {
  for (const one of [name, ...files.map((file) => file.name)]) {
    if (!NAME.test(one) || /^\.+$|\p{Cc}/u.test(one))
      throw new ExtensionProblem(400, 'file-name-invalid', `"${one}" cannot be the name of a file.`);
  }
  const above = await mkdtemp(join(tmpdir(), 'jama-sim-dropped-'));
  try {
    const [first] = files;
    const folder = files.length === 1 ? above : join(above, name);
    await mkdir(folder, { recursive: true });
    for (const file of files) await writeFile(join(folder, file.name), Buffer.from(file.content, 'base64'));
    return await readGiven(files.length === 1 ? join(folder, first?.name ?? '') : folder, {});
  } catch (error) {
    // Where the files lay for a moment is nothing that anybody can use.
    if (error instanceof Error) error.message = error.message.replaceAll(`${above}/`, '');
    throw error;
  } finally {
    await rm(above, { recursive: true, force: true });
  }
}
