import { compareText } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { classNamed } from '../values/java-class.js';
import { GroovyDouble } from '../values/numbers.js';
import { toText } from '../values/text.js';
import { GroovyObject } from '../values/value.js';
const multiplier = 0x5deece66dn;
const mask = (1n << 48n) - 1n;
/** java.util.Random: Java's own generator, so that a seed gives the numbers Java gives. */
export class JavaRandom extends GroovyObject {
    #state;
    constructor(seed) {
        super();
        this.#state = (seed ^ multiplier) & mask;
    }
    get javaClass() {
        return classNamed('java.util.Random');
    }
    bits(count) {
        this.#state = (this.#state * multiplier + 0xbn) & mask;
        return Number(BigInt.asIntN(32, this.#state >> BigInt(48 - count)));
    }
    below(bound) {
        if (bound <= 0)
            raise('IllegalArgumentException', 'bound must be positive');
        if ((bound & -bound) === bound)
            return Number((BigInt(bound) * BigInt(this.bits(31))) >> 31n);
        for (;;) {
            const drawn = this.bits(31);
            const value = drawn % bound;
            if (drawn - value + (bound - 1) <= 0x7fffffff)
                return value;
        }
    }
    long() {
        return BigInt.asIntN(64, (BigInt(this.bits(32)) << 32n) + BigInt(this.bits(32)));
    }
    double() {
        return (this.bits(26) * 2 ** 27 + this.bits(27)) / 2 ** 53;
    }
}
function freshSeed(run) {
    return BigInt(Math.floor(run.environment.random() * 2 ** 48));
}
export const randomConstructors = methodTable()({
    'new()': (_self, _args, run) => new JavaRandom(freshSeed(run)),
    'new(long)': (_self, [seed]) => new JavaRandom(seed),
});
export const randomMethods = methodTable()({
    'nextInt()': (self) => self.bits(32),
    'nextInt(int)': (self, [bound]) => self.below(bound),
    'nextLong()': (self) => self.long(),
    'nextBoolean()': (self) => self.bits(1) !== 0,
    'nextDouble()': (self) => new GroovyDouble(self.double()),
});
/** java.util.UUID. */
export class JavaUuid extends GroovyObject {
    id;
    constructor(id) {
        super();
        this.id = id;
    }
    get javaClass() {
        return classNamed('java.util.UUID');
    }
    text() {
        return this.id;
    }
    compareTo(other) {
        return compareText(this.id, toText(other));
    }
}
/** A version 4 UUID from the randomness of the environment. */
function randomUuid(run) {
    const hex = Array.from({ length: 32 }, () => Math.floor(run.environment.random() * 16).toString(16));
    hex[12] = '4';
    hex[16] = '89ab'.charAt(Math.floor(run.environment.random() * 4));
    const text = hex.join('');
    return new JavaUuid([text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-'));
}
export const uuidStatics = methodTable()({
    'randomUUID()': (_self, _args, run) => randomUuid(run),
    'fromString(String)': (_self, [text]) => {
        const parts = text.split('-');
        if (parts.length !== 5 || !parts.every((part) => /^[0-9a-fA-F]+$/.test(part))) {
            return raise('IllegalArgumentException', `Invalid UUID string: ${text}`);
        }
        const widths = [8, 4, 4, 4, 12];
        return new JavaUuid(parts
            .map((part, i) => part
            .toLowerCase()
            .padStart(widths[i] ?? 0, '0')
            .slice(-(widths[i] ?? 0)))
            .join('-'));
    },
});
export const uuidMethods = methodTable()({
    'toString()': (self) => self.id,
    'version()': (self) => Number.parseInt(self.id.charAt(14), 16),
});
