import { existsSync } from 'node:fs';

/** The repository's folder, as a URL that ends in a slash: measurements run compiled, in a folder below bench. */
export const root: URL = upwards(new URL('./', import.meta.url));

function upwards(folder: URL): URL {
  return existsSync(new URL('package-lock.json', folder)) ? folder : upwards(new URL('../', folder));
}
