import { IntRange, ObjectRange } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { GroovyChar, isNumber, negate, SmallInteger, toInt } from '../values/numbers.js';
import { toText, writtenText } from '../values/text.js';
import { classOf } from './class-of.js';
import { compare, isEqual } from './equality.js';
import { raise } from './failure.js';
import { invokeMethod } from './invoke.js';
import { isCase } from './is-case.js';
import { add, multiply, subtract } from './number-math.js';
import { findIn, matchesAll } from './regex.js';
/** Operators that are method calls under another name. */
const asMethods = {
    '+': 'plus',
    '-': 'minus',
    '*': 'multiply',
    '/': 'div',
    '%': 'mod',
    '**': 'power',
    '<<': 'leftShift',
    '>>': 'rightShift',
    '>>>': 'rightShiftUnsigned',
    '&': 'and',
    '|': 'or',
    '^': 'xor',
};
function plus(run, left, right) {
    if (isNumber(left) && isNumber(right))
        return add(left, right);
    if (typeof left === 'string')
        return run.text(left + writtenText(right));
    return invokeMethod(run, left, 'plus', [right]);
}
function minus(run, left, right) {
    return isNumber(left) && isNumber(right)
        ? subtract(left, right)
        : invokeMethod(run, left, 'minus', [right]);
}
function times(run, left, right) {
    if (typeof left === 'number' && typeof right === 'number')
        return multiply(left, right);
    return invokeMethod(run, left, 'multiply', [right]);
}
const special = {
    '+': plus,
    '-': minus,
    '*': times,
    '==': (_run, left, right) => isEqual(left, right),
    '!=': (_run, left, right) => !isEqual(left, right),
    '<=>': (_run, left, right) => Math.sign(compare(left, right)) + 0,
    '<': (_run, left, right) => compare(left, right) < 0,
    '>': (_run, left, right) => compare(left, right) > 0,
    '<=': (_run, left, right) => compare(left, right) <= 0,
    '>=': (_run, left, right) => compare(left, right) >= 0,
    in: (run, left, right) => isCase(run, right, left),
    '=~': (run, left, right) => findIn(run, left, right),
    '==~': (run, left, right) => matchesAll(run, left, right),
    '..': (run, left, right) => range(run, left, right, true),
    '..<': (run, left, right) => range(run, left, right, false),
};
/** What a binary operator does; the compiler asks once for each place it stands. */
export function binaryOperator(operator) {
    const found = special[operator];
    if (found !== undefined)
        return found;
    const name = asMethods[operator];
    if (name === undefined)
        throw new Error(`no operator ${operator}`);
    return (run, left, right) => invokeMethod(run, left, name, [right]);
}
export function unaryOperator(operator) {
    const name = { '-': 'negative', '+': 'positive', '~': 'bitwiseNegate' }[operator];
    if (operator !== '-')
        return (run, operand) => invokeMethod(run, operand, name, []);
    return (run, operand) => negate(operand) ?? invokeMethod(run, operand, name, []);
}
/** `from..to` and `from..<to`. */
function range(run, from, to, inclusive) {
    const [first, last] = [codeBeside(from, to), codeBeside(to, from)];
    if (first !== null && last !== null)
        return new IntRange(first, last, inclusive);
    if (from === null || to === null) {
        const end = from === null ? 'from' : 'to';
        return raise('IllegalArgumentException', `Must specify a non-null value for the '${end}' index in a Range`);
    }
    if (isInteger(from) && isInteger(to))
        return new IntRange(toInt(from), toInt(to), inclusive);
    return objectRange(run, from, to, inclusive);
}
/** A one-character text beside a whole number counts as its code. */
function codeBeside(value, other) {
    if (isInteger(value))
        return toInt(value);
    return typeof value === 'string' && value.length === 1 && isInteger(other) ? value.charCodeAt(0) : null;
}
function isInteger(value) {
    return typeof value === 'number' || value instanceof SmallInteger;
}
function directionOf(from, to) {
    if (classOf(from) !== classOf(to) && !(isNumber(from) && isNumber(to)) && !(isText(from) && isText(to))) {
        const types = `${classOf(from).simpleName}..${classOf(to).simpleName}`;
        const text = `Unable to create range due to incompatible types: ${types} (possible missing brackets around range?)`;
        return raise('IllegalArgumentException', text);
    }
    return Math.sign(compare(from, to));
}
function isText(value) {
    return typeof value === 'string' || value instanceof GString;
}
function objectRange(run, from, to, inclusive) {
    const order = directionOf(from, to);
    const step = order > 0 ? 'previous' : 'next';
    const items = [];
    let item = from instanceof GString ? writtenText(from) : from;
    const longestText = toText(to).length;
    for (;;) {
        const past = Math.sign(compare(item, to)) * (order > 0 ? -1 : 1) > 0;
        if (past || (typeof item === 'string' && item.length > longestText))
            break;
        if (!inclusive && isEqual(item, to))
            break;
        run.allocate(1);
        run.step(10);
        items.push(item);
        if (isEqual(item, to))
            break;
        item = invokeMethod(run, item, step, []);
    }
    return new ObjectRange(from, items.at(-1) ?? to, items);
}
/** `x++` and `x--`. */
export function stepValue(run, value, operator) {
    if (typeof value === 'number')
        return (value + (operator === '++' ? 1 : -1)) | 0;
    if (value instanceof GroovyChar)
        return new GroovyChar(value.code + (operator === '++' ? 1 : -1));
    return invokeMethod(run, value, operator === '++' ? 'next' : 'previous', []);
}
