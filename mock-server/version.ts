import { existsSync, readFileSync } from 'node:fs';

let known: string | undefined;

/** The version of jama-sim, from the nearest package.json above this file: the same from the sources and from the build. */
export function version(): string {
  known ??= JSON.parse(readFileSync(packageFile(new URL('.', import.meta.url)), 'utf8')).version as string;
  return known;
}

function packageFile(folder: URL): URL {
  const file = new URL('package.json', folder);
  return existsSync(file) ? file : packageFile(new URL('..', folder));
}
