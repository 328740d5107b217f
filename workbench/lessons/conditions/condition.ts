import type { Scene } from '../scene.js';

/** What a condition saw. */
export interface Sighting {
  readonly holds: boolean;
  /** What is wanted, in a few words: `120 accounts`. */
  readonly wanted: string;
  /** What is there, in the same form: `0 accounts`. */
  readonly seen: string;
}

/** One kind of check on the real state; `Wanted` is what its schema lets pass. */
export interface Condition<Wanted> {
  /** What it looks at, for those who write lessons. */
  readonly about: string;
  readonly example: Wanted;
  readonly schema: { readonly properties: object; readonly required: readonly string[] };
  look(scene: Scene, wanted: Wanted): Sighting;
}

/** A condition among others: its schema has judged what it is given. */
export const condition = <Wanted>(one: Condition<Wanted>): Condition<unknown> => one;

/** So many, or at least so many. */
export type Count = number | { readonly atLeast: number };

export const text = { type: 'string', minLength: 1, maxLength: 200 } as const;
export const yesNo = { type: 'boolean' } as const;
export const count = {
  description: 'a number, or {atLeast: number}',
  anyOf: [
    { type: 'integer', minimum: 0 },
    {
      type: 'object',
      properties: { atLeast: { type: 'integer', minimum: 0 } },
      required: ['atLeast'],
      additionalProperties: false,
    },
  ],
} as const;

/** An object of these properties and no other. */
export const closed = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, minProperties: 1, additionalProperties: false }) as const;

export const isSo = (wanted: Count, found: number): boolean =>
  typeof wanted === 'number' ? found === wanted : found >= wanted.atLeast;

/** `1 account`, `at least 3 accounts`. */
export function inWords(wanted: Count, one: string, many = `${one}s`): string {
  if (typeof wanted !== 'number') return `at least ${inWords(wanted.atLeast, one, many)}`;
  return `${wanted} ${wanted === 1 ? one : many}`;
}

/** A sighting of how many there are. */
export const counted = (wanted: Count, found: number, one: string, many = `${one}s`): Sighting => ({
  holds: isSo(wanted, found),
  wanted: inWords(wanted, one, many),
  seen: inWords(found, one, many),
});

/** A sighting of a text that must be a certain one. */
export const same = (what: string, wanted: string, found: string): Sighting => ({
  holds: wanted === found,
  wanted: `${what} ${wanted}`,
  seen: `${what} ${found}`,
});

/** Several sightings as one: it holds when all do, and says what those are about that do not, or all. */
export function together(sightings: readonly Sighting[]): Sighting {
  const failing = sightings.filter(({ holds }) => !holds);
  const told = failing.length === 0 ? sightings : failing;
  return {
    holds: failing.length === 0,
    wanted: told.map(({ wanted }) => wanted).join(', '),
    seen: told.map(({ seen }) => seen).join(', '),
  };
}
