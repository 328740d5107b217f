import { createNeedles, isBorder } from './needles.js';
import { isProductText, isProductWord } from './product-words.js';
import { EMAIL, type Pseudonyms } from './pseudonyms.js';
import { fold } from './runs.js';
import { spellingsOf } from './spellings.js';
import type { Vocabulary } from './vocabulary.js';

/** Writes sentences of a tenant again, without what must not be known. */
export interface FreeText {
  /** @param carried texts that the request carried, and the answer may repeat */
  (text: string, carried?: ReadonlySet<string>): string;
  /** Whether a whole text is one that must not be known. */
  readonly isKnown: (text: string) => boolean;
}

/** What is put in the place of addresses and secrets; the addresses belong to nobody [RFC 2606, RFC 5737]. */
export const PLACEHOLDERS = {
  host: 'jama.example',
  ip: '192.0.2.1',
  path: '/jama',
  secret: '[secret]',
} as const;

type Replace = (found: string, at: { readonly isQuoted: boolean; readonly isLast: boolean }) => string;

const AUTHORITY = /(?<=https?:\/\/)(?:[^\s/?#"'<>@]*@)?[^\s/?#"'<>]+/gu;
const TOKEN =
  /\beyJ[\w-]+(?:\.[\w-]+)*|(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{8,}|\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{24,}\b/g;
const IP = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
const QUOTED = /(?<![\p{L}\p{N}])(["'`«“‘])([^\n"`«»“”]{1,80}?)(["'`»”’])(?![\p{L}\p{N}])/gu;
const NUMBER = /\p{N}+/gu;
/** A number of so many digits is none of a rule, but of a person or a record. */
const LONG_NUMBER = 5;

/**
 * Makes the writer. Known names, mail addresses, ids, hosts and secrets are replaced wherever they stand as words, and what stands
 * in quotes unless the product has the word. A name that is a word of the product stays where it is that word: it is replaced
 * only in quotes, and where it stands last in an answer that repeats it.
 */
export function createFreeText(
  vocabulary: Vocabulary,
  pseudonyms: Pseudonyms,
  hosts: readonly string[],
): FreeText {
  const needles = createNeedles(entriesOf(vocabulary, pseudonyms, hosts));

  const write = (text: string, carried: ReadonlySet<string> = new Set()): string => {
    const normal = text.normalize('NFC');
    const folded = fold(normal);
    const patterns = patternHits(normal, vocabulary, pseudonyms);
    let done = '';
    for (let at = 0; at < normal.length; ) {
      const hit = needles.at(folded, at);
      const pattern = patterns.get(at);
      if (pattern !== undefined && pattern.length > (hit?.to ?? at) - at) {
        done += pattern.replacement;
        at += pattern.length;
      } else if (hit !== undefined) {
        const found = normal.slice(hit.from, hit.to);
        done += hit.what(found, {
          isQuoted: isQuoted(normal, hit),
          isLast: found.length > 1 && carried.has(fold(found)) && !occursAfter(folded, fold(found), hit.to),
        });
        at = hit.to;
      } else {
        done += normal.charAt(at);
        at += 1;
      }
    }
    return done;
  };
  return Object.assign(write, { isKnown: needles.has });
}

function* entriesOf(
  { names, secrets }: Vocabulary,
  pseudonyms: Pseudonyms,
  hosts: readonly string[],
): Generator<readonly [string, Replace]> {
  for (const name of names) {
    if (!/[^\p{P}\p{Z}\p{Cc}]/u.test(name)) continue;
    for (const [written, spelling] of spellingsOf(name.normalize('NFC'))) {
      const isWritten = written === name.normalize('NFC');
      const replaced = (found: string) =>
        isWritten ? pseudonyms.text(found) : spelling(pseudonyms.text(name));
      const isWord = isProductWord(name);
      yield [
        written,
        (found, { isQuoted, isLast }) => (isWord && !isQuoted && !isLast ? found : replaced(found)),
      ];
    }
    const at = name.lastIndexOf('@');
    const domain = name.slice(at + 1);
    if (at >= 0 && domain.includes('.')) yield [domain, () => pseudonyms.domain(domain)];
  }
  for (const host of hosts)
    yield [host, () => (host.startsWith('/') ? PLACEHOLDERS.path : PLACEHOLDERS.host)];
  for (const secret of secrets)
    for (const [written] of spellingsOf(secret)) yield [written, () => PLACEHOLDERS.secret];
}

interface Pattern {
  readonly length: number;
  readonly replacement: string;
}

/** What is recognised by its form, by where it begins; what is named last wins. */
function patternHits(
  text: string,
  { ids }: Vocabulary,
  pseudonyms: Pseudonyms,
): ReadonlyMap<number, Pattern> {
  const hits = new Map<number, Pattern>();
  const add = (form: RegExp, replace: (found: string) => string): void => {
    for (const { 0: found, index } of text.matchAll(form)) {
      const replacement = replace(found);
      if (replacement !== found) hits.set(index, { length: found.length, replacement });
    }
  };
  add(NUMBER, (run) =>
    ids.has(Number(run)) || Array.from(run).length >= LONG_NUMBER ? pseudonyms.digits(run) : run,
  );
  add(EMAIL, pseudonyms.email);
  add(IP, () => PLACEHOLDERS.ip);
  add(AUTHORITY, () => PLACEHOLDERS.host);
  add(TOKEN, () => PLACEHOLDERS.secret);
  for (const { 0: whole, 1: open = '', 2: inside = '', index } of text.matchAll(QUOTED)) {
    const isPlain = !/\p{L}/u.test(inside) || isProductText(inside);
    const isSentence = inside.trim().split(/\s+/).length > 4;
    if (!isPlain && !isSentence)
      hits.set(index + open.length, {
        length: whole.length - open.length - 1,
        replacement: pseudonyms.text(inside),
      });
  }
  return hits;
}

const QUOTE = /["'`«»“”‘’[\]]/;

const isQuoted = (text: string, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  QUOTE.test(text.charAt(from - 1)) && QUOTE.test(text.charAt(to));

function occursAfter(folded: string, word: string, from: number): boolean {
  for (let at = folded.indexOf(word, from); at >= 0; at = folded.indexOf(word, at + 1))
    if (isBorder(folded, at) && isBorder(folded, at + word.length)) return true;
  return false;
}
