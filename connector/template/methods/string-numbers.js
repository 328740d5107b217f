import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyBigInteger, GroovyDecimal, GroovyDouble, GroovyFloat, SmallInteger, } from '../values/numbers.js';
import { trimmed } from './string.js';
function noNumber(text) {
    return raise('NumberFormatException', `For input string: "${text}"`);
}
/** Integer.parseInt and its sisters: digits with a sign, within the range of the type. */
export function parseWhole(text, bits, radix = 10) {
    const value = readWhole(text, radix);
    if (value === null || BigInt.asIntN(bits, value) !== value)
        return noNumber(text);
    return value;
}
function readWhole(text, radix) {
    const digits = /^([+-]?)([0-9a-z]+)$/i.exec(text);
    if (digits?.[2] === undefined || digits[2].length > 200)
        return null;
    let value = 0n;
    for (const c of digits[2]) {
        const digit = Number.parseInt(c, 36);
        if (digit >= radix)
            return null;
        value = value * BigInt(radix) + BigInt(digit);
    }
    return digits[1] === '-' ? -value : value;
}
/** Double.parseDouble. */
export function parseDouble(text) {
    const plain = trimmed(text);
    if (plain === '')
        return raise('NumberFormatException', 'empty String');
    if (/^[+-]?(?:NaN|Infinity)$/.test(plain))
        return Number(plain.replace('+', ''));
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/.test(plain))
        return noNumber(text);
    return Number(plain.replace(/[dDfF]$/, ''));
}
export function parseDecimal(text) {
    return GroovyDecimal.parse(text) ?? raise('NumberFormatException', null);
}
function isReadable(read) {
    try {
        read();
        return true;
    }
    catch {
        return false;
    }
}
/** Reading numbers out of texts. */
export const stringNumberMethods = methodTable()({
    'toInteger()': (self) => Number(parseWhole(trimmed(self), 32)),
    'toLong()': (self) => parseWhole(trimmed(self), 64),
    'toShort()': (self) => new SmallInteger(Number(parseWhole(trimmed(self), 16)), 'Short'),
    'toDouble()': (self) => new GroovyDouble(parseDouble(self)),
    'toFloat()': (self) => new GroovyFloat(parseDouble(self)),
    'toBigDecimal()': (self) => parseDecimal(trimmed(self)),
    'toBigInteger()': (self) => new GroovyBigInteger(readWhole(trimmed(self), 10) ?? noNumber(self)),
    'toBoolean()': (self) => ['true', 'y', '1'].includes(self.trim().toLowerCase()),
    'isInteger()': (self) => isReadable(() => parseWhole(trimmed(self), 32)),
    'isLong()': (self) => isReadable(() => parseWhole(trimmed(self), 64)),
    'isDouble()': (self) => isReadable(() => parseDouble(self)),
    'isFloat()': (self) => isReadable(() => parseDouble(self)),
    'isNumber()': (self) => GroovyDecimal.parse(trimmed(self)) !== undefined,
    'isBigDecimal()': (self) => GroovyDecimal.parse(trimmed(self)) !== undefined,
    'isBigInteger()': (self) => readWhole(trimmed(self), 10) !== null,
});
