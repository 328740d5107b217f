import type { FixtureRecord } from '../fixture/index.js';
import type { FreeText } from './free-text.js';
import { PRODUCT_WORDS } from './product-words.js';
import type { Pseudonyms } from './pseudonyms.js';
import { fold } from './runs.js';
import { objectOf } from './seen-call.js';
import { INSTANTS, isStructure, uidParts } from './vocabulary.js';

/** Writes JSON values of a tenant again, without what must not be known. */
export interface Redaction {
  /** Every text and number is somebody's. @param sentences keys of texts in which only what is known is replaced */
  record<T extends FixtureRecord>(record: T, sentences?: ReadonlySet<string>): T;
  /** Texts are sentences, and numbers are the tenant's own unless they are ids. */
  error(body: unknown, carried: ReadonlySet<string>): unknown;
}

type Leaf = (value: string | number, key: string) => unknown;

export function createRedaction(
  pseudonyms: Pseudonyms,
  freeText: FreeText,
  ids: ReadonlySet<number>,
): Redaction {
  const keyOf = (key: string): string => {
    if (PRODUCT_WORDS.has(fold(key))) return key;
    if (/^\d+$/.test(key)) return pseudonyms.digits(key);
    return freeText.isKnown(key) || !/^[A-Za-z_$][\w$]*$/.test(key) ? pseudonyms.text(key) : key;
  };
  const walk = (value: unknown, key: string, leaf: Leaf): unknown => {
    if (typeof value === 'string' || typeof value === 'number') return leaf(value, key);
    if (Array.isArray(value)) return value.map((one) => walk(one, key, leaf));
    if (value === null || typeof value !== 'object') return value;
    const members = Object.entries(objectOf(value));
    return Object.fromEntries(members.map(([name, inner]) => [keyOf(name), walk(inner, name, leaf)]));
  };
  return {
    record: <T extends FixtureRecord>(record: T, sentences: ReadonlySet<string> = new Set()): T => {
      const leaf: Leaf = (value, key) => {
        if (typeof value === 'number') return pseudonyms.id(value);
        if (isStructure(value, key)) return value;
        const uid = uidParts(value, key);
        if (uid !== undefined) return `${uid.kind}${pseudonyms.id(uid.number)}`;
        return sentences.has(key) ? freeText(value) : pseudonyms.text(value);
      };
      return walk(record, '', leaf) as T;
    },
    error: (body, carried) =>
      walk(body, '', (value, key) => {
        if (INSTANTS.has(key)) return typeof value === 'number' ? 0 : value.replaceAll(/\d/g, '0');
        if (typeof value === 'number') return ids.has(value) ? pseudonyms.id(value) : value;
        return isStructure(value, key) ? value : freeText(value, carried);
      }),
  };
}
