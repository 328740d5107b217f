import { GroovyClosure } from '../values/closure.js';
import { GroovyCollection, isList, JavaArray } from '../values/collections.js';
import { GroovyDate } from '../values/date.js';
import { GString } from '../values/gstring.js';
import { JavaClass } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyBigInteger, GroovyChar, GroovyDecimal, GroovyDouble, GroovyFloat, isNumber, isWhole, SmallInteger, toBigInt, toDecimal, toDouble, toLong, } from '../values/numbers.js';
import { GroovyPattern } from '../values/pattern.js';
import { GroovyStringBuilder } from '../values/string-builder.js';
import { writtenText } from '../values/text.js';
import { raise } from './failure.js';
function own(value) {
    throw new Error(`a ${typeof value} was let through to a parameter it does not fit`);
}
/** Java takes null for any object and stumbles over it later. */
function nullArgument() {
    return raise('NullPointerException', null);
}
/** Objects of one kind; null fits, as in Java. */
function kind(fits, distance = 0) {
    return {
        distance: (value) => (value === null ? 1 : fits(value) ? distance : -1),
        convert: (value) => (value === null ? nullArgument() : value),
    };
}
function intDistance(value) {
    if (typeof value === 'number')
        return 0;
    return value instanceof SmallInteger ? 1 : -1;
}
function doubleDistance(value) {
    if (value instanceof GroovyDouble)
        return 0;
    if (value instanceof GroovyFloat)
        return 1;
    if (value instanceof GroovyDecimal)
        return 2;
    if (typeof value === 'bigint')
        return 3;
    return isNumber(value) ? 4 : -1;
}
function textDistance(value) {
    if (typeof value === 'string')
        return 0;
    return value instanceof GString ? 2 : value === null ? 1 : -1;
}
function sequenceDistance(value) {
    if (typeof value === 'string')
        return 1;
    return value instanceof GString || value instanceof GroovyStringBuilder ? 1 : value === null ? 2 : -1;
}
function sequenceText(value) {
    if (value === null)
        return nullArgument();
    return value instanceof GroovyStringBuilder ? value.text() : writtenText(value);
}
function isChar(value) {
    return value instanceof GroovyChar;
}
function isMap(value) {
    return value instanceof GroovyMap;
}
function isCollection(value) {
    return value instanceof GroovyCollection;
}
const number = { ...kind(isNumber, 3), convert: (v) => v };
const rules = {
    int: {
        distance: intDistance,
        convert: (v) => (typeof v === 'number' ? v : v instanceof SmallInteger ? v.value : own(v)),
    },
    long: {
        distance: (v) => (typeof v === 'bigint' ? 0 : intDistance(v) < 0 ? -1 : 1 + intDistance(v)),
        convert: (v) => (isNumber(v) ? toLong(v) : own(v)),
    },
    double: { distance: doubleDistance, convert: (v) => (isNumber(v) ? toDouble(v) : own(v)) },
    float: {
        distance: (v) => (v instanceof GroovyFloat ? 0 : -1),
        convert: (v) => (isNumber(v) ? toDouble(v) : own(v)),
    },
    boolean: { distance: (v) => (typeof v === 'boolean' ? 0 : -1), convert: (v) => v === true },
    char: { distance: (v) => (isChar(v) ? 0 : -1), convert: (v) => (isChar(v) ? v : own(v)) },
    Character: kind(isChar),
    Integer: kind((v) => typeof v === 'number'),
    Long: kind((v) => typeof v === 'bigint'),
    String: { distance: textDistance, convert: (v) => (v === null ? nullArgument() : writtenText(v)) },
    text: { distance: textDistance, convert: (v) => (v === null ? null : writtenText(v)) },
    CharSequence: { distance: sequenceDistance, convert: sequenceText },
    Object: { distance: (v) => (v === null ? 0 : 10), convert: (v) => v },
    Number: number,
    BigDecimal: {
        distance: (v) => (v === null ? 1 : v instanceof GroovyDecimal ? 0 : isNumber(v) && isWhole(v) ? 4 : -1),
        convert: (v) => (isNumber(v) ? toDecimal(v) : nullArgument()),
    },
    decimal: {
        distance: (v) => (v instanceof GroovyDecimal ? 0 : -1),
        convert: (v) => (v instanceof GroovyDecimal ? v : own(v)),
    },
    BigInteger: {
        distance: (v) => v === null ? 1 : v instanceof GroovyBigInteger ? 0 : isNumber(v) && isWhole(v) ? 4 : -1,
        convert: (v) => (isNumber(v) ? new GroovyBigInteger(toBigInt(v)) : nullArgument()),
    },
    Boolean: kind((v) => typeof v === 'boolean', 1),
    Closure: kind((v) => v instanceof GroovyClosure),
    Collection: kind(isCollection, 4),
    Iterable: kind(isCollection, 5),
    List: kind(isList, 2),
    Map: kind(isMap, 2),
    Date: kind((v) => v instanceof GroovyDate),
    Class: kind((v) => v instanceof JavaClass),
    Pattern: kind((v) => v instanceof GroovyPattern),
    array: kind((v) => v instanceof JavaArray, 1),
    'byte[]': kind((v) => v instanceof JavaArray && v.component.name === 'byte'),
    'Object...': { distance: () => -1, convert: () => [] },
};
export function isParameterName(name) {
    return name in rules;
}
export function distanceTo(type, value) {
    return rules[type].distance(value);
}
export function convertTo(type, value) {
    return rules[type].convert(value);
}
