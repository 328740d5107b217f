import { readFileSync } from 'node:fs';
import { packageRoot } from './package-root.js';

/** What package.json says of this program. */
export function readManifest(): { readonly version: string; readonly description: string } {
  return JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8'));
}
