import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { classNamed } from '../values/java-class.js';
import { GroovyObject } from '../values/value.js';
/** A constant of a Java enumeration. */
export class EnumConstant extends GroovyObject {
    name;
    ordinal;
    javaClass;
    constructor(javaClass, name, ordinal) {
        super();
        this.javaClass = javaClass;
        this.name = name;
        this.ordinal = ordinal;
    }
    text() {
        return this.name;
    }
    compareTo(other) {
        return other instanceof EnumConstant ? this.ordinal - other.ordinal : 0;
    }
}
function constants(className, names) {
    const javaClass = classNamed(className);
    return new Map(names.split(' ').map((name, i) => [name, new EnumConstant(javaClass, name, i)]));
}
const enumerations = new Map([
    ['java.math.RoundingMode', 'UP DOWN CEILING FLOOR HALF_UP HALF_DOWN HALF_EVEN UNNECESSARY'],
    ['java.util.concurrent.TimeUnit', 'NANOSECONDS MICROSECONDS MILLISECONDS SECONDS MINUTES HOURS DAYS'],
].map(([className, names]) => [className, constants(className, names)]));
export function enumConstant(javaClass, name) {
    return enumerations.get(javaClass.name)?.get(name);
}
export const enumStatics = methodTable()({
    'valueOf(String)': (self, [name]) => enumConstant(self, name) ?? raise('IllegalArgumentException', `No enum constant ${self.name}.${name}`),
});
export const enumMethods = methodTable()({
    'name()': (self) => self.name,
    'ordinal()': (self) => self.ordinal,
    'toString()': (self) => self.name,
});
const perUnit = [
    1n,
    1000n,
    1000000n,
    1000000000n,
    60000000000n,
    3600000000000n,
    86400000000000n,
];
function toUnit(self, amount, unit) {
    return (amount * (perUnit[self.ordinal] ?? 1n)) / (perUnit[unit] ?? 1n);
}
export const timeUnitMethods = methodTable()({
    'toMillis(long)': (self, [amount]) => toUnit(self, amount, 2),
    'toSeconds(long)': (self, [amount]) => toUnit(self, amount, 3),
    'toMinutes(long)': (self, [amount]) => toUnit(self, amount, 4),
    'toHours(long)': (self, [amount]) => toUnit(self, amount, 5),
    'toDays(long)': (self, [amount]) => toUnit(self, amount, 6),
});
