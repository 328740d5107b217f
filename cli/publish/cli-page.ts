import type { Argument, Command, Option } from 'commander';

/** `docs/cli.md`: every command with its arguments and flags, as the program itself knows them. */
export function cliPage(program: Command): ReadonlyMap<string, string> {
  const text = `# The command line

\`jama-sim COMMAND --help\` prints the same. Flags come before the environment, the environment before what is set without either.
Exit status: 0 all is well, 1 there are errors in what was judged, 2 the command line or a file cannot be used, 3 the target cannot
be reached; \`start\` ends with 130 after Ctrl-C, \`exec\` with the status of its command. An error is one sentence of what failed and
one of what to do, on the error output.

| command | what it does |
|---|---|
${program.commands.map((one) => `| [\`${one.name()}\`](#${one.name()}) | ${cell(one.description())} |`).join('\n')}

${program.commands.map(section).join('\n')}
## In the shell

\`\`\`sh
source <(npx jama-sim completion bash)
\`\`\`

completes commands, flags and their words; \`zsh\` likewise. In fish: \`npx jama-sim completion fish | source\`.
`;
  return new Map([['cli.md', text]]);
}

function section(command: Command): string {
  const args = command.registeredArguments;
  const flags = command.options.filter(({ hidden }) => !hidden);
  return [
    `## ${command.name()}`,
    '',
    `${sentence(command.description())}`,
    '',
    '```text',
    `jama-sim ${command.name()} ${command.usage()}`,
    '```',
    '',
    ...table('argument', args.map(argumentRow)),
    ...table('flag', flags.map(flagRow)),
  ].join('\n');
}

const table = (what: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : [`| ${what} | meaning |`, '|---|---|', ...rows, ''];

const argumentRow = (one: Argument): string =>
  `| \`${one.name()}${one.variadic ? '...' : ''}\` | ${cell(one.description)}${words(one.argChoices)} |`;

function flagRow({ flags, description, argChoices, defaultValue, envVar }: Option): string {
  const set = [
    typeof defaultValue === 'string' || typeof defaultValue === 'number'
      ? `Without it: \`${defaultValue}\``
      : '',
    envVar === undefined ? '' : `Environment: \`${envVar}\``,
  ];
  const meaning = `${cell(description)}${words(argChoices)}`;
  return `| \`${flags}\` | ${[meaning, ...set].filter((part) => part !== '').join('. ')} |`;
}

const words = (choices: readonly string[] | undefined): string =>
  choices === undefined ? '' : ` (one of ${choices.map((one) => `\`${one}\``).join(', ')})`;

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
