import type { CommandWords, FlagWords } from './words.js';

/** A script that bash sources: commands, then the flags of the command, the words a flag takes, or files. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  return `# jama-sim completion bash: put  source <(jama-sim completion bash)  into ~/.bashrc
_jama_sim() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help --help --version' -- "$current"))
    return
  fi
  case "$command $previous" in
${commands.flatMap(valuesOf).join('\n')}
  esac
  case "$command" in
${commands.map(wordsCase).join('\n')}
    help) COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$current")) ;;
  esac
}
complete -o default -o bashdefault -F _jama_sim jama-sim
`;
}

/** Where a flag takes a value: its words, or files, for which an empty answer makes bash look. */
function valuesOf({ name, flags }: CommandWords): string[] {
  return flags
    .filter(({ takesValue }) => takesValue)
    .map((flag) => `    ${patterns(name, flag)}) ${offer(flag.choices)}return ;;`);
}

const patterns = (command: string, { forms }: FlagWords): string =>
  forms.map((form) => `'${command} ${form}'`).join('|');

const offer = (choices: readonly string[]): string =>
  choices.length === 0 ? '' : `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current")); `;

function wordsCase({ name, flags, choices }: CommandWords): string {
  const forms = flags.flatMap((flag) => flag.forms).join(' ');
  const words = choices.length === 0 ? '' : ` else ${offer(choices)}`.trimEnd();
  return `    ${name}) if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W '${forms}' -- "$current"));${words} fi ;;`;
}
