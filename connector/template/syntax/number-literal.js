import { GroovyBigInteger, GroovyDecimal, GroovyDouble, GroovyFloat } from '../values/numbers.js';
const shape = /^(?:0[xX](?<hex>[0-9a-fA-F_]+)|0[bB](?<binary>[01_]+)|(?<whole>\d[\d_]*)(?<fraction>\.\d[\d_]*)?(?<exponent>[eE][+-]?\d[\d_]*)?)(?<suffix>[gGlLiIfFdD])?/;
/** The number that starts `text`, or undefined. A `.` belongs to it only before a digit (`1.abs()` is a call). */
export function matchNumber(text) {
    return shape.exec(text)?.[0];
}
/** Value of a number literal by Groovy's rules: the smallest of Integer, Long, BigInteger; BigDecimal with a point. */
export function numberValue(spelling) {
    const groups = shape.exec(spelling.replaceAll('_', ''))?.groups;
    if (groups === undefined)
        return undefined;
    const suffix = (groups.suffix ?? '').toLowerCase();
    if (groups.fraction !== undefined || groups.exponent !== undefined) {
        return decimalLiteral(`${groups.whole}${groups.fraction ?? ''}${groups.exponent ?? ''}`, suffix);
    }
    if (groups.whole !== undefined && (suffix === 'f' || suffix === 'd'))
        return decimalLiteral(groups.whole, suffix);
    const digits = wholeDigits(groups);
    return digits === undefined ? undefined : wholeLiteral(digits, suffix);
}
function decimalLiteral(digits, suffix) {
    if (suffix === 'f')
        return new GroovyFloat(Math.fround(Number(digits)));
    if (suffix === 'd')
        return new GroovyDouble(Number(digits));
    return suffix === '' || suffix === 'g' ? GroovyDecimal.parse(digits) : undefined;
}
function wholeDigits(groups) {
    if (groups.hex !== undefined)
        return BigInt(`0x${groups.hex}`);
    if (groups.binary !== undefined)
        return BigInt(`0b${groups.binary}`);
    const whole = groups.whole ?? '';
    if (!/^0\d/.test(whole))
        return BigInt(whole);
    return /^[0-7]+$/.test(whole) ? BigInt(`0o${whole.slice(1)}`) : undefined;
}
function wholeLiteral(value, suffix) {
    const fitsInt = value <= 0x7fffffffn;
    const fitsLong = value <= 0x7fffffffffffffffn;
    if (suffix === 'g')
        return new GroovyBigInteger(value);
    if (suffix === 'l')
        return fitsLong ? value : undefined;
    if (suffix === 'i')
        return fitsInt ? Number(value) : undefined;
    if (fitsInt)
        return Number(value);
    return fitsLong ? value : new GroovyBigInteger(value);
}
