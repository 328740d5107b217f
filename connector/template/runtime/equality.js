import { isList, JavaArray } from '../values/collections.js';
import { GroovyDate } from '../values/date.js';
import { GString } from '../values/gstring.js';
import { javaEquals } from '../values/hash.js';
import { GroovyMap, GroovySet, MapEntry } from '../values/map.js';
import { GroovyChar, isNumber } from '../values/numbers.js';
import { javaText, toText, writtenText } from '../values/text.js';
import { classOf } from './class-of.js';
import { raise } from './failure.js';
import { javaCastText } from './messages.js';
import { compareNumbers } from './number-math.js';
/** Groovy's `==`. */
export function isEqual(left, right) {
    if (left === right)
        return true;
    if (left === null || right === null)
        return false;
    if (typeof left === 'string' && typeof right === 'string')
        return false;
    if (isComparable(left))
        return compareOrUnequal(left, right) === 0;
    if (isList(left) || left instanceof JavaArray)
        return isSequenceEqual(left, right);
    if (left instanceof GroovyMap)
        return right instanceof GroovyMap && isMapEqual(left, right);
    if (left instanceof GroovySet)
        return right instanceof GroovySet && isSetEqual(left, right);
    if (left instanceof MapEntry && right instanceof MapEntry) {
        return isEqual(left.key, right.key) && isEqual(left.value, right.value);
    }
    return javaEquals(left, right);
}
function isSequenceEqual(left, right) {
    if (!isList(right) && !(right instanceof JavaArray))
        return false;
    const [a, b] = [[...left], [...right]];
    return a.length === b.length && a.every((item, i) => isEqual(item, b[i] ?? null));
}
function isMapEqual(left, right) {
    if (left.size !== right.size)
        return false;
    return [...left.entries()].every(({ key, value }) => right.has(key) && isEqual(value, right.get(key)));
}
function isSetEqual(left, right) {
    if (left.size !== right.size)
        return false;
    const others = right.toArray();
    return left.toArray().every((item) => right.has(item) || others.some((other) => isEqual(item, other)));
}
/** Values that Java calls Comparable. */
export function isComparable(value) {
    if (value === null)
        return false;
    return (typeof value !== 'object' || classOf(value).lineage.some((one) => one.name === 'java.lang.Comparable'));
}
/** Order of two values for `==`: 0 or something else. */
function compareOrUnequal(left, right) {
    const order = compareMixed(left, right);
    if (order !== undefined)
        return order;
    const [a, b] = [classOf(left), classOf(right)];
    const related = b.isA(a) || a.isA(b) || (left instanceof GString && typeof right === 'string');
    return related ? compareSame(left, right) : -1;
}
/** Groovy's `<=>`: null first, numbers with numbers, one-character strings as characters; else Java's compareTo. */
export function compare(left, right) {
    if (left === right)
        return 0;
    if (left === null)
        return -1;
    if (right === null)
        return 1;
    if (!isComparable(left)) {
        const [a, b] = [classOf(left).name, classOf(right).name];
        return raise('GroovyRuntimeException', `Cannot compare ${a} with value '${javaText(left)}' and ${b} with value '${javaText(right)}'`);
    }
    return compareMixed(left, right) ?? compareSame(left, right);
}
/** Pairs of different classes that Groovy knows how to order. */
function compareMixed(left, right) {
    if (isNumber(left)) {
        const other = asNumber(right);
        return other === undefined ? undefined : compareNumbers(left, other);
    }
    if (left instanceof GroovyChar) {
        const other = asNumber(right);
        return other === undefined ? undefined : compareNumbers(left.code, other);
    }
    if (isNumber(right)) {
        const code = codeOf(left);
        return code === undefined ? undefined : compareNumbers(code, right);
    }
    if (typeof left === 'string' && (right instanceof GroovyChar || right instanceof GString)) {
        return compareText(left, toText(right));
    }
    return undefined;
}
function asNumber(value) {
    if (isNumber(value))
        return value;
    return value instanceof GroovyChar ? value.code : codeOf(value);
}
function codeOf(value) {
    return typeof value === 'string' && value.length === 1 ? value.charCodeAt(0) : undefined;
}
/** Java's compareTo within one class; another class on the right is a ClassCastException. */
function compareSame(left, right) {
    if (typeof left === 'string' && typeof right === 'string')
        return compareText(left, right);
    if (left instanceof GString && (typeof right === 'string' || right instanceof GString)) {
        return compareText(writtenText(left), writtenText(right));
    }
    if (typeof left === 'boolean' && typeof right === 'boolean')
        return Number(left) - Number(right);
    if (left instanceof GroovyDate && right instanceof GroovyDate)
        return Math.sign(left.time - right.time);
    if (hasOrder(left) && classOf(left) === classOf(right))
        return left.compareTo(right);
    return raise('ClassCastException', javaCastText(right, classOf(left).name));
}
function hasOrder(value) {
    return typeof value === 'object' && value !== null && 'compareTo' in value;
}
/** String.compareTo: the difference of the first differing characters, else of the lengths. */
export function compareText(left, right) {
    const shared = Math.min(left.length, right.length);
    for (let i = 0; i < shared; i++) {
        const difference = left.charCodeAt(i) - right.charCodeAt(i);
        if (difference !== 0)
            return difference;
    }
    return left.length - right.length;
}
/** Whether a collection holds something equal in Java's sense. */
export function holds(items, value) {
    if (items instanceof GroovySet)
        return items.has(value);
    for (const item of items)
        if (javaEquals(item, value))
            return true;
    return false;
}
