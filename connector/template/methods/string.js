import { bytesOf } from '../runtime/bytes.js';
import { toJavaArray } from '../runtime/cast.js';
import { compare, compareText } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { callClosure } from '../runtime/invoke.js';
import { methodTable } from '../runtime/method-table.js';
import { bordersOf, normalIndex, pick } from '../runtime/slice.js';
import { isTrue } from '../runtime/truth.js';
import { GroovyIterator, GroovyList, IntRange, isList, JavaArray } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { arrayClassOf, classNamed } from '../values/java-class.js';
import { GroovySet } from '../values/map.js';
import { GroovyChar, isNumber, SmallInteger, toInt } from '../values/numbers.js';
import { GroovyStringBuilder } from '../values/string-builder.js';
import { javaText, toText, writtenText } from '../values/text.js';
import { incomparable } from './number.js';
const stringClass = classNamed('java.lang.String');
export function trimmed(text) {
    return text.replace(/^[\0- ]+|[\0- ]+$/g, '');
}
/** substring with Java's refusal of positions outside. */
export function substring(text, from, to) {
    if (from < 0 || to > text.length || from > to) {
        return raise('StringIndexOutOfBoundsException', `begin ${from}, end ${to}, length ${text.length}`);
    }
    return text.slice(from, to);
}
function charAt(text, index) {
    if (index < 0 || index >= text.length) {
        return raise('StringIndexOutOfBoundsException', `String index out of range: ${index}`);
    }
    return new GroovyChar(text.charCodeAt(index));
}
function repeated(run, text, count) {
    const times = toInt(count);
    if (times < 0) {
        return raise('IllegalArgumentException', `multiply() should be called with a number of 0 or greater not: ${times}`);
    }
    run.allocate(text.length * times);
    return text.repeat(times);
}
function padding(run, text, width, fill) {
    const missing = toInt(width) - text.length;
    if (missing <= 0)
        return '';
    run.allocate(missing);
    return fill.repeat(Math.ceil(missing / Math.max(1, fill.length))).slice(0, missing);
}
function centered(run, text, width, fill) {
    const missing = Math.max(0, toInt(width) - text.length);
    const left = padding(run, text, text.length + Math.floor(missing / 2), fill);
    const right = padding(run, text, text.length + Math.ceil(missing / 2), fill);
    return left + text + right;
}
/** The text after the last character is counted up, carrying over. */
function neighbour(text, by) {
    if (text === '')
        return by === 1 ? '\u0000' : '';
    const last = text.charCodeAt(text.length - 1);
    if (by === 1 && last === 0xffff)
        return `${neighbour(text.slice(0, -1), by)}\u0000`;
    return text.slice(0, -1) + String.fromCharCode(last + by);
}
function occurrences(text, part) {
    if (part === '')
        return 0;
    let count = 0;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
        count++;
    return count;
}
function withoutFirst(text, part) {
    const at = text.indexOf(part);
    return at < 0 ? text : text.slice(0, at) + text.slice(at + part.length);
}
export function linesOf(text) {
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
function listOf(run, items) {
    run.allocate(items.length);
    return new GroovyList([...items]);
}
export function stringArray(run, items) {
    return toJavaArray(run, items, stringClass);
}
function tokens(text, delimiters) {
    const parts = [];
    let part = '';
    for (const c of text.split('')) {
        if (!delimiters.includes(c))
            part += c;
        else if (part !== '') {
            parts.push(part);
            part = '';
        }
    }
    return part === '' ? parts : [...parts, part];
}
/** `[0]`, `[1..3]`, `[0, 2]`. */
export function slice(text, index) {
    if (isNumber(index)) {
        const at = normalIndex(toInt(index), text.length);
        return substring(text, at, at + 1);
    }
    if (index instanceof IntRange) {
        const { from, to, reverse } = bordersOf(index, text.length);
        const part = substring(text, from, to);
        return reverse ? [...part].reverse().join('') : part;
    }
    return pick(index, text.length)
        .map((at) => substring(text, at, at + 1))
        .join('');
}
export const stringMethods = methodTable()({
    'length()': (self) => self.length,
    'size()': (self) => self.length,
    'isEmpty()': (self) => self === '',
    'isBlank()': (self) => self.trim() === '',
    'charAt(int)': (self, [index]) => charAt(self, index),
    'codePointAt(int)': (self, [index]) => charAt(self, index).code,
    'codePointCount(int, int)': (self, [from, to]) => [...substring(self, from, to)].length,
    'substring(int)': (self, [from]) => substring(self, from, self.length),
    'substring(int, int)': (self, [from, to]) => substring(self, from, to),
    'subSequence(int, int)': (self, [from, to]) => substring(self, from, to),
    'getAt(int)': (self, [index]) => slice(self, index),
    'getAt(List)': (self, [index]) => slice(self, index),
    'indexOf(String)': (self, [part]) => self.indexOf(part),
    'indexOf(int)': (self, [code]) => self.indexOf(String.fromCodePoint(code)),
    'indexOf(String, int)': (self, [part, from]) => self.indexOf(part, from),
    'lastIndexOf(String)': (self, [part]) => self.lastIndexOf(part),
    'lastIndexOf(int)': (self, [code]) => self.lastIndexOf(String.fromCodePoint(code)),
    'lastIndexOf(String, int)': (self, [part, from]) => (from < 0 ? -1 : self.lastIndexOf(part, from)),
    'contains(CharSequence)': (self, [part]) => self.includes(part),
    'startsWith(String)': (self, [part]) => self.startsWith(part),
    'startsWith(String, int)': (self, [part, from]) => self.startsWith(part, from),
    'endsWith(String)': (self, [part]) => self.endsWith(part),
    'startsWithAny(Object...)': (self, [parts]) => parts.some((part) => self.startsWith(toText(part))),
    'endsWithAny(Object...)': (self, [parts]) => parts.some((part) => self.endsWith(toText(part))),
    'equals(Object)': (self, [other]) => self === other,
    'equalsIgnoreCase(text)': (self, [other]) => other !== null && self.toUpperCase() === other.toUpperCase(),
    'contentEquals(CharSequence)': (self, [other]) => self === other,
    'compareTo(Object)': (self, [other]) => typeof other === 'string' || other instanceof GString ? compare(self, other) : incomparable(self, other),
    'compareToIgnoreCase(String)': (self, [other]) => compareText(self.toLowerCase(), other.toLowerCase()),
    'toUpperCase()': (self) => self.toUpperCase(),
    'toLowerCase()': (self) => self.toLowerCase(),
    'toUpperCase(String)': (self) => self.toUpperCase(),
    'toLowerCase(String)': (self) => self.toLowerCase(),
    'trim()': trimmed,
    'strip()': (self) => self.trim(),
    'stripLeading()': (self) => self.trimStart(),
    'stripTrailing()': (self) => self.trimEnd(),
    'intern()': (self) => self,
    'concat(String)': (self, [other], run) => run.text(self + other),
    'repeat(int)': (self, [count], run) => repeated(run, self, count),
    'replace(char, char)': (self, [from, to]) => self.replaceAll(from.text, () => to.text),
    'replace(CharSequence, CharSequence)': (self, [from, to], run) => {
        run.allocate(occurrences(self, from) * to.length);
        return run.text(self.replaceAll(from, () => to));
    },
    'capitalize()': (self) => self.charAt(0).toUpperCase() + self.slice(1),
    'uncapitalize()': (self) => self.charAt(0).toLowerCase() + self.slice(1),
    'reverse()': (self) => reversed(self),
    'plus(Object)': (self, [other], run) => run.text(self + writtenText(other)),
    'regionMatches(int, String, int, int)': (self, [at, other, from, length]) => at >= 0 && from >= 0 && self.slice(at, at + length) === other.slice(from, from + length),
    'regionMatches(boolean, int, String, int, int)': (self, [ignoreCase, at, other, from, length]) => {
        const [mine, theirs] = [self.slice(at, at + length), other.slice(from, from + length)];
        if (at < 0 || from < 0)
            return false;
        return ignoreCase ? mine.toLowerCase() === theirs.toLowerCase() : mine === theirs;
    },
    'minus(Object)': (self, [other]) => withoutFirst(self, toText(other)),
    'multiply(Number)': (self, [count], run) => count === null
        ? raise('NullPointerException', 'Cannot invoke method intValue() on null object')
        : repeated(run, self, count),
    'leftShift(Object)': (self, [other], run) => new GroovyStringBuilder(run.text(self + toText(other)), classNamed('java.lang.StringBuffer')),
    'next()': (self) => neighbour(self, 1),
    'previous()': (self) => neighbour(self, -1),
    'padLeft(Number)': (self, [width], run) => padding(run, self, width, ' ') + self,
    'padLeft(Number, CharSequence)': (self, [width, fill], run) => padding(run, self, width, fill) + self,
    'padRight(Number)': (self, [width], run) => self + padding(run, self, width, ' '),
    'padRight(Number, CharSequence)': (self, [width, fill], run) => self + padding(run, self, width, fill),
    'center(Number)': (self, [width], run) => centered(run, self, width, ' '),
    'center(Number, CharSequence)': (self, [width, fill], run) => centered(run, self, width, fill),
    'count(CharSequence)': (self, [part]) => occurrences(self, part),
    'take(int)': (self, [count]) => self.slice(0, Math.max(0, count)),
    'drop(int)': (self, [count]) => self.slice(Math.max(0, count)),
    'takeWhile(Closure)': (self, [closure], run) => self.slice(0, firstNot(run, self, closure)),
    'dropWhile(Closure)': (self, [closure], run) => self.slice(firstNot(run, self, closure)),
    'tokenize()': (self, _args, run) => listOf(run, tokens(self, ' \t\n\r\f')),
    'tokenize(Character)': (self, [delimiter], run) => listOf(run, tokens(self, delimiter.text)),
    'tokenize(CharSequence)': (self, [delimiters], run) => listOf(run, tokens(self, delimiters)),
    'split()': (self, _args, run) => stringArray(run, tokens(self, ' \t\n\r\f')),
    'toList()': (self, _args, run) => listOf(run, self.split('')),
    'toSet()': (self) => new GroovySet(self.split(''), classNamed('java.util.HashSet'), 'hash'),
    'toCharArray()': (self) => charArray(self),
    'getChars()': (self) => charArray(self),
    'iterator()': (self) => new GroovyIterator(self.split('')[Symbol.iterator]()),
    'readLines()': (self, _args, run) => listOf(run, linesOf(self)),
    'eachLine(Closure)': (self, [closure], run) => {
        const two = closure.parameters.length === 2;
        return linesOf(self).reduce((_last, line, i) => callClosure(run, closure, two ? [line, i] : [line]), null);
    },
    'normalize()': (self) => self.replace(/\r\n?/g, '\n'),
    'denormalize()': (self) => self.replace(/\r\n?/g, '\n'),
    'stripIndent()': (self) => stripIndent(self),
    'stripMargin()': (self) => stripMargin(self, '|'),
    'stripMargin(CharSequence)': (self, [margin]) => stripMargin(self, margin),
    'expand()': (self) => self.replaceAll('\t', '        '),
    'collectReplacements(Closure)': (self, [closure], run) => run.text(self
        .split('')
        .map((c) => toText(callClosure(run, closure, [new GroovyChar(c.charCodeAt(0))]) ?? c))
        .join('')),
    'tr(CharSequence, CharSequence)': (self, [from, to]) => translated(self, from, to),
    'isAllWhitespace()': (self) => self.trim() === '',
    'getBytes()': (self) => bytesOf(self, 'UTF-8'),
    'getBytes(Object)': (self, [charset]) => bytesOf(self, toText(charset)),
    'toCharacter()': (self) => charAt(self, 0),
    'asBoolean()': (self) => self !== '',
    'codePoints()': (self) => listOfCodes(self),
});
function listOfCodes(text) {
    return new GroovyList([...text].map((c) => c.codePointAt(0) ?? 0));
}
function reversed(text) {
    return [...text].reverse().join('');
}
export function charArray(text) {
    const items = text.split('').map((c) => new GroovyChar(c.charCodeAt(0)));
    return new JavaArray(items, arrayClassOf(classNamed('char')));
}
function firstNot(run, text, closure) {
    for (let i = 0; i < text.length; i++) {
        if (!isTrue(callClosure(run, closure, [new GroovyChar(text.charCodeAt(i))])))
            return i;
    }
    return text.length;
}
function stripIndent(text) {
    const lines = text.split('\n');
    const indents = lines
        .filter((line) => line.trim() !== '')
        .map((line) => line.length - line.trimStart().length);
    const cut = indents.length === 0 ? 0 : Math.min(...indents);
    return lines.map((line) => (line.trim() === '' ? line.slice(cut) : line.slice(cut))).join('\n');
}
function stripMargin(text, margin) {
    const mark = margin.charAt(0);
    const lines = text.split('\n').map((line) => {
        const rest = line.trimStart();
        return rest.startsWith(mark) ? rest.slice(1) : line;
    });
    return lines.join('\n');
}
/** `tr('a-y', 'b-z')`: characters of one set become those of the other; the last one repeats. */
function translated(text, from, to) {
    const [source, target] = [expandRanges(from), expandRanges(to)];
    return text
        .split('')
        .map((c) => {
        const at = source.indexOf(c);
        return at < 0 ? c : target.charAt(Math.min(at, target.length - 1));
    })
        .join('');
}
function expandRanges(set) {
    return set.replace(/(.)-(.)/gs, (_all, first, last) => {
        const [a, b] = [first.charCodeAt(0), last.charCodeAt(0)];
        const by = a <= b ? 1 : -1;
        let text = '';
        for (let code = a; code !== b + by; code += by)
            text += String.fromCharCode(code);
        return text;
    });
}
/** The parts of a text that were handed on as characters or bytes. */
export function textOfArray(array) {
    if (array.component.name === 'char')
        return array.items.map(javaText).join('');
    if (array.component.name !== 'byte')
        return null;
    return Buffer.from(array.items.map((item) => (item instanceof SmallInteger ? item.value & 255 : 0))).toString('utf8');
}
/** Whether a value is one that String methods take as positions. */
export function isPositions(value) {
    return isNumber(value) || isList(value);
}
