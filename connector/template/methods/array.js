import { toBuffer, toByteArray } from '../runtime/bytes.js';
import { castTo } from '../runtime/cast.js';
import { isEqual } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { bordersOf, normalIndex, pick } from '../runtime/slice.js';
import { GroovyIterator, GroovyList, IntRange, JavaArray } from '../values/collections.js';
import { WritableText } from '../values/writable-text.js';
function checked(array, index) {
    const at = normalIndex(index, array.items.length);
    if (at < array.items.length)
        return at;
    return raise('ArrayIndexOutOfBoundsException', `Index ${index} out of bounds for length ${array.items.length}`);
}
function sliceOf(array, range) {
    const { from, to, reverse } = bordersOf(range, array.items.length);
    if (to > array.items.length)
        return raise('IndexOutOfBoundsException', `toIndex = ${to}`);
    const part = array.items.slice(from, to);
    return reverse ? part.reverse() : part;
}
/** Java arrays, beside what all sequences have. */
export const arrayMethods = methodTable()({
    'size()': (self) => self.items.length,
    'getAt(int)': (self, [index]) => self.items[checked(self, index)] ?? null,
    'getAt(List)': (self, [index]) => new GroovyList(index instanceof IntRange
        ? sliceOf(self, index)
        : pick(index, self.items.length).map((at) => self.items[checked(self, at)] ?? null)),
    'putAt(int, Object)': (self, [index, value], run) => {
        self.items[checked(self, index)] = castTo(run, value, self.component);
        return null;
    },
    'iterator()': (self) => new GroovyIterator(self.items[Symbol.iterator]()),
    'reverse()': (self) => new JavaArray([...self.items].reverse(), self.javaClass),
    'plus(Object)': (self, [item]) => new JavaArray([...self.items, item], self.javaClass),
    'plus(Collection)': (self, [items]) => new JavaArray([...self.items, ...items], self.javaClass),
    'plus(array)': (self, [items]) => new JavaArray([...self.items, ...items], self.javaClass),
    'swap(int, int)': (self, [a, b]) => {
        const [one, other] = [checked(self, a), checked(self, b)];
        [self.items[one], self.items[other]] = [self.items[other] ?? null, self.items[one] ?? null];
        return self;
    },
    'equals(Object)': (self, [other]) => isEqual(self, other),
    'encodeBase64()': (self) => new WritableText(toBuffer(self).toString('base64')),
    'encodeHex()': (self) => new WritableText(toBuffer(self).toString('hex')),
});
/** Reading bytes out of texts. */
export const encodedStringMethods = methodTable()({
    'decodeBase64()': (self) => toByteArray(Buffer.from(self, 'base64')),
    'decodeHex()': (self) => {
        if (self.length % 2 === 1)
            raise('NumberFormatException', 'odd number of characters in hex string');
        return toByteArray(Buffer.from(self, 'hex'));
    },
});
