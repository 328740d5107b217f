import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import type { Run } from '../runtime/run.js';
import { GroovyList } from '../values/collections.js';
import type { JavaClass } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyBigInteger, GroovyDecimal } from '../values/numbers.js';
import { toText } from '../values/text.js';
import { GroovyObject, type Value } from '../values/value.js';

/** groovy.json.JsonSlurper: a reader without state. */
export class JsonSlurper extends GroovyObject {
  readonly javaClass: JavaClass;
  constructor(javaClass: JavaClass) {
    super();
    this.javaClass = javaClass;
  }
}

/** How a reader reports what is no JSON. */
export type JsonProblem = (message: string) => never;

const blank = /[ \t\r\n]*/y;
const number = /-?\d+(\.\d*)?([eE][+-]?\d+)?/y;
const string = /"(?:[^"\\]|\\.)*"/sy;
const word = /true|false|null/y;
const notParsed: ReadonlyMap<string, string> = new Map([
  ['t', 'true not parsed properly'],
  ['f', 'false not parsed properly'],
  ['n', 'null not parse properly'],
]);

/** Reads JSON with Groovy's number types: Integer, Long, BigInteger, BigDecimal. */
export class JsonReader {
  readonly #text: string;
  readonly #run: Run;
  readonly #problem: JsonProblem;
  #at = 0;

  constructor(text: string, run: Run, problem: JsonProblem) {
    this.#text = text;
    this.#run = run;
    this.#problem = problem;
  }

  read(): Value {
    const value = this.#value();
    return value;
  }

  /** The character under way; past the end, Groovy still looks at the last one. */
  get #current(): string {
    this.#take(blank);
    return this.#text.charAt(Math.min(this.#at, this.#text.length - 1));
  }

  get #described(): string {
    return `'${this.#current}' with an int value of ${this.#current.charCodeAt(0)}`;
  }

  #fail(
    what = 'Unable to determine the current character, it is not a string, number, array, or object',
  ): never {
    const found = this.#text.charAt(this.#at);
    return this.#problem(`${what}\n\nThe current character read is '${found}' at offset ${this.#at}`);
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found[0];
  }

  #accept(c: string): boolean {
    this.#take(blank);
    if (this.#text.charAt(this.#at) !== c) return false;
    this.#at++;
    return true;
  }

  #value(): Value {
    this.#run.step();
    this.#run.allocate(1);
    if (this.#accept('{')) return this.#object();
    if (this.#accept('[')) return this.#array();
    const text = this.#take(string);
    if (text !== null) return this.#unescape(text);
    const digits = this.#take(number);
    if (digits !== null) return toNumber(digits);
    const literal = this.#take(word);
    if (literal === null) return this.#fail(notParsed.get(this.#current));
    return literal === 'null' ? null : literal === 'true';
  }

  #unescape(text: string): string {
    try {
      const plain = text.replace(/[\n\r\t]/g, (c) => (c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\t'));
      return JSON.parse(plain) as string;
    } catch {
      return this.#fail();
    }
  }

  /** Groovy asks little: entries may be missing around a comma, and an object may end with the text. */
  #object(): GroovyMap {
    const map = new GroovyMap();
    for (; this.#at < this.#text.length; this.#at++) {
      this.#take(blank);
      const key = this.#take(string);
      if (key !== null) this.#entry(map, this.#unescape(key));
      if (this.#current === '}') {
        this.#at++;
        break;
      }
      if (this.#current !== ',') this.#fail(`expecting '}' or ',' but got current char ${this.#described}`);
    }
    return map;
  }

  #entry(map: GroovyMap, key: string): void {
    if (!this.#accept(':')) this.#fail(`expecting current character to be ${this.#described}`);
    if (this.#current === '"' && this.#peek(string) === null)
      this.#fail(`expecting '}' or ',' but got current char ${this.#described}`);
    map.set(key, this.#value());
  }

  #peek(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? null;
  }

  #array(): GroovyList {
    const items: Value[] = [];
    if (this.#accept(']')) return new GroovyList(items);
    do {
      if (items.length > 0 && this.#accept(']')) this.#fail('Did not find end of Json Array');
      if (this.#at >= this.#text.length) this.#fail('Did not find end of Json Array');
      items.push(this.#value());
    } while (this.#accept(','));
    if (this.#accept(']')) return new GroovyList(items);
    return this.#fail(
      this.#at < this.#text.length ? "expecting a ',' or a ']',  but got" : 'Did not find end of Json Array',
    );
  }
}

function toNumber(digits: string): Value {
  if (/[eE]|\.\d/.test(digits)) return GroovyDecimal.parse(digits) ?? null;
  const value = BigInt(digits.replace('.', ''));
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? value : new GroovyBigInteger(value);
}

function parseText(run: Run, text: string): Value {
  if (text === '') return raise('IllegalArgumentException', 'Text must not be null or empty');
  return new JsonReader(text, run, (message) => raise('JsonException', message)).read();
}

export const jsonSlurperConstructors = methodTable<JavaClass>()({
  'new()': (self) => new JsonSlurper(self),
});

export const jsonSlurperMethods = methodTable<JsonSlurper>()({
  'parseText(Object)': (_self, [text], run) => parseText(run, text === null ? '' : toText(text)),
});
