import { PRODUCT_WORDS } from './product-words.js';
import { fold } from './runs.js';
import { objectOf } from './seen-call.js';

/** Keys whose texts Jama chooses, not a person. */
export const ENUMERATIONS: ReadonlySet<string> = new Set(['type', 'licenseType']);
/** Keys of instants. */
export const INSTANTS: ReadonlySet<string> = new Set(['createdDate', 'modifiedDate', 'timestamp']);
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)?$/;
const ENUMERATED = /^[A-Za-z_]{1,40}$/;
/** Keys of numbers that stand for a record. */
const REFERENCES: ReadonlySet<string> = new Set([
  'id',
  'project',
  'parent',
  'createdBy',
  'modifiedBy',
  'user',
]);
/** A unique id: a letter for the kind of the record, and a number. */
const UID = /^([a-z]{1,2})(\d+)$/;
const SECRET_KEY = /password|secret|token/i;

/** Everything that was seen and must not be known: texts, ids and secrets, as they are. It is kept in memory only. */
export class Vocabulary {
  readonly texts = new Set<string>();
  /** Texts that stand for a person or a record wherever they occur; part of `texts`. */
  readonly names = new Set<string>();
  /** Numbers of every kind. */
  readonly numbers = new Set<number>();
  /** Numbers that stand for a record wherever they occur; part of `numbers`. */
  readonly ids = new Set<number>();
  readonly secrets = new Set<string>();

  /** Whether a word is one that the product uses, and so no replacement. */
  isKept(word: string): boolean {
    return PRODUCT_WORDS.has(fold(word));
  }

  addName(name: string): void {
    if (name === '') return;
    this.texts.add(name);
    this.names.add(name);
    const at = name.lastIndexOf('@');
    if (at > 2) this.names.add(name.slice(0, at));
    if (at >= 0) this.texts.add(name.slice(0, at));
  }

  addId(id: number): void {
    if (!Number.isSafeInteger(id)) return;
    this.ids.add(id);
    this.numbers.add(id);
  }

  addSecret(secret: string): void {
    if (secret !== '') this.secrets.add(secret);
  }

  /** Adds what a record or a request body says, at any depth. */
  addValue(value: unknown, key = ''): void {
    if (typeof value === 'number') this.#addNumber(value, key);
    else if (typeof value === 'string') this.#addText(value, key);
    else if (Array.isArray(value)) for (const one of value) this.addValue(one, key);
    else
      for (const [name, inner] of Object.entries(objectOf(value))) {
        if (!PRODUCT_WORDS.has(fold(name)) && !/^[A-Za-z_$][\w$]*$/.test(name)) this.addName(name);
        this.addValue(inner, name);
      }
  }

  #addNumber(value: number, key: string): void {
    if (REFERENCES.has(key)) this.addId(value);
    else this.numbers.add(value);
  }

  #addText(value: string, key: string): void {
    if (isStructure(value, key)) return;
    const uid = uidParts(value, key);
    if (uid !== undefined) {
      this.addId(uid.number);
      return;
    }
    if (SECRET_KEY.test(key)) {
      this.addSecret(value);
      return;
    }
    this.addName(value);
    if (key === 'firstName' || key === 'lastName') for (const word of value.split(/\s+/)) this.addName(word);
  }
}

/** Whether a text of a record is no person's: an enumeration or an instant at its own key. */
export function isStructure(value: string, key: string): boolean {
  return (ENUMERATIONS.has(key) && ENUMERATED.test(value)) || (INSTANTS.has(key) && INSTANT.test(value));
}

/** The parts of a unique id that is made of a record's kind and number; undefined for any other text. */
export function uidParts(
  value: string,
  key: string,
): { readonly kind: string; readonly number: number } | undefined {
  const [, kind, number] = (key === 'uid' && UID.exec(value)) || [];
  return kind === undefined ? undefined : { kind, number: Number(number) };
}
