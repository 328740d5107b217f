import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { checkCommand } from './commands/check.js';
import { runCommand } from './commands/run.js';
import { startCommand } from './commands/start.js';
import { verifyCommand } from './commands/verify.js';
import { packageRoot } from './package-root.js';

/** The command line: every command, and errors of usage thrown instead of ending the process. */
export function createProgram(): Command {
  const { version, description } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8'));
  const program = new Command('jama-sim').description(description).version(version).exitOverride();
  for (const command of [startCommand(), checkCommand(), runCommand(), verifyCommand()]) {
    program.addCommand(command.exitOverride());
  }
  return program;
}
