import { GroovyClosure } from './closure.js';
import { GroovyCollection, IntRange, JavaArray, ObjectRange } from './collections.js';
import { GroovyDate } from './date.js';
import { dateText } from './date-text.js';
import { GString } from './gstring.js';
import { JavaClass } from './java-class.js';
import { GroovyMap, MapEntry } from './map.js';
import { doubleText, GroovyBigInteger, GroovyChar, GroovyDecimal, GroovyDouble, GroovyFloat, SmallInteger, } from './numbers.js';
function hasText(value) {
    return 'text' in value && typeof value.text === 'function';
}
function format(value, style) {
    if (typeof value === 'string')
        return style.string(value);
    if (value === null || typeof value !== 'object')
        return String(value);
    return formatObject(value, style);
}
function formatObject(value, style) {
    if (value instanceof GString)
        return style.string(writtenText(value));
    if (value instanceof GroovyMap)
        return style.map(value, style);
    if (value instanceof GroovyCollection)
        return style.collection(value, style);
    if (value instanceof GroovyChar)
        return style === inspectStyle ? style.string(value.text) : value.text;
    if (value instanceof MapEntry)
        return `${format(value.key, style)}=${format(value.value, style)}`;
    if (value instanceof JavaArray)
        return style.array(value, style);
    return plainText(value);
}
function plainText(value) {
    if (value instanceof GroovyDecimal)
        return value.toString();
    if (value instanceof GroovyDouble || value instanceof GroovyFloat)
        return doubleText(value);
    if (value instanceof GroovyBigInteger || value instanceof SmallInteger)
        return value.value.toString();
    if (value instanceof GroovyDate)
        return dateText(value.time, value.zone);
    if (value instanceof JavaClass)
        return classText(value);
    if (value instanceof GroovyClosure)
        return `${value.javaClass.name}@0`;
    return hasText(value) ? value.text() : `${value.javaClass.name}@0`;
}
function classText(value) {
    if (value.primitive)
        return value.name;
    return `${value.isInterface ? 'interface' : 'class'} ${value.name}`;
}
function listed(items, style, self) {
    const texts = [];
    for (const item of items)
        texts.push(item === self ? '(this Collection)' : format(item, style));
    return `[${texts.join(', ')}]`;
}
function groovyMap(value, style) {
    const texts = [];
    for (const entry of value.entries()) {
        const item = entry.value === value ? '(this Map)' : format(entry.value, style);
        texts.push(`${format(entry.key, style)}:${item}`);
    }
    return texts.length === 0 ? '[:]' : `[${texts.join(', ')}]`;
}
function javaMap(value, style) {
    const texts = [];
    for (const entry of value.entries()) {
        const item = entry.value === value ? '(this Map)' : format(entry.value, style);
        texts.push(`${format(entry.key, style)}=${item}`);
    }
    return `{${texts.join(', ')}}`;
}
function itself(text) {
    return text;
}
/** A range prints as `1..5`, except where a list is written out. */
function collectionOrRange(value, style) {
    return rangeText(value, style) ?? listed(value, style, value);
}
function rangeText(value, style) {
    if (value instanceof IntRange)
        return value.empty ? `${value.from}..<${value.from}` : `${value.from}..${value.to}`;
    return value instanceof ObjectRange ? `${format(value.from, style)}..${format(value.to, style)}` : null;
}
function groovyArray(value, style) {
    if (value.component.name === 'char')
        return value.items.map((item) => format(item, style)).join('');
    return listed(value, style, value);
}
const groovyStyle = {
    collection: collectionOrRange,
    map: groovyMap,
    string: itself,
    array: groovyArray,
};
const javaStyle = {
    collection: collectionOrRange,
    map: javaMap,
    string: itself,
    array: (value) => value.component.name === 'char' ? groovyArray(value, javaStyle) : `${value.javaClass.name}@0`,
};
const inspectStyle = { ...groovyStyle, string: (text) => `'${escapeForInspect(text)}'` };
function escapeForInspect(text) {
    const escapes = {
        '\\': '\\\\',
        "'": "\\'",
        '\n': '\\n',
        '\r': '\\r',
        '\t': '\\t',
    };
    return text.replace(/[\\'\n\r\t]/g, (c) => escapes[c] ?? c);
}
/** Groovy's text of a value: `[a:1]`, `[1, 2]`, `null`. */
export function toText(value) {
    return typeof value === 'string' ? value : format(value, groovyStyle);
}
/** Java's text of a value (`String.valueOf`): maps as `{a=1}`. */
export function javaText(value) {
    return format(value, javaStyle);
}
/** `inspect()`: strings in quotes. */
export function inspectText(value) {
    return format(value, inspectStyle);
}
/** What a `${…}` writes: like toText, but ranges are written out and closures are called. */
export function writtenText(value) {
    if (typeof value === 'string')
        return value;
    if (value instanceof GString) {
        let text = value.strings[0] ?? '';
        value.values.forEach((item, i) => {
            text += writtenValue(item) + (value.strings[i + 1] ?? '');
        });
        return text;
    }
    if (value instanceof GroovyCollection)
        return listed(value, groovyStyle, value);
    return toText(value);
}
/** A closure without parameters gives its result; with one it would be handed the writer and print nothing. */
function writtenValue(value) {
    if (!(value instanceof GroovyClosure))
        return writtenText(value);
    return value.parameters.length === 0 ? writtenText(value.call()) : '';
}
