import { GroovyDate } from '../values/date.js';
import { hashCode } from '../values/hash.js';
import { divideRounded, GroovyBigInteger, GroovyChar, GroovyDecimal, isFloating, isNumber, isWhole, tenTo, toBigInt, toDecimal, toDouble, } from '../values/numbers.js';
import { javaText, toText } from '../values/text.js';
import { classOf } from './class-of.js';
import { formatDate } from './date-format.js';
import { raise } from './failure.js';
const specifier = /%(?:(\d+)\$|(<))?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?(t)?([a-zA-Z%])?/g;
/** String.format: the first argument is the pattern. */
export function formatText(run, args) {
    const [pattern = null, ...values] = args;
    if (pattern === null)
        return raise('NullPointerException', null);
    let next = 0;
    let last = 0;
    const text = toText(pattern).replace(specifier, (all, position, again, flags, width, precision, date, conversion) => {
        const one = {
            flags,
            width: Number(width ?? 0),
            precision: precision === undefined ? null : Number(precision),
            conversion: conversion ?? '',
            text: all,
        };
        if (conversion === undefined)
            return raise('UnknownFormatConversionException', "Conversion = '%'");
        if (conversion === '%')
            return pad(run, '%', one);
        if (conversion === 'n')
            return '\n';
        const index = position !== undefined ? Number(position) - 1 : again !== undefined ? last : next++;
        last = index;
        if (index >= values.length)
            return raise('MissingFormatArgumentException', `Format specifier '${all}'`);
        const value = values[index] ?? null;
        return pad(run, date === undefined ? convert(one, value) : dateText(conversion, value), one);
    });
    return run.text(text);
}
function pad(run, text, { flags, width }) {
    run.allocate(width);
    return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}
function convert(one, value) {
    const upper = one.conversion >= 'A' && one.conversion <= 'Z';
    const text = convertLower({ ...one, conversion: one.conversion.toLowerCase() }, value);
    return upper ? text.toUpperCase() : text;
}
function convertLower(one, value) {
    switch (one.conversion) {
        case 's':
            return cut(javaText(value), one.precision);
        case 'b':
            return cut(String(typeof value === 'boolean' ? value : value !== null), one.precision);
        case 'h':
            return value === null ? 'null' : (hashCode(value) >>> 0).toString(16);
        case 'c':
            return characterText(one, value);
        case 'd':
        case 'x':
        case 'o':
            return wholeText(one, value);
        case 'f':
        case 'e':
        case 'g':
            return floatingText(one, value);
        default:
            return raise('UnknownFormatConversionException', `Conversion = '${one.conversion}'`);
    }
}
function cut(text, length) {
    return length === null ? text : text.slice(0, length);
}
function wrongType(one, value) {
    return raise('IllegalFormatConversionException', `${one.conversion} != ${classOf(value).name}`);
}
function characterText(one, value) {
    if (value === null)
        return 'null';
    if (value instanceof GroovyChar)
        return value.text;
    return typeof value === 'number' ? String.fromCodePoint(value) : wrongType(one, value);
}
function wholeText(one, value) {
    if (value === null)
        return 'null';
    if (!isNumber(value) || !isWhole(value))
        return wrongType(one, value);
    if (one.precision !== null)
        return raise('IllegalFormatPrecisionException', String(one.precision));
    const whole = toBigInt(value);
    if (one.conversion === 'd')
        return signed(one, whole < 0n, grouped(one, String(whole < 0n ? -whole : whole), ''));
    const bits = typeof value === 'number' ? 32 : 64;
    const plain = value instanceof GroovyBigInteger ? whole : BigInt.asUintN(bits, whole);
    const text = plain.toString(one.conversion === 'x' ? 16 : 8);
    return one.flags.includes('0') ? text.padStart(one.width, '0') : text;
}
function floatingText(one, value) {
    if (value === null)
        return 'null';
    if (!isNumber(value) || isWhole(value))
        return wrongType(one, value);
    const digits = one.precision ?? 6;
    if (isFloating(value) && !Number.isFinite(value.value)) {
        return Number.isNaN(value.value) ? 'NaN' : value.value < 0 ? '-Infinity' : 'Infinity';
    }
    if (one.conversion !== 'f')
        return exponentText(value, digits);
    const scaled = rounded(value, digits);
    const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
    const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
    const negative = scaled < 0n || (isFloating(value) && value.value < 0);
    return signed(one, negative, grouped(one, digits === 0 ? text : text.slice(0, -digits), fraction));
}
function rounded(value, digits) {
    const decimal = toDecimal(value);
    if (decimal.scale <= digits)
        return decimal.unscaled * tenTo(digits - decimal.scale);
    return divideRounded(decimal.unscaled, tenTo(decimal.scale - digits), 'HALF_UP');
}
function exponentText(value, digits) {
    const text = value instanceof GroovyDecimal ? Number(value.toString()) : toDouble(value);
    return text.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
}
function grouped(one, whole, fraction) {
    return (one.flags.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole) + fraction;
}
function signed(one, negative, digits) {
    if (negative && one.flags.includes('('))
        return `(${digits})`;
    const sign = negative ? '-' : one.flags.includes('+') ? '+' : one.flags.includes(' ') ? ' ' : '';
    return sign + (one.flags.includes('0') ? digits.padStart(one.width - sign.length, '0') : digits);
}
const dateConversions = {
    Y: 'yyyy',
    m: 'MM',
    d: 'dd',
    H: 'HH',
    M: 'mm',
    S: 'ss',
    F: 'yyyy-MM-dd',
    T: 'HH:mm:ss',
    R: 'HH:mm',
    D: 'MM/dd/yy',
    B: 'MMMM',
    b: 'MMM',
    A: 'EEEE',
    a: 'EEE',
    e: 'd',
    y: 'yy',
    L: 'SSS',
};
function dateText(conversion, value) {
    const pattern = dateConversions[conversion];
    if (pattern === undefined)
        return raise('UnknownFormatConversionException', `Conversion = 't${conversion}'`);
    return value instanceof GroovyDate ? formatDate(pattern, value.time, value.zone) : 'null';
}
