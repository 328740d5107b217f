/** Letters with their marks, numbers, and signs such as emoji; what lies between (blanks, punctuation, quotes) is structure. */
const RUN = /[\p{L}\p{M}]+|\p{N}+|[^\p{L}\p{M}\p{N}\p{P}\p{Z}\p{Cc}\p{ASCII}]+/gu;

/** Lower case, character by character, so that places in the text stay what they are. */
export function fold(text: string): string {
  return Array.from(text, (one) => {
    const lower = one.toLowerCase();
    return lower.length === one.length ? lower : one;
  }).join('');
}

/** The parts of a text that say something. */
export const runsOf = (text: string): readonly string[] => text.normalize('NFC').match(RUN) ?? [];

/** The text with each of these parts replaced. */
export const mapRuns = (text: string, replace: (run: string) => string): string =>
  text.normalize('NFC').replaceAll(RUN, replace);

/** Gives a text in lower case the capitals of another one, place by place. */
export function withCaseOf(pattern: string, text: string): string {
  const capitals = Array.from(pattern, (one) => one !== fold(one));
  return Array.from(text, (one, at) => {
    const upper = one.toUpperCase();
    return capitals[at] === true && upper.length === one.length ? upper : one;
  }).join('');
}
