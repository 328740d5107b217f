import type { CommandWords, FlagWords } from './words.js';

/** A script that zsh sources, or keeps as `_jama-sim` in a folder of its fpath. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  return `#compdef jama-sim
# jama-sim completion zsh: put  source <(jama-sim completion zsh)  into ~/.zshrc, after compinit
_jama_sim() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, description }) => `      ${quoted(`${name}:${description}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_jama_sim" ]; then _jama_sim "$@"; else compdef _jama_sim jama-sim; fi
`;
}

function commandCase({ name, flags, choices }: CommandWords): string {
  const specs = flags.flatMap((flag) => flag.forms.map((form) => quoted(spec(form, flag))));
  return `    ${name}) _arguments ${[...specs, quoted(`*:argument:${values(choices)}`)].join(' ')} ;;`;
}

function spec(form: string, { description, takesValue, choices }: FlagWords): string {
  const text = description.replaceAll(/[\\[\]:]/g, (sign) => `\\${sign}`);
  return `*${form}[${text}]${takesValue ? `:value:${values(choices)}` : ''}`;
}

const values = (choices: readonly string[]): string =>
  choices.length === 0 ? '_files' : `(${choices.join(' ')})`;

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
