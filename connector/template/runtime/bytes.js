import { Buffer } from 'node:buffer';
import { JavaArray } from '../values/collections.js';
import { arrayClassOf, classNamed } from '../values/java-class.js';
import { SmallInteger } from '../values/numbers.js';
import { raise } from './failure.js';
const charsets = {
    'UTF-8': 'utf8',
    UTF8: 'utf8',
    'US-ASCII': 'ascii',
    ASCII: 'ascii',
    'ISO-8859-1': 'latin1',
    LATIN1: 'latin1',
    'UTF-16LE': 'utf16le',
};
function charsetOf(name) {
    return charsets[name.toUpperCase()] ?? raise('UnsupportedEncodingException', name);
}
/** `text.getBytes(charset)`. */
export function bytesOf(text, charset) {
    return toByteArray(Buffer.from(text, charsetOf(charset)));
}
export function toByteArray(bytes) {
    const items = Array.from(bytes, (byte) => new SmallInteger(byte, 'Byte'));
    return new JavaArray(items, arrayClassOf(classNamed('byte')));
}
export function toBuffer(array) {
    return Buffer.from(array.items.map((item) => (item instanceof SmallInteger ? item.value & 255 : 0)));
}
export function textOfBytes(array, charset) {
    return toBuffer(array).toString(charsetOf(charset));
}
