import { existsSync } from 'node:fs';

/** The folder with package.json, as a URL that ends in a slash: the same from the sources and from the build. */
export const packageRoot: URL = findUpwards(new URL('.', import.meta.url));

function findUpwards(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const parent = new URL('..', folder);
  if (parent.href === folder.href)
    throw new Error('jama-sim is not where its package.json is: install it again.');
  return findUpwards(parent);
}
