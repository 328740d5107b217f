import { GroovyCollection, isList, JavaArray } from './collections.js';
import { GroovyDate } from './date.js';
import { GString } from './gstring.js';
import { GroovyMap, GroovySet, MapEntry } from './map.js';
import { doubleText, GroovyBigInteger, GroovyChar, GroovyDecimal, GroovyDouble, GroovyFloat, SmallInteger, } from './numbers.js';
import { writtenText } from './text.js';
/** A text that two values share exactly when Java's `equals` holds between them. */
export function keyOf(value) {
    if (typeof value === 'string')
        return `s${value}`;
    if (typeof value === 'number')
        return `i${value}`;
    if (typeof value === 'bigint')
        return `l${value}`;
    if (value === null || typeof value === 'boolean')
        return `${value}`;
    return keyOfObject(value);
}
function keyOfObject(value) {
    if (value instanceof GString)
        return `g${writtenText(value)}`;
    if (value instanceof GroovyChar)
        return `c${value.code}`;
    if (value instanceof GroovyDecimal)
        return `d${value.unscaled}:${value.scale}`;
    if (value instanceof GroovyDouble)
        return `D${doubleText(value)}`;
    if (value instanceof GroovyFloat)
        return `F${doubleText(value)}`;
    if (value instanceof GroovyBigInteger)
        return `B${value.value}`;
    if (value instanceof SmallInteger)
        return `${value.javaClass.simpleName}${value.value}`;
    if (value instanceof GroovyDate)
        return `t${value.time}`;
    if (isList(value))
        return `[${joined(value.toArray().map(keyOf))}]`;
    if (value instanceof GroovyMap)
        return `{${joined([...value.entries()].map(keyOf).sort())}}`;
    if (value instanceof GroovySet)
        return `(${joined(value.toArray().map(keyOf).sort())})`;
    if (value instanceof MapEntry)
        return `=${joined([keyOf(value.key), keyOf(value.value)])}`;
    return identityOf(value);
}
/** Lengths keep the parts apart. */
function joined(keys) {
    return keys.map((key) => `${key.length}:${key}`).join('');
}
const identities = new WeakMap();
let nextIdentity = 0;
function identityOf(value) {
    let found = identities.get(value);
    if (found === undefined) {
        found = `o${nextIdentity++}`;
        identities.set(value, found);
    }
    return found;
}
/** Java's equals. */
export function javaEquals(a, b) {
    return a === b || keyOf(a) === keyOf(b);
}
/** Java's hashCode for values whose hash does not depend on the machine; others hash their identity. */
export function hashCode(value) {
    if (value === null)
        return 0;
    if (typeof value === 'string')
        return textHash(value);
    if (typeof value === 'number')
        return value;
    if (typeof value === 'bigint')
        return longHash(value);
    if (typeof value === 'boolean')
        return value ? 1231 : 1237;
    return hashOfObject(value);
}
function hashOfObject(value) {
    if (value instanceof GString)
        return (37 + textHash(writtenText(value))) | 0;
    if (value instanceof GroovyChar)
        return value.code;
    if (value instanceof SmallInteger)
        return value.value;
    if (value instanceof GroovyDecimal)
        return (31 * bigIntegerHash(value.unscaled) + value.scale) | 0;
    if (value instanceof GroovyBigInteger)
        return bigIntegerHash(value.value);
    if (value instanceof GroovyDouble)
        return longHash(doubleBits(value.value));
    if (value instanceof GroovyDate)
        return longHash(BigInt(value.time));
    if (isList(value) || value instanceof JavaArray)
        return listHash(value);
    if (value instanceof MapEntry)
        return hashCode(value.key) ^ hashCode(value.value);
    if (value instanceof GroovyMap)
        return sum([...value.entries()].map(hashCode));
    if (value instanceof GroovyCollection)
        return sum(value.toArray().map(hashCode));
    return textHash(identityOf(value));
}
function textHash(text) {
    let hash = 0;
    for (let i = 0; i < text.length; i++)
        hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
    return hash;
}
function longHash(value) {
    const bits = BigInt.asUintN(64, value);
    return Number(BigInt.asIntN(32, bits ^ (bits >> 32n)));
}
function doubleBits(value) {
    return new DataView(new Float64Array([value]).buffer).getBigUint64(0, true);
}
function bigIntegerHash(value) {
    let rest = value < 0n ? -value : value;
    const words = [];
    for (; rest > 0n; rest >>= 32n)
        words.unshift(Number(rest & 0xffffffffn));
    const hash = words.reduce((before, word) => (Math.imul(31, before) + word) | 0, 0);
    return value < 0n ? -hash | 0 : hash;
}
function listHash(items) {
    let hash = 1;
    for (const item of items)
        hash = (Math.imul(31, hash) + hashCode(item)) | 0;
    return hash;
}
function sum(hashes) {
    return hashes.reduce((before, hash) => (before + hash) | 0, 0);
}
