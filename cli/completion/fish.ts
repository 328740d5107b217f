import type { CommandWords, FlagWords } from './words.js';

/** A script that fish sources, or keeps in `~/.config/fish/completions/jama-sim.fish`. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  return [
    '# jama-sim completion fish > ~/.config/fish/completions/jama-sim.fish',
    ...commands.map(
      ({ name, description }) =>
        `complete -c jama-sim -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ),
    ...commands.flatMap(({ name, flags, choices }) => [
      ...flags.map(
        (flag) => `complete -c jama-sim -n '__fish_seen_subcommand_from ${name}' ${flagWords(flag)}`,
      ),
      ...(choices.length === 0
        ? []
        : [`complete -c jama-sim -n '__fish_seen_subcommand_from ${name}' -f -a '${choices.join(' ')}'`]),
    ]),
    '',
  ].join('\n');
}

function flagWords({ forms, description, takesValue, choices }: FlagWords): string {
  const names = forms.map((form) => (form.startsWith('--') ? `-l ${form.slice(2)}` : `-s ${form.slice(1)}`));
  const value = choices.length === 0 ? '-r' : `-x -a '${choices.join(' ')}'`;
  return [...names, ...(takesValue ? [value] : []), `-d ${quoted(description)}`].join(' ');
}

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, (sign) => `\\${sign}`)}'`;
