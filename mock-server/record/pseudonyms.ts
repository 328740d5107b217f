import { createHmac } from 'node:crypto';
import { isReplaceable, likeness } from './alphabets.js';
import { fold, mapRuns, runsOf, withCaseOf } from './runs.js';
import type { Vocabulary } from './vocabulary.js';

/** What takes the place of what must not be known. The same value always gets the same replacement. */
export interface Pseudonyms {
  /** Numbers keep their order. */
  id(id: number): number;
  /** A name, mail address, phone number or any other text of a record: its words change, its structure stays. */
  text(text: string): string;
  /** The replacement of a number in a text, with as many digits unless it is an id. */
  digits(run: string): string;
  email(address: string): string;
  domain(domain: string): string;
}

/** A mail address in a text. */
export const EMAIL = /[^\s@<>()",;:]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu;

/** Tries before a replacement gets one character more: what is short has few likenesses. */
const TRIES = 8;
/** Tries before a part that came up by chance is put up with: what is all marks but one letter has hardly a likeness without it. */
const PATIENCE = 100;
/** Parts of originals shorter than this may come up in a replacement by chance. */
const TELLING = 4;

/**
 * Makes replacements that follow from a seed and the value alone: whoever has the seed can test a guess, so it is a secret.
 * No replacement is a word that the recording has seen.
 */
export function createPseudonyms(vocabulary: Vocabulary, seed: string): Pseudonyms {
  const ids = idsFor(vocabulary.numbers, draws(seed, 'first id', 2));
  const originals = new Set(
    [...vocabulary.texts].flatMap((text) => runsOf(text).map(fold).filter(isReplaceable)),
  );
  const telling = new Set([...originals].filter((one) => one.length >= TELLING));
  const given = new Map<string, string>();
  const taken = new Set([...ids.values()].map(String));

  function replacement(run: string, kind = ''): string {
    const key = fold(run);
    const before = given.get(kind + key);
    if (before !== undefined) return before;
    let candidate = key;
    for (let attempt = 0; isReplaceable(key); attempt += 1) {
      const model = Array.from(key);
      const last = model.findLast(isReplaceable) ?? 'a';
      for (let more = TRIES; more <= attempt; more += TRIES) model.push(last);
      const drawn = draws(seed, `${kind}${key} ${attempt}`, model.length);
      candidate = model.map((one, at) => likeness(one, drawn[at] ?? 0)).join('');
      if (
        !originals.has(candidate) &&
        !taken.has(candidate) &&
        !vocabulary.isKept(candidate) &&
        (attempt >= PATIENCE || !tells(candidate))
      )
        break;
    }
    taken.add(candidate);
    given.set(kind + key, candidate);
    return candidate;
  }

  function tells(candidate: string): boolean {
    for (let from = 0; from + TELLING <= candidate.length; from += 1)
      for (let to = from + TELLING; to <= candidate.length; to += 1)
        if (telling.has(candidate.slice(from, to))) return true;
    return false;
  }

  const id = (number: number): number => ids.get(number) ?? number;
  const digits = (run: string): string => String(ids.get(Number(run)) ?? replacement(run));
  const words = (text: string): string =>
    mapRuns(text, (run) => (/^\p{N}/u.test(run) ? digits(run) : withCaseOf(run, replacement(run))));
  // A mail address must not lead anywhere, and the length of a domain tells whose it is.
  const domain = (name: string): string => `${replacement(DOMAIN, `${fold(name)}@`)}.example`;
  const email = (address: string): string => {
    const at = address.lastIndexOf('@');
    return `${words(address.slice(0, at))}@${domain(address.slice(at + 1))}`;
  };
  const text = (value: string): string => {
    const normal = value.normalize('NFC');
    let done = '';
    let from = 0;
    for (const { 0: address, index } of normal.matchAll(EMAIL)) {
      done += words(normal.slice(from, index)) + email(address);
      from = index + address.length;
    }
    return done + words(normal.slice(from));
  };
  return { id, text, digits, email, domain };
}

/** A word to draw a domain's likeness from. */
const DOMAIN = 'domain';

/** New ids in the order of the old ones, none of which is one of them. */
function idsFor(
  numbers: ReadonlySet<number>,
  [first = 0, step = 0]: readonly number[],
): ReadonlyMap<number, number> {
  const ids = new Map<number, number>();
  let next = 1000 + first * 16;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    do next += 1 + ((next + step) % 5);
    while (numbers.has(next));
    ids.set(number, next);
  }
  return ids;
}

/** `count` numbers from 0 to 255 that follow from a seed and a text. */
function draws(seed: string, text: string, count: number): readonly number[] {
  const bytes: number[] = [];
  for (let block = 0; bytes.length < count; block += 1)
    bytes.push(...createHmac('sha256', seed).update(`${block} ${text}`).digest());
  return bytes;
}
