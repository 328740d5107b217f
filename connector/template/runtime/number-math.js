import { digitsOf, divideRounded, GroovyBigInteger, GroovyDecimal, GroovyDouble, isFloating, isWhole, SmallInteger, tenTo, toBigInt, toDecimal, toDouble, } from '../values/numbers.js';
import { toText } from '../values/text.js';
import { classOf } from './class-of.js';
import { raise } from './failure.js';
function rankOf(value) {
    if (typeof value === 'number' || value instanceof SmallInteger)
        return 'int';
    if (typeof value === 'bigint')
        return 'long';
    if (value instanceof GroovyBigInteger)
        return 'big';
    return value instanceof GroovyDecimal ? 'decimal' : 'double';
}
const ranks = ['int', 'long', 'big', 'decimal', 'double'];
function commonRank(left, right) {
    const [a, b] = [rankOf(left), rankOf(right)];
    return ranks.indexOf(a) > ranks.indexOf(b) ? a : b;
}
/** A whole result in the class of the operands; Integer and Long wrap silently. */
function whole(value, rank) {
    if (rank === 'int')
        return Number(BigInt.asIntN(32, value));
    return rank === 'long' ? BigInt.asIntN(64, value) : new GroovyBigInteger(value);
}
export function add(left, right) {
    if (typeof left === 'number' && typeof right === 'number')
        return (left + right) | 0;
    const rank = commonRank(left, right);
    if (rank === 'double')
        return new GroovyDouble(toDouble(left) + toDouble(right));
    if (rank !== 'decimal')
        return whole(toBigInt(left) + toBigInt(right), rank);
    const [a, b, scale] = aligned(left, right);
    return new GroovyDecimal(a + b, scale);
}
export function subtract(left, right) {
    if (typeof left === 'number' && typeof right === 'number')
        return (left - right) | 0;
    const rank = commonRank(left, right);
    if (rank === 'double')
        return new GroovyDouble(toDouble(left) - toDouble(right));
    if (rank !== 'decimal')
        return whole(toBigInt(left) - toBigInt(right), rank);
    const [a, b, scale] = aligned(left, right);
    return new GroovyDecimal(a - b, scale);
}
export function multiply(left, right) {
    const rank = commonRank(left, right);
    if (rank === 'double')
        return new GroovyDouble(toDouble(left) * toDouble(right));
    if (rank !== 'decimal')
        return whole(toBigInt(left) * toBigInt(right), rank);
    const [a, b] = [toDecimal(left), toDecimal(right)];
    return new GroovyDecimal(a.unscaled * b.unscaled, a.scale + b.scale);
}
/** Two decimals brought to one scale. */
function aligned(left, right) {
    const [a, b] = [toDecimal(left), toDecimal(right)];
    const scale = Math.max(a.scale, b.scale);
    return [a.unscaled * tenTo(scale - a.scale), b.unscaled * tenTo(scale - b.scale), scale];
}
/** `/`: Integers too give a BigDecimal, exact if it can be, else ten digits. */
export function divide(left, right) {
    if (isFloating(left) || isFloating(right))
        return new GroovyDouble(toDouble(left) / toDouble(right));
    return divideDecimals(toDecimal(left), toDecimal(right));
}
function divideDecimals(a, b) {
    if (b.unscaled === 0n)
        return raise('ArithmeticException', a.unscaled === 0n ? 'Division undefined' : 'Division by zero');
    const exact = divideExactly(a, b);
    if (exact !== null)
        return exact;
    const precision = Math.max(a.precision, b.precision) + 10;
    const rounded = divideToPrecision(a, b, precision);
    const scale = Math.max(a.scale, b.scale, 10);
    return rounded.scale > scale ? rounded.withScale(scale, 'HALF_UP') : rounded;
}
/** The exact quotient with the scale Java prefers, or null when it has no end. */
function divideExactly(a, b) {
    const preferred = a.scale - b.scale;
    if (a.unscaled === 0n)
        return new GroovyDecimal(0n, Math.max(preferred, 0) === preferred ? preferred : preferred);
    const room = Math.ceil((10 * b.precision) / 3) + a.precision;
    const numerator = a.unscaled * tenTo(room);
    if (numerator % b.unscaled !== 0n)
        return null;
    return stripZeros(new GroovyDecimal(numerator / b.unscaled, preferred + room), preferred);
}
function divideToPrecision(a, b, precision) {
    const preferred = a.scale - b.scale;
    const extra = precision + 3 + b.precision - a.precision;
    const room = Math.max(0, extra);
    const scaled = a.unscaled * tenTo(room);
    const quotientDigits = digitsOf(scaled / b.unscaled);
    const drop = quotientDigits - precision;
    let unscaled;
    if (drop > 0)
        unscaled = divideRounded(scaled, b.unscaled * tenTo(drop), 'HALF_UP');
    else
        unscaled = divideRounded(scaled, b.unscaled, 'HALF_UP');
    const scale = preferred + room - Math.max(0, drop);
    return stripZeros(new GroovyDecimal(unscaled, scale), preferred);
}
/** Drops trailing zeros down to a scale. */
export function stripZeros(value, scale) {
    let { unscaled, scale: current } = value;
    while (current > scale && unscaled % 10n === 0n && unscaled !== 0n) {
        unscaled /= 10n;
        current--;
    }
    return new GroovyDecimal(unscaled, current);
}
/** `%`: whole numbers and doubles only. */
export function remainder(left, right) {
    const rank = commonRank(left, right);
    if (rank === 'double')
        return new GroovyDouble(toDouble(left) % toDouble(right));
    if (rank === 'decimal')
        return unsupported('mod', left);
    const divisor = toBigInt(right);
    if (divisor === 0n)
        return raise('ArithmeticException', rank === 'big' ? 'BigInteger: modulus not positive' : '/ by zero');
    if (rank !== 'big')
        return whole(toBigInt(left) % divisor, rank);
    if (divisor < 0n)
        return raise('ArithmeticException', 'BigInteger: modulus not positive');
    return whole(((toBigInt(left) % divisor) + divisor) % divisor, rank);
}
function unsupported(operation, left) {
    return raise('UnsupportedOperationException', `Cannot use ${operation}() on this number type: ${classOf(left).name} with value: ${toText(left)}`);
}
/** `intdiv`. */
export function divideWhole(left, right) {
    if (!isWhole(left) || !isWhole(right))
        return unsupported('intdiv', left);
    const divisor = toBigInt(right);
    if (divisor === 0n)
        return raise('ArithmeticException', '/ by zero');
    return whole(toBigInt(left) / divisor, commonRank(left, right));
}
const mostDigits = 20_000;
/** `**`: whole powers of whole numbers and decimals are exact, anything else goes through double. */
export function power(base, exponent, refuse) {
    const exact = isWhole(exponent) && !isFloating(base) && typeof exponent === 'number' && exponent >= 0;
    if (!exact)
        return narrowDouble(toDouble(base) ** toDouble(exponent));
    const digits = base instanceof GroovyDecimal ? base.precision : digitsOf(toBigInt(base));
    const tiny = base instanceof GroovyDecimal ? base.unscaled === 0n : toBigInt(base) ** 2n <= 1n;
    if (!tiny && digits * exponent > mostDigits)
        refuse(digits * exponent);
    if (base instanceof GroovyDecimal)
        return new GroovyDecimal(base.unscaled ** BigInt(exponent), base.scale * exponent);
    return narrowest(toBigInt(base) ** BigInt(exponent), typeof base === 'number' ? 'int' : rankOf(base));
}
/** The result keeps the class of the base if it fits. */
function narrowest(value, rank) {
    if (rank === 'int' && BigInt.asIntN(32, value) === value)
        return Number(value);
    if (rank === 'long' && BigInt.asIntN(64, value) === value)
        return value;
    return new GroovyBigInteger(value);
}
/** A double that is a whole number becomes Integer or Long. */
function narrowDouble(value) {
    if (Number.isInteger(value) && Math.abs(value) <= 0x7fffffff)
        return value;
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 63)
        return BigInt(value);
    return new GroovyDouble(value);
}
export function compareNumbers(left, right) {
    if (typeof left === 'number' && typeof right === 'number')
        return Math.sign(left - right);
    if (isFloating(left) || isFloating(right))
        return compareDoubles(toDouble(left), toDouble(right));
    const [a, b] = aligned(left, right);
    return a < b ? -1 : a > b ? 1 : 0;
}
/** NaN is above everything and equal to itself, as in Double.compare. */
function compareDoubles(a, b) {
    if (a < b)
        return -1;
    if (a > b)
        return 1;
    if (Object.is(a, b))
        return 0;
    if (Number.isNaN(a) || Number.isNaN(b))
        return Number.isNaN(a) ? 1 : -1;
    return Object.is(a, -0) ? -1 : 1;
}
