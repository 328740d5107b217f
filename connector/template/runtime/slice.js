import { GroovyList, IntRange, isList } from '../values/collections.js';
import { classNamed } from '../values/java-class.js';
import { isNumber, toInt } from '../values/numbers.js';
import { cannotCast } from './cast.js';
import { raise } from './failure.js';
/** Where a range cuts something of `size` elements; negative ends count from the back. */
export function bordersOf(range, size) {
    if (range.empty) {
        const at = normalIndex(range.from, size);
        return { from: at, to: at, reverse: false };
    }
    const from = range.from < 0 ? range.from + size : range.from;
    const end = range.written.to < 0 ? range.written.to + size : range.written.to;
    const { inclusive } = range.written;
    if (from > end)
        return { from: inclusive ? end : end + 1, to: from + 1, reverse: true };
    return { from, to: inclusive ? end + 1 : end, reverse: false };
}
/** An index with negative ones counted from the back; before the start is an error. */
export function normalIndex(index, size) {
    if (index >= 0)
        return index;
    if (index + size >= 0)
        return index + size;
    return raise('ArrayIndexOutOfBoundsException', `Negative array index [${index}] too large for array size ${size}`);
}
/** Elements by the positions in a list of indexes and ranges. */
export function pick(positions, size) {
    if (positions instanceof IntRange)
        return pickRange(positions, size);
    if (isNumber(positions))
        return [normalIndex(toInt(positions), size)];
    if (positions instanceof GroovyList)
        return positions.items.flatMap((position) => pick(position, size));
    if (isList(positions))
        return positions.toArray().flatMap((position) => pick(position, size));
    return cannotCast(positions, classNamed('int'));
}
function pickRange(range, size) {
    const { from, to, reverse } = bordersOf(range, size);
    if (to - from > 1_000_000)
        raise('IndexOutOfBoundsException', `toIndex = ${to}`);
    const found = [];
    for (let i = from; i < to; i++)
        found.push(i);
    return reverse ? found.reverse() : found;
}
