import { fold } from './runs.js';

/** A place in a text where something is that is looked for. */
export interface Hit<T> {
  readonly from: number;
  readonly to: number;
  readonly what: T;
}

/** Looks for many texts at once; the longest that begins at a place is found. Case does not matter. */
export interface Needles<T> {
  at(folded: string, from: number): Hit<T> | undefined;
  has(text: string): boolean;
}

/** Scripts that part words by blanks: in others a name has no borders to be found by. */
const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]/u;
const DIGIT = /\p{N}/u;

export function createNeedles<T>(entries: Iterable<readonly [text: string, what: T]>): Needles<T> {
  const all = new Map([...entries].map(([text, what]) => [fold(text), what]));
  const lengths = [...new Set([...all.keys()].map((text) => text.length))].sort((a, b) => b - a);
  return {
    has: (text) => all.has(fold(text)),
    at(folded, from) {
      for (const length of lengths) {
        const to = from + length;
        const what = to > folded.length ? undefined : all.get(folded.slice(from, to));
        if (what !== undefined && isBorder(folded, from) && isBorder(folded, to)) return { from, to, what };
      }
      return undefined;
    },
  };
}

/** Whether a word or a number does not go on across this place. */
export function isBorder(text: string, at: number): boolean {
  const [before = '', after = ''] = [text.charAt(at - 1), text.charAt(at)];
  return ![LETTER, DIGIT].some((kind) => kind.test(before) && kind.test(after));
}
