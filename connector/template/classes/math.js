import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { largest, smallest } from '../values/long-order.js';
import { GroovyDouble, GroovyFloat, toInt, toLong } from '../values/numbers.js';
const limits = { int: 32, long: 64 };
function exact(kind, value) {
    if (BigInt.asIntN(limits[kind], value) === value)
        return value;
    return raise('ArithmeticException', `${kind === 'int' ? 'integer' : 'long'} overflow`);
}
function exactInt(value) {
    return Number(exact('int', value));
}
function double(value) {
    return new GroovyDouble(value);
}
function roundHalfEven(value) {
    const floor = Math.floor(value);
    const rest = value - floor;
    if (rest !== 0.5)
        return Math.round(value);
    return floor % 2 === 0 ? floor : floor + 1;
}
function divisor(value) {
    return value === 0 ? raise('ArithmeticException', '/ by zero') : value;
}
/** Groovy cannot choose between double and float for a BigDecimal beside a whole number. */
function ambiguous(name) {
    return raise('GroovyRuntimeException', `Ambiguous method overloading for method java.lang.Math#${name}.`);
}
export const mathStatics = methodTable()({
    'abs(int)': (_self, [a]) => Math.abs(a) | 0,
    'abs(long)': (_self, [a]) => BigInt.asIntN(64, a < 0n ? -a : a),
    'abs(float)': (_self, [a]) => new GroovyFloat(Math.abs(a)),
    'abs(double)': (_self, [a]) => double(Math.abs(a)),
    'max(int, int)': (_self, [a, b]) => Math.max(a, b),
    'max(long, long)': (_self, [a, b]) => largest(a, b),
    'max(decimal, long)': () => ambiguous('max'),
    'max(long, decimal)': () => ambiguous('max'),
    'max(double, double)': (_self, [a, b]) => double(Math.max(a, b)),
    'min(int, int)': (_self, [a, b]) => Math.min(a, b),
    'min(long, long)': (_self, [a, b]) => smallest(a, b),
    'min(decimal, long)': () => ambiguous('min'),
    'min(long, decimal)': () => ambiguous('min'),
    'min(double, double)': (_self, [a, b]) => double(Math.min(a, b)),
    'round(float)': (_self, [a]) => toInt(double(Math.floor(a + 0.5))),
    'round(double)': (_self, [a]) => toLong(double(Math.floor(a + 0.5))),
    'rint(double)': (_self, [a]) => double(roundHalfEven(a)),
    'floor(double)': (_self, [a]) => double(Math.floor(a)),
    'ceil(double)': (_self, [a]) => double(Math.ceil(a)),
    'sqrt(double)': (_self, [a]) => double(Math.sqrt(a)),
    'cbrt(double)': (_self, [a]) => double(Math.cbrt(a)),
    'pow(double, double)': (_self, [a, b]) => double(a ** b),
    'exp(double)': (_self, [a]) => double(Math.exp(a)),
    'log(double)': (_self, [a]) => double(Math.log(a)),
    'log10(double)': (_self, [a]) => double(Math.log10(a)),
    'signum(double)': (_self, [a]) => double(Math.sign(a)),
    'sin(double)': (_self, [a]) => double(Math.sin(a)),
    'cos(double)': (_self, [a]) => double(Math.cos(a)),
    'tan(double)': (_self, [a]) => double(Math.tan(a)),
    'atan(double)': (_self, [a]) => double(Math.atan(a)),
    'atan2(double, double)': (_self, [a, b]) => double(Math.atan2(a, b)),
    'hypot(double, double)': (_self, [a, b]) => double(Math.hypot(a, b)),
    'toRadians(double)': (_self, [a]) => double((a / 180) * Math.PI),
    'toDegrees(double)': (_self, [a]) => double((a * 180) / Math.PI),
    'random()': (_self, _args, run) => double(run.environment.random()),
    'addExact(int, int)': (_self, [a, b]) => exactInt(BigInt(a) + BigInt(b)),
    'addExact(long, long)': (_self, [a, b]) => exact('long', a + b),
    'subtractExact(int, int)': (_self, [a, b]) => exactInt(BigInt(a) - BigInt(b)),
    'subtractExact(long, long)': (_self, [a, b]) => exact('long', a - b),
    'multiplyExact(int, int)': (_self, [a, b]) => exactInt(BigInt(a) * BigInt(b)),
    'multiplyExact(long, long)': (_self, [a, b]) => exact('long', a * b),
    'incrementExact(int)': (_self, [a]) => exactInt(BigInt(a) + 1n),
    'incrementExact(long)': (_self, [a]) => exact('long', a + 1n),
    'decrementExact(int)': (_self, [a]) => exactInt(BigInt(a) - 1n),
    'negateExact(int)': (_self, [a]) => exactInt(-BigInt(a)),
    'toIntExact(long)': (_self, [a]) => exactInt(a),
    'floorDiv(int, int)': (_self, [a, b]) => Math.floor(a / divisor(b)),
    'floorMod(int, int)': (_self, [a, b]) => ((a % divisor(b)) + b) % b,
});
export const systemStatics = methodTable()({
    'currentTimeMillis()': (_self, _args, run) => BigInt(Math.trunc(run.environment.now())),
    'nanoTime()': (_self, _args, run) => BigInt(Math.trunc(run.environment.now())) * 1000000n,
    'lineSeparator()': () => '\n',
});
