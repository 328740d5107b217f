import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Extension, Simulator } from '../mock-server/index.js';
import { checkLessons, workbench } from '../workbench/index.js';
import { packageRoot } from './package-root.js';

/** The flags of commands that serve the console. */
export interface ConsoleFlags {
  readonly lessons?: string;
}

const fixture = (path: string): string => fileURLToPath(new URL(`fixtures/${path}/`, packageRoot));

/** The packages that come with jama-sim. */
const PACKAGES = fixture('packages');

/** Adds `--lessons` to a command. */
export function withConsoleFlags(command: Command): Command {
  return command.option(
    '--lessons <folder>',
    'a course of your own for the console, in place of the one that comes along',
  );
}

/** The workbench of a simulator, with the packages that come with jama-sim. @param lessons the folder of another course */
export function workbenchOf(simulator: () => Simulator, lessons = fixture('lessons')): Extension {
  return workbench({ simulator, packages: PACKAGES, lessons });
}

/** As `workbenchOf`, once another course was found to be one. Rejects as `checkLessons` does. */
export async function workbenchFor(simulator: () => Simulator, lessons?: string): Promise<Extension> {
  if (lessons !== undefined) await checkLessons({ lessons, packages: PACKAGES });
  return workbenchOf(simulator, lessons);
}
