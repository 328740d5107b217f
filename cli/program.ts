import { Command } from 'commander';
import { readManifest } from './manifest.js';

/** Every command, loaded only when it is wanted: `start` must not wait for what `check` needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.js')).startCommand(),
  class: async () => (await import('./commands/class.js')).classCommand(),
  init: async () => (await import('./commands/init.js')).initCommand(),
  exec: async () => (await import('./commands/exec.js')).execCommand(),
  check: async () => (await import('./commands/check.js')).checkCommand(),
  lint: async () => (await import('./commands/lint.js')).lintCommand(),
  eval: async () => (await import('./commands/eval.js')).evalCommand(),
  run: async () => (await import('./commands/run.js')).runCommand(),
  'test-connection': async () => (await import('./commands/test-connection.js')).testConnectionCommand(),
  pack: async () => (await import('./commands/pack.js')).packCommand(),
  unpack: async () => (await import('./commands/unpack.js')).unpackCommand(),
  record: async () => (await import('./commands/record.js')).recordCommand(),
  evidence: async () => (await import('./commands/evidence.js')).evidenceCommand(),
  verify: async () => (await import('./commands/verify.js')).verifyCommand(),
  completion: async () =>
    (await import('./commands/completion.js')).completionCommand(() => createProgram(undefined)),
};

/**
 * The command line, with errors of usage thrown instead of ending the process.
 * @param wanted the first word of the command line; all commands are there when it names none of them
 */
export async function createProgram(wanted: string | undefined): Promise<Command> {
  const { version, description } = readManifest();
  const program = new Command('jama-sim').description(description).version(version).exitOverride();
  const one = wanted === undefined ? undefined : commands[wanted];
  for (const load of one ? [one] : Object.values(commands)) program.addCommand((await load()).exitOverride());
  return program;
}
