import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
const classes = {
    double: classNamed('java.lang.Double'),
    float: classNamed('java.lang.Float'),
    bigInteger: classNamed('java.math.BigInteger'),
    decimal: classNamed('java.math.BigDecimal'),
    character: classNamed('java.lang.Character'),
};
const mostDigits = 20_000;
const largest = 10n ** BigInt(mostDigits);
/** Numbers of more digits than anybody needs would take the host's time and memory. */
function limited(value) {
    if (value > largest || value < -largest)
        throw new RangeError(`a number of more than ${mostDigits} digits`);
    return value;
}
export class GroovyDouble extends GroovyObject {
    value;
    constructor(value) {
        super();
        this.value = value;
    }
    get javaClass() {
        return classes.double;
    }
}
export class GroovyFloat extends GroovyObject {
    value;
    constructor(value) {
        super();
        this.value = Math.fround(value);
    }
    get javaClass() {
        return classes.float;
    }
}
export class GroovyBigInteger extends GroovyObject {
    value;
    constructor(value) {
        super();
        this.value = limited(value);
    }
    get javaClass() {
        return classes.bigInteger;
    }
}
/** Short and Byte; they become Integer in every sum. */
export class SmallInteger extends GroovyObject {
    value;
    javaClass;
    constructor(value, kind) {
        super();
        this.value = kind === 'Short' ? (value << 16) >> 16 : (value << 24) >> 24;
        this.javaClass = classNamed(`java.lang.${kind}`);
    }
}
/** Character: one UTF-16 unit. */
export class GroovyChar extends GroovyObject {
    code;
    constructor(code) {
        super();
        this.code = code & 0xffff;
    }
    get javaClass() {
        return classes.character;
    }
    get text() {
        return String.fromCharCode(this.code);
    }
}
/** BigDecimal: `unscaled / 10^scale`. */
export class GroovyDecimal extends GroovyObject {
    unscaled;
    scale;
    constructor(unscaled, scale) {
        super();
        this.unscaled = limited(unscaled);
        this.scale = scale;
    }
    get javaClass() {
        return classes.decimal;
    }
    /** Reads what `new BigDecimal(text)` reads; undefined for anything else. */
    static parse(text) {
        const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
        if (found === null)
            return undefined;
        const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
        if (whole === '' && fraction === '')
            return undefined;
        const digits = BigInt(whole + fraction);
        return new GroovyDecimal(sign === '-' ? -digits : digits, fraction.length - Number(exponent));
    }
    /** Decimal digits of the unscaled value. */
    get precision() {
        return digitsOf(this.unscaled);
    }
    /** Java's BigDecimal.toString: scientific once the number is small or the scale negative. */
    toString() {
        const digits = absolute(this.unscaled).toString();
        const sign = this.unscaled < 0n ? '-' : '';
        if (this.scale === 0)
            return sign + digits;
        const exponent = digits.length - 1 - this.scale;
        if (this.scale > 0 && exponent >= -6)
            return sign + withPoint(digits, this.scale);
        const mantissa = digits.length > 1 ? `${digits.charAt(0)}.${digits.slice(1)}` : digits;
        return `${sign}${mantissa}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
    }
    toPlainString() {
        const digits = absolute(this.unscaled).toString();
        const sign = this.unscaled < 0n ? '-' : '';
        if (this.scale <= 0)
            return sign + (this.unscaled === 0n ? '0' : digits + '0'.repeat(-this.scale));
        return sign + withPoint(digits, this.scale);
    }
    withScale(scale, rounding) {
        if (scale >= this.scale)
            return new GroovyDecimal(this.unscaled * tenTo(scale - this.scale), scale);
        return new GroovyDecimal(divideRounded(this.unscaled, tenTo(this.scale - scale), rounding), scale);
    }
    toNumber() {
        return Number(this.toString());
    }
    /** The whole part. */
    toBigInt() {
        return this.scale <= 0 ? this.unscaled * tenTo(-this.scale) : this.unscaled / tenTo(this.scale);
    }
}
function withPoint(digits, scale) {
    const padded = digits.padStart(scale + 1, '0');
    return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
export function absolute(value) {
    return value < 0n ? -value : value;
}
export function digitsOf(value) {
    return absolute(value).toString().length;
}
export function tenTo(power) {
    if (power > 2 * mostDigits)
        throw new RangeError(`a number of more than ${mostDigits} digits`);
    return 10n ** BigInt(power);
}
/** `dividend / divisor` as a whole number, rounded the Java way. */
export function divideRounded(dividend, divisor, rounding) {
    const quotient = dividend / divisor;
    const rest = dividend % divisor;
    if (rest === 0n)
        return quotient;
    const negative = dividend < 0n !== divisor < 0n;
    const twice = absolute(rest) * 2n - absolute(divisor);
    return roundsAway(rounding, negative, twice, quotient) ? quotient + (negative ? -1n : 1n) : quotient;
}
function roundsAway(rounding, negative, twice, quotient) {
    switch (rounding) {
        case 'UP':
            return true;
        case 'CEILING':
            return !negative;
        case 'FLOOR':
            return negative;
        case 'HALF_UP':
            return twice >= 0n;
        case 'HALF_DOWN':
            return twice > 0n;
        case 'HALF_EVEN':
            return twice > 0n || (twice === 0n && quotient % 2n !== 0n);
        default:
            return false;
    }
}
export function isNumber(value) {
    return (typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof GroovyDecimal ||
        value instanceof GroovyDouble ||
        value instanceof GroovyFloat ||
        value instanceof GroovyBigInteger ||
        value instanceof SmallInteger);
}
export function isFloating(value) {
    return value instanceof GroovyDouble || value instanceof GroovyFloat;
}
export function isWhole(value) {
    return !isFloating(value) && !(value instanceof GroovyDecimal);
}
export function toDouble(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value === 'bigint')
        return Number(value);
    return value instanceof GroovyDecimal ? value.toNumber() : Number(value.value);
}
/** Whole part, cut towards zero; NaN gives 0 and infinities the ends of Long, as Java converts them. */
export function toBigInt(value) {
    if (typeof value === 'number')
        return BigInt(value);
    if (typeof value === 'bigint')
        return value;
    if (value instanceof GroovyDecimal)
        return value.toBigInt();
    if (value instanceof GroovyBigInteger)
        return value.value;
    if (Number.isNaN(value.value))
        return 0n;
    if (!Number.isFinite(value.value))
        return value.value > 0 ? 0x7fffffffffffffffn : -0x8000000000000000n;
    return BigInt(Math.trunc(value.value));
}
/** `Number.intValue()`: the low 32 bits of a whole number, the nearest Integer of a double. */
export function toInt(value) {
    if (typeof value === 'number')
        return value;
    if (isFloating(value)) {
        const whole = Math.trunc(value.value);
        if (Number.isNaN(whole))
            return 0;
        return Math.max(-0x80000000, Math.min(0x7fffffff, whole)) + 0;
    }
    return Number(BigInt.asIntN(32, toBigInt(value)));
}
export function toLong(value) {
    const whole = toBigInt(value);
    if (!isFloating(value))
        return BigInt.asIntN(64, whole);
    if (whole > 0x7fffffffffffffffn)
        return 0x7fffffffffffffffn;
    return whole < -0x8000000000000000n ? -0x8000000000000000n : whole;
}
/** As NumberMath.toBigDecimal: doubles by their shortest spelling. */
export function toDecimal(value) {
    if (value instanceof GroovyDecimal)
        return value;
    if (isFloating(value))
        return GroovyDecimal.parse(doubleText(value)) ?? new GroovyDecimal(0n, 0);
    return new GroovyDecimal(toBigInt(value), 0);
}
/** Double.toString and Float.toString. */
export function doubleText(number) {
    const value = number.value;
    if (Number.isNaN(value))
        return 'NaN';
    if (!Number.isFinite(value))
        return value > 0 ? 'Infinity' : '-Infinity';
    if (value === 0)
        return Object.is(value, -0) ? '-0.0' : '0.0';
    if (Math.abs(value) === Number.MIN_VALUE)
        return value > 0 ? '4.9E-324' : '-4.9E-324';
    const shortest = number instanceof GroovyFloat ? shortestFloat(value) : value.toExponential();
    const [mantissa = '', exponentText = '0'] = shortest.replace('-', '').split('e');
    const exponent = Number(shortest.slice(shortest.indexOf('e') + 1)) || Number(exponentText);
    const digits = mantissa.replace('.', '').replace('-', '');
    const sign = value < 0 ? '-' : '';
    if (exponent < -3 || exponent >= 7)
        return `${sign}${digits.charAt(0)}.${digits.slice(1) || '0'}E${exponent}`;
    if (exponent < 0)
        return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
    const padded = digits.padEnd(exponent + 2, '0');
    return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`;
}
/** Fewest digits that still give the same float. */
function shortestFloat(value) {
    for (let digits = 0; digits < 9; digits++) {
        const text = value.toExponential(digits);
        if (Math.fround(Number(text)) === value)
            return text;
    }
    return value.toExponential();
}
/** Unary minus by type; anything but a number gives null. */
export function negate(value) {
    if (typeof value === 'number')
        return -value | 0;
    if (typeof value === 'bigint')
        return BigInt.asIntN(64, -value);
    if (value instanceof GroovyDecimal)
        return new GroovyDecimal(-value.unscaled, value.scale);
    if (value instanceof GroovyDouble)
        return new GroovyDouble(-value.value);
    if (value instanceof GroovyFloat)
        return new GroovyFloat(-value.value);
    if (value instanceof GroovyBigInteger)
        return new GroovyBigInteger(-value.value);
    if (value instanceof SmallInteger)
        return -value.value;
    return null;
}
