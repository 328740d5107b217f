import { Argument, Command } from 'commander';
import { bashCompletion } from '../completion/bash.js';
import { fishCompletion } from '../completion/fish.js';
import { wordsOf } from '../completion/words.js';
import { zshCompletion } from '../completion/zsh.js';

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** `jama-sim completion SHELL`: prints the script with which a shell completes commands, flags and their choices. */
export function completionCommand(everyCommand: () => Promise<Command>): Command {
  return new Command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(shells)))
    .addHelpText(
      'after',
      '\nIn bash and zsh: source <(jama-sim completion bash)\nIn fish: jama-sim completion fish | source',
    )
    .action(async (shell: keyof typeof shells) => {
      process.stdout.write(shells[shell](wordsOf(await everyCommand())));
    });
}
