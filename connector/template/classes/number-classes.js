import { trimmed } from '../methods/string.js';
import { parseDecimal, parseDouble, parseWhole } from '../methods/string-numbers.js';
import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { largest, smallest } from '../values/long-order.js';
import { GroovyBigInteger, GroovyChar, GroovyDecimal, GroovyDouble, GroovyFloat, isNumber, toDecimal, toDouble, } from '../values/numbers.js';
import { toText } from '../values/text.js';
function noText() {
    return raise('NumberFormatException', 'Cannot parse null string');
}
function radixText(value, radix) {
    return value.toString(radix);
}
/** Two's complement digits, as Integer.toHexString gives them. */
function unsigned(value, radix) {
    return (value >>> 0).toString(radix);
}
export const integerStatics = methodTable()({
    'parseInt(text)': (_self, [text]) => Number(parseWhole(text ?? noText(), 32)),
    'parseInt(String, int)': (_self, [text, radix]) => Number(parseWhole(text, 32, radix)),
    'valueOf(text)': (_self, [text]) => Number(parseWhole(text ?? noText(), 32)),
    'valueOf(String, int)': (_self, [text, radix]) => Number(parseWhole(text, 32, radix)),
    'valueOf(int)': (_self, [value]) => value,
    'valueOf(char)': (_self, [value]) => value.code,
    'toString(int)': (_self, [value]) => String(value),
    'toString(int, int)': (_self, [value, radix]) => radixText(value, radix),
    'toHexString(int)': (_self, [value]) => unsigned(value, 16),
    'toBinaryString(int)': (_self, [value]) => unsigned(value, 2),
    'toOctalString(int)': (_self, [value]) => unsigned(value, 8),
    'compare(int, int)': (_self, [a, b]) => Math.sign(a - b),
    'max(int, int)': (_self, [a, b]) => Math.max(a, b),
    'min(int, int)': (_self, [a, b]) => Math.min(a, b),
    'sum(int, int)': (_self, [a, b]) => (a + b) | 0,
    'signum(int)': (_self, [value]) => Math.sign(value),
    'bitCount(int)': (_self, [value]) => unsigned(value, 2).replaceAll('0', '').length,
    'reverse(int)': (_self, [value]) => Number.parseInt(unsigned(value, 2).padStart(32, '0').split('').reverse().join(''), 2) | 0,
    'decode(String)': (_self, [text]) => Number(parseWhole(text, 32)),
});
export const longStatics = methodTable()({
    'parseLong(text)': (_self, [text]) => parseWhole(text ?? noText(), 64),
    'parseLong(String, int)': (_self, [text, radix]) => parseWhole(text, 64, radix),
    'valueOf(text)': (_self, [text]) => parseWhole(text ?? noText(), 64),
    'valueOf(long)': (_self, [value]) => value,
    'toString(long)': (_self, [value]) => String(value),
    'toString(long, int)': (_self, [value, radix]) => radixText(value, radix),
    'toHexString(long)': (_self, [value]) => BigInt.asUintN(64, value).toString(16),
    'toBinaryString(long)': (_self, [value]) => BigInt.asUintN(64, value).toString(2),
    'compare(long, long)': (_self, [a, b]) => (a < b ? -1 : a > b ? 1 : 0),
    'max(long, long)': (_self, [a, b]) => largest(a, b),
    'min(long, long)': (_self, [a, b]) => smallest(a, b),
    'sum(long, long)': (_self, [a, b]) => BigInt.asIntN(64, a + b),
});
export const doubleStatics = methodTable()({
    'parseDouble(String)': (_self, [text]) => new GroovyDouble(parseDouble(text)),
    'valueOf(String)': (_self, [text]) => new GroovyDouble(parseDouble(text)),
    'valueOf(double)': (_self, [value]) => new GroovyDouble(value),
    'toString(double)': (_self, [value]) => toText(new GroovyDouble(value)),
    'compare(double, double)': (_self, [a, b]) => Math.sign(a - b),
    'isNaN(double)': (_self, [value]) => Number.isNaN(value),
    'isInfinite(double)': (_self, [value]) => !Number.isFinite(value) && !Number.isNaN(value),
    'max(double, double)': (_self, [a, b]) => new GroovyDouble(Math.max(a, b)),
    'min(double, double)': (_self, [a, b]) => new GroovyDouble(Math.min(a, b)),
});
export const floatStatics = methodTable()({
    'parseFloat(String)': (_self, [text]) => new GroovyFloat(parseDouble(text)),
    'valueOf(String)': (_self, [text]) => new GroovyFloat(parseDouble(text)),
    'valueOf(double)': (_self, [value]) => new GroovyFloat(value),
});
export const booleanStatics = methodTable()({
    'parseBoolean(Object)': (_self, [text]) => text !== null && toText(text).toLowerCase() === 'true',
    'valueOf(boolean)': (_self, [value]) => value,
    'valueOf(Object)': (_self, [text]) => text !== null && toText(text).toLowerCase() === 'true',
    'toString(boolean)': (_self, [value]) => String(value),
    'logicalAnd(boolean, boolean)': (_self, [a, b]) => a && b,
    'logicalOr(boolean, boolean)': (_self, [a, b]) => a || b,
});
export const characterStatics = methodTable()({
    'isDigit(char)': (_self, [c]) => /\p{Nd}/u.test(c.text),
    'isLetter(char)': (_self, [c]) => /\p{L}/u.test(c.text),
    'isLetterOrDigit(char)': (_self, [c]) => /[\p{L}\p{Nd}]/u.test(c.text),
    'isUpperCase(char)': (_self, [c]) => /\p{Lu}/u.test(c.text),
    'isLowerCase(char)': (_self, [c]) => /\p{Ll}/u.test(c.text),
    'isWhitespace(char)': (_self, [c]) => /\s/.test(c.text),
    'toUpperCase(char)': (_self, [c]) => new GroovyChar(c.text.toUpperCase().charCodeAt(0)),
    'toLowerCase(char)': (_self, [c]) => new GroovyChar(c.text.toLowerCase().charCodeAt(0)),
    'toString(char)': (_self, [c]) => c.text,
    'valueOf(char)': (_self, [c]) => c,
    'getNumericValue(char)': (_self, [c]) => (/[0-9a-z]/i.test(c.text) ? Number.parseInt(c.text, 36) : -1),
});
export const decimalStatics = methodTable()({
    'valueOf(long)': (_self, [value]) => new GroovyDecimal(value, 0),
    'valueOf(long, int)': (_self, [value, scale]) => new GroovyDecimal(value, scale),
    'valueOf(double)': (_self, [value]) => toDecimal(new GroovyDouble(value)),
});
export const bigIntegerStatics = methodTable()({
    'valueOf(long)': (_self, [value]) => new GroovyBigInteger(value),
});
/** The exact decimal value of a double, as `new BigDecimal(double)` takes it. */
function exactDecimal(value) {
    let scale = 0;
    let scaled = value;
    while (!Number.isInteger(scaled) && scale < 1100) {
        scaled *= 2;
        scale++;
    }
    return new GroovyDecimal(BigInt(scaled) * 5n ** BigInt(scale), scale);
}
function toExactDecimal(value) {
    if (value instanceof GroovyDouble || value instanceof GroovyFloat)
        return exactDecimal(toDouble(value));
    return isNumber(value) ? toDecimal(value) : raise('NullPointerException', null);
}
export const decimalConstructors = methodTable()({
    'new(String)': (_self, [text]) => parseDecimal(text),
    'new(Number)': (_self, [value]) => toExactDecimal(value),
    'new(BigInteger, int)': (_self, [value, scale]) => new GroovyDecimal(value.value, scale),
});
export const bigIntegerConstructors = methodTable()({
    'new(String)': (_self, [text]) => /^[+-]?\d+$/.test(text)
        ? new GroovyBigInteger(BigInt(text.replace('+', '')))
        : raise('NumberFormatException', `For input string: "${text}"`),
});
export const integerConstructors = methodTable()({
    'new(int)': (_self, [value]) => value,
    'new(String)': (_self, [text]) => Number(parseWhole(text, 32)),
});
export const longConstructors = methodTable()({
    'new(long)': (_self, [value]) => value,
    'new(String)': (_self, [text]) => parseWhole(text, 64),
});
export const doubleConstructors = methodTable()({
    'new(double)': (_self, [value]) => new GroovyDouble(value),
    'new(String)': (_self, [text]) => new GroovyDouble(parseDouble(trimmed(text))),
});
export const characterConstructors = methodTable()({ 'new(char)': (_self, [value]) => value });
export const booleanConstructors = methodTable()({
    'new(boolean)': (_self, [value]) => value,
    'new(String)': (_self, [text]) => text.toLowerCase() === 'true',
});
