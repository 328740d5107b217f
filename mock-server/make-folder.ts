import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it, unless they are there. One after the other: Node's own recursive way never ends where a folder
 * exists in which nothing can be made, such as /proc. Rejects with the error of the first one that cannot be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  if ((await stat(path).catch(() => undefined))?.isDirectory() === true) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Somebody else may have made it meanwhile; a file of that name is refused by whoever uses the folder.
    if (error.code !== 'EEXIST') throw error;
  });
}
