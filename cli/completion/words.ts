import type { Command, Option } from 'commander';

/** What one command takes on the command line. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly FlagWords[];
  /** What its arguments may be: one of these words, or files when there are none. */
  readonly choices: readonly string[];
}

/** One flag, in both of its forms. */
export interface FlagWords {
  readonly forms: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** The words of every command of a program, in the order of its help. */
export function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    flags: command.createHelp().visibleOptions(command).map(flagOf),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }));
}

function flagOf({ short, long, description, argChoices, required, optional }: Option): FlagWords {
  return {
    forms: [short, long].filter((form) => form !== undefined),
    description,
    takesValue: required || optional,
    choices: argChoices ?? [],
  };
}
