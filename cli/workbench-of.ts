import { fileURLToPath } from 'node:url';
import type { Extension, Simulator } from '../mock-server/index.js';
import { workbench } from '../workbench/index.js';
import { packageRoot } from './package-root.js';

/** The workbench of a simulator, with the packages that come with jama-sim. */
export function workbenchOf(simulator: () => Simulator): Extension {
  return workbench({ simulator, packages: fileURLToPath(new URL('fixtures/packages/', packageRoot)) });
}
