import { fileURLToPath } from 'node:url';
import type { Extension, Simulator } from '../mock-server/index.js';
import { workbench } from '../workbench/index.js';
import { packageRoot } from './package-root.js';

const fixture = (path: string): string => fileURLToPath(new URL(`fixtures/${path}/`, packageRoot));

/** The packages that come with jama-sim. */
export const PACKAGES = fixture('packages');

/** The workbench of a simulator, with the packages that come with jama-sim. @param lessons the folder of another course */
export function workbenchOf(simulator: () => Simulator, lessons = fixture('lessons')): Extension {
  return workbench({ simulator, packages: PACKAGES, lessons });
}
