import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyList } from '../values/collections.js';
import { GroovyMap } from '../values/map.js';
import { GroovyBigInteger, GroovyDecimal } from '../values/numbers.js';
import { toText } from '../values/text.js';
import { GroovyObject } from '../values/value.js';
/** groovy.json.JsonSlurper: a reader without state. */
export class JsonSlurper extends GroovyObject {
    javaClass;
    constructor(javaClass) {
        super();
        this.javaClass = javaClass;
    }
}
const blank = /[ \t\r\n]*/y;
const number = /-?\d+(\.\d*)?([eE][+-]?\d+)?/y;
const string = /"(?:[^"\\]|\\.)*"/sy;
const word = /true|false|null/y;
const notParsed = new Map([
    ['t', 'true not parsed properly'],
    ['f', 'false not parsed properly'],
    ['n', 'null not parse properly'],
]);
/** Reads JSON with Groovy's number types: Integer, Long, BigInteger, BigDecimal. */
export class JsonReader {
    #text;
    #run;
    #problem;
    #at = 0;
    constructor(text, run, problem) {
        this.#text = text;
        this.#run = run;
        this.#problem = problem;
    }
    read() {
        const value = this.#value();
        return value;
    }
    /** The character under way; past the end, Groovy still looks at the last one. */
    get #current() {
        this.#take(blank);
        return this.#text.charAt(Math.min(this.#at, this.#text.length - 1));
    }
    get #described() {
        return `'${this.#current}' with an int value of ${this.#current.charCodeAt(0)}`;
    }
    #fail(what = 'Unable to determine the current character, it is not a string, number, array, or object') {
        const found = this.#text.charAt(this.#at);
        return this.#problem(`${what}\n\nThe current character read is '${found}' at offset ${this.#at}`);
    }
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const found = pattern.exec(this.#text);
        if (found === null)
            return null;
        this.#at = pattern.lastIndex;
        return found[0];
    }
    #accept(c) {
        this.#take(blank);
        if (this.#text.charAt(this.#at) !== c)
            return false;
        this.#at++;
        return true;
    }
    #value() {
        this.#run.step();
        this.#run.allocate(1);
        if (this.#accept('{'))
            return this.#object();
        if (this.#accept('['))
            return this.#array();
        const text = this.#take(string);
        if (text !== null)
            return this.#unescape(text);
        const digits = this.#take(number);
        if (digits !== null)
            return toNumber(digits);
        const literal = this.#take(word);
        if (literal === null)
            return this.#fail(notParsed.get(this.#current));
        return literal === 'null' ? null : literal === 'true';
    }
    #unescape(text) {
        try {
            const plain = text.replace(/[\n\r\t]/g, (c) => (c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\t'));
            return JSON.parse(plain);
        }
        catch {
            return this.#fail();
        }
    }
    /** Groovy asks little: entries may be missing around a comma, and an object may end with the text. */
    #object() {
        const map = new GroovyMap();
        for (; this.#at < this.#text.length; this.#at++) {
            this.#take(blank);
            const key = this.#take(string);
            if (key !== null)
                this.#entry(map, this.#unescape(key));
            if (this.#current === '}') {
                this.#at++;
                break;
            }
            if (this.#current !== ',')
                this.#fail(`expecting '}' or ',' but got current char ${this.#described}`);
        }
        return map;
    }
    #entry(map, key) {
        if (!this.#accept(':'))
            this.#fail(`expecting current character to be ${this.#described}`);
        if (this.#current === '"' && this.#peek(string) === null)
            this.#fail(`expecting '}' or ',' but got current char ${this.#described}`);
        map.set(key, this.#value());
    }
    #peek(pattern) {
        pattern.lastIndex = this.#at;
        return pattern.exec(this.#text)?.[0] ?? null;
    }
    #array() {
        const items = [];
        if (this.#accept(']'))
            return new GroovyList(items);
        do {
            if (items.length > 0 && this.#accept(']'))
                this.#fail('Did not find end of Json Array');
            if (this.#at >= this.#text.length)
                this.#fail('Did not find end of Json Array');
            items.push(this.#value());
        } while (this.#accept(','));
        if (this.#accept(']'))
            return new GroovyList(items);
        return this.#fail(this.#at < this.#text.length ? "expecting a ',' or a ']',  but got" : 'Did not find end of Json Array');
    }
}
function toNumber(digits) {
    if (/[eE]|\.\d/.test(digits))
        return GroovyDecimal.parse(digits) ?? null;
    const value = BigInt(digits.replace('.', ''));
    if (BigInt.asIntN(32, value) === value)
        return Number(value);
    return BigInt.asIntN(64, value) === value ? value : new GroovyBigInteger(value);
}
function parseText(run, text) {
    if (text === '')
        return raise('IllegalArgumentException', 'Text must not be null or empty');
    return new JsonReader(text, run, (message) => raise('JsonException', message)).read();
}
export const jsonSlurperConstructors = methodTable()({
    'new()': (self) => new JsonSlurper(self),
});
export const jsonSlurperMethods = methodTable()({
    'parseText(Object)': (_self, [text], run) => parseText(run, text === null ? '' : toText(text)),
});
