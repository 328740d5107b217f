import { numberConversion } from '../runtime/cast.js';
import { classOf } from '../runtime/class-of.js';
import { compare } from '../runtime/equality.js';
import { Refusal, raise } from '../runtime/failure.js';
import { callClosure } from '../runtime/invoke.js';
import { javaCastText } from '../runtime/messages.js';
import { methodTable } from '../runtime/method-table.js';
import { add, compareNumbers, divide, divideWhole, multiply, power, remainder, subtract, } from '../runtime/number-math.js';
import { javaEquals } from '../values/hash.js';
import { classNamed } from '../values/java-class.js';
import { GroovyBigInteger, GroovyChar, GroovyDecimal, GroovyDouble, GroovyFloat, isFloating, isNumber, isWhole, negate, toBigInt, toDecimal, toDouble, toInt, toLong, } from '../values/numbers.js';
import { toText } from '../values/text.js';
/** A null operand fits two overloads of Groovy, and it says so. */
function ambiguous(self, name) {
    return raise('GroovyRuntimeException', `Ambiguous method overloading for method ${classOf(self).name}#${name}.`);
}
/** Java casts the argument of compareTo to the class of the object. */
export function incomparable(self, other) {
    if (other === null)
        return raise('NullPointerException', null);
    return raise('ClassCastException', javaCastText(other, classOf(self).name));
}
function arithmetic(name, operation) {
    return (self, [other]) => {
        return other === null ? ambiguous(self, name) : operation(self, other);
    };
}
function bits(self, other, operation, name) {
    if (!isWhole(self) || !isWhole(other))
        return unsupported(name, self);
    const value = operation(toBigInt(self), toBigInt(other));
    if (self instanceof GroovyBigInteger || other instanceof GroovyBigInteger)
        return new GroovyBigInteger(value);
    return typeof self === 'bigint' || typeof other === 'bigint'
        ? BigInt.asIntN(64, value)
        : Number(BigInt.asIntN(32, value));
}
function shift(self, by, name) {
    if (!isWhole(self) || !isWhole(by))
        return unsupported(name, self);
    const count = toInt(by);
    if (typeof self === 'bigint')
        return shiftLong(self, BigInt(count & 63), name);
    if (self instanceof GroovyBigInteger) {
        const amount = BigInt(Math.min(Math.abs(count), 100_000));
        return new GroovyBigInteger(name === 'leftShift' ? self.value << amount : self.value >> amount);
    }
    const value = toInt(self);
    if (name === 'leftShift')
        return value << count;
    return name === 'rightShift' ? value >> count : (value >>> count) | 0;
}
function shiftLong(value, count, name) {
    if (name === 'leftShift')
        return BigInt.asIntN(64, value << count);
    return name === 'rightShift' ? value >> count : BigInt.asIntN(64, BigInt.asUintN(64, value) >> count);
}
function unsupported(name, self) {
    const what = `Cannot use ${name}() on this number type: ${classOf(self).name} with value: ${toText(self)}`;
    return raise('UnsupportedOperationException', what);
}
function convert(self, className) {
    return numberConversion(classNamed(className))?.(self) ?? null;
}
/** Digits after the point kept, half rounded up in magnitude, as Math.round does it. */
function roundDouble(value, digits) {
    const factor = 10 ** digits;
    return Math.floor(value * factor + 0.5) / factor;
}
function truncDouble(value, digits) {
    const factor = 10 ** digits;
    return Math.trunc(value * factor) / factor;
}
function sameFloat(self, value) {
    return self instanceof GroovyFloat ? new GroovyFloat(value) : new GroovyDouble(value);
}
function upTo(run, self, to, call, by) {
    if (by * compareNumbers(self, to) > 0) {
        const [name, relation] = by === 1 ? ['upto', 'greater'] : ['downto', 'less'];
        const text = `The argument (${toText(to)}) to ${name}() cannot be ${relation === 'greater' ? 'less' : 'greater'} than the value (${toText(self)}) it's called on.`;
        return raise('GroovyRuntimeException', text);
    }
    for (let value = self; by * compareNumbers(value, to) <= 0; value = add(value, by)) {
        run.step();
        call(value);
    }
    return null;
}
/** What all numbers have. */
export const numberMethods = methodTable()({
    'plus(Number)': arithmetic('plus', add),
    'minus(Number)': arithmetic('minus', subtract),
    'multiply(Number)': arithmetic('multiply', multiply),
    'div(Number)': arithmetic('div', divide),
    'mod(Number)': arithmetic('mod', remainder),
    'intdiv(Number)': arithmetic('intdiv', divideWhole),
    'power(Number)': (self, [exponent], run) => {
        const result = power(self, exponent, (digits) => {
            throw new Refusal('RefusedMemory', `a power of about ${digits} digits is too large`);
        });
        run.allocate(result instanceof GroovyBigInteger ? 100 : 1);
        return result;
    },
    'plus(String)': (self, [text], run) => run.text(toText(self) + text),
    'plus(Character)': (self, [char]) => add(self, char.code),
    'minus(Character)': (self, [char]) => subtract(self, char.code),
    'multiply(Character)': (self, [char]) => multiply(self, char.code),
    'div(Character)': (self, [char]) => divide(self, char.code),
    'and(Number)': (self, [other]) => bits(self, other, (a, b) => a & b, 'and'),
    'or(Number)': (self, [other]) => bits(self, other, (a, b) => a | b, 'or'),
    'xor(Number)': (self, [other]) => bits(self, other, (a, b) => a ^ b, 'xor'),
    'bitwiseNegate()': (self) => bits(self, 0, (a) => ~a, 'bitwiseNegate'),
    'leftShift(Number)': (self, [by]) => shift(self, by, 'leftShift'),
    'rightShift(Number)': (self, [by]) => shift(self, by, 'rightShift'),
    'rightShiftUnsigned(Number)': (self, [by]) => shift(self, by, 'rightShiftUnsigned'),
    'negative()': (self) => negate(self),
    'unaryMinus()': (self) => negate(self),
    'positive()': (self) => self,
    'unaryPlus()': (self) => self,
    'next()': (self) => add(self, 1),
    'previous()': (self) => subtract(self, 1),
    'abs()': (self) => (compareNumbers(self, 0) < 0 ? negate(self) : self),
    'equals(Object)': (self, [other]) => javaEquals(self, other),
    'compareTo(Object)': (self, [other]) => isNumber(other) || other instanceof GroovyChar ? compare(self, other) : incomparable(self, other),
    'toInteger()': toInt,
    'toLong()': toLong,
    'toDouble()': (self) => convert(self, 'java.lang.Double'),
    'toFloat()': (self) => convert(self, 'java.lang.Float'),
    'toBigDecimal()': toDecimal,
    'toBigInteger()': (self) => new GroovyBigInteger(toBigInt(self)),
    'intValue()': toInt,
    'longValue()': toLong,
    'doubleValue()': (self) => new GroovyDouble(toDouble(self)),
    'floatValue()': (self) => new GroovyFloat(toDouble(self)),
    'shortValue()': (self) => convert(self, 'java.lang.Short'),
    'byteValue()': (self) => convert(self, 'java.lang.Byte'),
    'times(Closure)': (self, [closure], run) => {
        const count = toInt(self);
        for (let i = 0; i < count; i++)
            callClosure(run, closure, [i]);
        return null;
    },
    'upto(Number, Closure)': (self, [to, closure], run) => upTo(run, self, to, (value) => callClosure(run, closure, [value]), 1),
    'downto(Number, Closure)': (self, [to, closure], run) => upTo(run, self, to, (value) => callClosure(run, closure, [value]), -1),
    'step(Number, Number, Closure)': (self, [to, by, closure], run) => {
        const direction = compareNumbers(by, 0);
        if (direction === 0)
            return raise('GroovyRuntimeException', `Infinite loop in ${toText(self)}.step(${toText(to)}, 0)`);
        for (let value = self; direction * compareNumbers(value, to) < 0; value = add(value, by)) {
            callClosure(run, closure, [value]);
        }
        return null;
    },
    'isNaN()': (self) => isFloating(self) && Number.isNaN(self.value),
    'isInfinite()': (self) => isFloating(self) && !Number.isFinite(self.value) && !Number.isNaN(self.value),
});
/** Integer and Long. */
export const wholeMethods = methodTable()({
    'bitCount(int)': (_self, [value]) => value.toString(2).replaceAll('0', '').length,
});
/** Double and Float. */
export const floatingMethods = methodTable()({
    'round()': (self) => self instanceof GroovyFloat
        ? toInt(new GroovyDouble(Math.floor(self.value + 0.5)))
        : toLong(new GroovyDouble(Math.floor(self.value + 0.5))),
    'round(int)': (self, [digits]) => sameFloat(self, roundDouble(self.value, digits)),
    'trunc()': (self) => sameFloat(self, Math.trunc(self.value)),
    'trunc(int)': (self, [digits]) => sameFloat(self, truncDouble(self.value, digits)),
});
const roundings = [
    'UP',
    'DOWN',
    'CEILING',
    'FLOOR',
    'HALF_UP',
    'HALF_DOWN',
    'HALF_EVEN',
    'UNNECESSARY',
];
/** A rounding mode by number or by RoundingMode. */
export function roundingOf(mode) {
    const name = typeof mode === 'number' ? roundings[mode] : roundings.find((one) => one === toText(mode));
    return name ?? raise('IllegalArgumentException', 'Invalid rounding mode');
}
/** setScale; digits that may not be lost are an error. */
export function rescale(self, scale, mode) {
    const rounding = roundingOf(mode);
    const result = self.withScale(scale, rounding);
    if (rounding === 'UNNECESSARY' && compareNumbers(result, self) !== 0)
        raise('ArithmeticException', 'Rounding necessary');
    return result;
}
function stripped(self) {
    if (self.unscaled === 0n)
        return new GroovyDecimal(0n, 0);
    let { unscaled, scale } = self;
    while (unscaled % 10n === 0n) {
        unscaled /= 10n;
        scale--;
    }
    return new GroovyDecimal(unscaled, scale);
}
export const decimalMethods = methodTable()({
    'setScale(int)': (self, [scale]) => rescale(self, scale, 7),
    'setScale(int, Object)': (self, [scale, mode]) => rescale(self, scale, mode),
    'scale()': (self) => self.scale,
    'precision()': (self) => self.precision,
    'signum()': (self) => compareNumbers(self, 0),
    'unscaledValue()': (self) => new GroovyBigInteger(self.unscaled),
    'stripTrailingZeros()': stripped,
    'toPlainString()': (self) => self.toPlainString(),
    'toEngineeringString()': (self) => self.toString(),
    'add(BigDecimal)': (self, [other]) => add(self, other),
    'subtract(BigDecimal)': (self, [other]) => subtract(self, other),
    'multiply(BigDecimal)': (self, [other]) => multiply(self, other),
    'divide(BigDecimal)': (self, [other]) => divide(self, other),
    'divide(BigDecimal, int, Object)': (self, [other, scale, mode]) => divideTo(self, other, scale, mode),
    'divide(BigDecimal, Object)': (self, [other, mode]) => divideTo(self, other, self.scale, mode),
    'remainder(BigDecimal)': (self, [other]) => {
        const whole = divideTo(self, other, 0, 1);
        return subtract(self, multiply(whole, other));
    },
    'pow(int)': (self, [exponent]) => power(self, exponent, () => raise('ArithmeticException', 'Overflow')),
    'negate()': (self) => negate(self),
    'max(BigDecimal)': (self, [other]) => (compareNumbers(self, other) >= 0 ? self : other),
    'min(BigDecimal)': (self, [other]) => (compareNumbers(self, other) <= 0 ? self : other),
    'movePointLeft(int)': (self, [by]) => new GroovyDecimal(self.unscaled, self.scale + by),
    'movePointRight(int)': (self, [by]) => new GroovyDecimal(self.unscaled, self.scale - by).withScale(Math.max(0, self.scale - by), 'DOWN'),
    'round()': () => raise('NullPointerException', null),
    'equals(Object)': (self, [other]) => other instanceof GroovyDecimal && other.unscaled === self.unscaled && other.scale === self.scale,
});
function divideTo(self, other, scale, mode) {
    if (other.unscaled === 0n)
        return raise('ArithmeticException', 'Division by zero');
    const exact = new GroovyDecimal(self.unscaled * 10n ** BigInt(Math.max(0, scale + other.scale - self.scale + 40)), 0);
    const quotient = new GroovyDecimal(exact.unscaled / other.unscaled, Math.max(0, scale + other.scale - self.scale + 40) + self.scale - other.scale);
    return quotient.withScale(scale, roundingOf(mode));
}
export const bigIntegerMethods = methodTable()({
    'pow(int)': (self, [exponent]) => power(self, exponent, () => raise('ArithmeticException', 'BigInteger would overflow supported range')),
    'mod(BigInteger)': (self, [other]) => remainder(self, other),
    'add(BigInteger)': (self, [other]) => add(self, other),
    'toString(int)': (self, [radix]) => self.value.toString(radix),
});
export const characterMethods = methodTable()({
    'charValue()': (self) => self,
    'plus(Number)': (self, [other]) => add(self.code, other),
    'plus(Character)': (self, [other]) => add(self.code, other.code),
    'minus(Number)': (self, [other]) => subtract(self.code, other),
    'minus(Character)': (self, [other]) => subtract(self.code, other.code),
    'multiply(Number)': (self, [other]) => multiply(self.code, other),
    'multiply(Character)': (self, [other]) => multiply(self.code, other.code),
    'div(Number)': (self, [other]) => divide(self.code, other),
    'next()': (self) => new GroovyChar(self.code + 1),
    'previous()': (self) => new GroovyChar(self.code - 1),
    'compareTo(Object)': (self, [other]) => compare(self, other),
    'toUpperCase()': (self) => new GroovyChar(self.text.toUpperCase().charCodeAt(0)),
    'toLowerCase()': (self) => new GroovyChar(self.text.toLowerCase().charCodeAt(0)),
    'isDigit()': (self) => /\p{Nd}/u.test(self.text),
    'isLetter()': (self) => /\p{L}/u.test(self.text),
    'isLetterOrDigit()': (self) => /[\p{L}\p{Nd}]/u.test(self.text),
    'isUpperCase()': (self) => /\p{Lu}/u.test(self.text),
    'isLowerCase()': (self) => /\p{Ll}/u.test(self.text),
    'isWhitespace()': (self) => /\s/.test(self.text),
});
export const booleanMethods = methodTable()({
    'booleanValue()': (self) => self,
    'and(Boolean)': (self, [other]) => self && other,
    'or(Boolean)': (self, [other]) => self || other,
    'xor(Boolean)': (self, [other]) => self !== other,
    'implies(Boolean)': (self, [other]) => !self || other,
    'compareTo(Object)': (self, [other]) => compare(self, other),
    'toBoolean()': (self) => self,
});
