import { filtered, orderBy } from '../runtime/closures.js';
import { isEqual } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { callClosure } from '../runtime/invoke.js';
import { elementsOf, iterate } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { bordersOf, normalIndex, pick } from '../runtime/slice.js';
import { isTrue } from '../runtime/truth.js';
import { GroovyList, IntRange, isList } from '../values/collections.js';
import { javaEquals } from '../values/hash.js';
import { isNumber, toInt } from '../values/numbers.js';
import { flattened, sameBy, withoutRepeats } from './collection.js';
/** The elements to change; ranges and fixed lists refuse. */
function changeable(list, resize) {
    if (!(list instanceof GroovyList))
        return raise('UnsupportedOperationException', null);
    if (list.mutability === 'frozen' || (resize && list.mutability === 'fixed-size')) {
        return raise('UnsupportedOperationException', null);
    }
    return list.items;
}
function outside(index, size) {
    return raise('IndexOutOfBoundsException', `Index ${index} out of bounds for length ${size}`);
}
function itemAt(list, index) {
    if (index < 0 || index >= list.size)
        return outside(index, list.size);
    if (list instanceof IntRange)
        return list.at(index);
    return list.items[index] ?? null;
}
function insert(run, list, index, values) {
    const items = changeable(list, true);
    if (index < 0 || index > items.length)
        raise('IndexOutOfBoundsException', `Index: ${index}, Size: ${items.length}`);
    run.allocate(values.length);
    items.splice(index, 0, ...values);
}
function removeAt(list, index) {
    const items = changeable(list, true);
    if (index < 0 || index >= items.length)
        return outside(index, items.length);
    return items.splice(index, 1)[0] ?? null;
}
function removeValue(list, value) {
    const items = changeable(list, true);
    const at = items.findIndex((item) => javaEquals(item, value));
    if (at >= 0)
        items.splice(at, 1);
    return at >= 0;
}
function keep(list, keeps) {
    const items = changeable(list, true);
    const kept = items.filter(keeps);
    const changed = kept.length !== items.length;
    if (list instanceof GroovyList)
        list.items = kept;
    return changed;
}
/** `list[1..2]`: positions past the end are an error. */
function sublist(list, range) {
    const { from, to, reverse } = bordersOf(range, list.size);
    if (from < 0)
        return raise('IndexOutOfBoundsException', `fromIndex = ${from}`);
    if (to > list.size)
        return raise('IndexOutOfBoundsException', `toIndex = ${to}`);
    if (from > to)
        return raise('IllegalArgumentException', `fromIndex(${from}) > toIndex(${to})`);
    const part = list.toArray().slice(from, to);
    return new GroovyList(reverse ? part.reverse() : part);
}
/** `list[index] = value`; past the end the gap is filled with null. */
function putAt(run, list, index, value) {
    const items = changeable(list, false);
    const at = normalIndex(index, items.length);
    if (at >= items.length) {
        changeable(list, true);
        run.allocate(at - items.length + 1);
        while (items.length < at)
            items.push(null);
    }
    items[at] = value;
    return null;
}
function putSlice(run, list, range, value) {
    const items = changeable(list, true);
    const { from, to } = bordersOf(range, items.length);
    const several = isList(value) ? elementsOf(run, value) : [value];
    while (items.length < from)
        items.push(null);
    items.splice(from, to - from, ...several);
    return null;
}
export const listMethods = methodTable()({
    'get(int)': (self, [index]) => itemAt(self, index),
    'getAt(int)': (self, [index]) => {
        const at = normalIndex(index, self.size);
        return at < self.size ? itemAt(self, at) : null;
    },
    'getAt(List)': (self, [index]) => {
        if (index instanceof IntRange)
            return sublist(self, index);
        return new GroovyList(pick(index, self.size).map((at) => self.toArray()[at] ?? null));
    },
    'putAt(int, Object)': (self, [index, value], run) => putAt(run, self, index, value),
    'putAt(List, Object)': (self, [range, value], run) => range instanceof IntRange
        ? putSlice(run, self, range, value)
        : raise('UnsupportedOperationException', null),
    'set(int, Object)': (self, [index, value]) => {
        const items = changeable(self, false);
        const before = itemAt(self, index);
        items[index] = value;
        return before;
    },
    'add(Object)': (self, [value], run) => {
        run.allocate(1);
        changeable(self, true).push(value);
        return true;
    },
    'add(int, Object)': (self, [index, value], run) => {
        insert(run, self, index, [value]);
        return null;
    },
    'addAll(Collection)': (self, [values], run) => {
        insert(run, self, self.size, elementsOf(run, values));
        return values.size > 0;
    },
    'addAll(array)': (self, [values], run) => {
        insert(run, self, self.size, elementsOf(run, values));
        return values.items.length > 0;
    },
    'addAll(int, Collection)': (self, [index, values], run) => {
        insert(run, self, index, elementsOf(run, values));
        return values.size > 0;
    },
    'leftShift(Object)': (self, [value], run) => {
        run.allocate(1);
        changeable(self, true).push(value);
        return self;
    },
    'push(Object)': (self, [value]) => {
        changeable(self, true).push(value);
        return true;
    },
    'pop()': (self) => {
        const items = changeable(self, true);
        if (items.length === 0)
            return raise('NoSuchElementException', 'Cannot pop() an empty List');
        return items.pop() ?? null;
    },
    'remove(int)': (self, [index]) => removeAt(self, index),
    'remove(Object)': (self, [value]) => removeValue(self, value),
    'removeAt(int)': (self, [index]) => removeAt(self, index),
    'removeElement(Object)': (self, [value]) => removeValue(self, value),
    'removeAll(Collection)': (self, [values]) => {
        const gone = values.toArray();
        return keep(self, (item) => !gone.some((one) => javaEquals(one, item)));
    },
    'removeAll(Closure)': (self, [closure], run) => keep(self, (item) => !isTrue(callClosure(run, closure, [item]))),
    'retainAll(Collection)': (self, [values]) => {
        const kept = values.toArray();
        return keep(self, (item) => kept.some((one) => javaEquals(one, item)));
    },
    'retainAll(Closure)': (self, [closure], run) => keep(self, (item) => isTrue(callClosure(run, closure, [item]))),
    'replaceAll(Closure)': (self, [closure], run) => {
        replaceItems(self, self.toArray().map((item) => callClosure(run, closure, [item])));
        return null;
    },
    'removeIf(Closure)': (self, [closure], run) => keep(self, (item) => !isTrue(callClosure(run, closure, [item]))),
    'clear()': (self) => {
        changeable(self, true).length = 0;
        return null;
    },
    'indexOf(Object)': (self, [value]) => self.toArray().findIndex((item) => javaEquals(item, value)),
    'lastIndexOf(Object)': (self, [value]) => self.toArray().findLastIndex((item) => javaEquals(item, value)),
    'subList(int, int)': (self, [from, to]) => {
        if (from < 0)
            return raise('IndexOutOfBoundsException', `fromIndex = ${from}`);
        if (to > self.size)
            return raise('IndexOutOfBoundsException', `toIndex = ${to}`);
        if (from > to)
            return raise('IllegalArgumentException', `fromIndex(${from}) > toIndex(${to})`);
        return new GroovyList(self.toArray().slice(from, to));
    },
    'reverse()': (self) => new GroovyList(self.toArray().reverse()),
    'reverse(boolean)': (self, [change]) => {
        if (!change)
            return new GroovyList(self.toArray().reverse());
        changeable(self, false).reverse();
        return self;
    },
    'equals(Object)': (self, [other]) => isEqual(self, other),
    'equals(List)': (self, [other]) => isEqual(self, other),
    'unique()': (self) => replaceItems(self, withoutRepeats(self, isEqual)),
    'unique(boolean)': (self, [change]) => {
        const kept = withoutRepeats(self, isEqual);
        return change ? replaceItems(self, kept) : new GroovyList(kept);
    },
    'unique(Closure)': (self, [closure], run) => replaceItems(self, withoutRepeats(self, sameBy(run, closure))),
    'unique(boolean, Closure)': (self, [change, closure], run) => {
        const kept = withoutRepeats(self, sameBy(run, closure));
        return change ? replaceItems(self, kept) : new GroovyList(kept);
    },
    'flatten()': (self, _args, run) => new GroovyList(flattened(run, self)),
    'flatten(Closure)': (self, [closure], run) => new GroovyList(self.toArray().flatMap((item) => elementsOf(run, callClosure(run, closure, [item])))),
    'transpose()': (self, _args, run) => transposed(run, self),
    'swap(int, int)': (self, [a, b]) => {
        const items = changeable(self, false);
        [items[a], items[b]] = [itemAt(self, b), itemAt(self, a)];
        return self;
    },
    'plus(int, Object)': (self, [index, values], run) => {
        const items = self.toArray();
        items.splice(index, 0, ...elementsOf(run, values));
        return new GroovyList(items);
    },
    'getIndices()': (self) => new IntRange(0, self.size, false),
    'find(Closure)': (self, [closure], run) => {
        for (const item of filtered(run, self, closure))
            return item;
        return null;
    },
    'sort(boolean, Closure)': (self, [change, closure], run) => {
        const items = change ? changeable(self, false) : self.toArray();
        items.sort(orderBy(run, closure));
        return change ? self : new GroovyList(items);
    },
});
function replaceItems(list, items) {
    if (!(list instanceof GroovyList))
        return new GroovyList(items);
    if (list.mutability !== 'free')
        raise('UnsupportedOperationException', null);
    list.items = items;
    return list;
}
function transposed(run, lists) {
    const rows = [...iterate(run, lists)].map((row) => elementsOf(run, row));
    if (rows.length === 0)
        return new GroovyList([]);
    const width = Math.min(...rows.map((row) => row.length));
    return new GroovyList(Array.from({ length: width }, (_none, i) => new GroovyList(rows.map((row) => row[i] ?? null))));
}
/** Ranges, beside what lists have. */
export const rangeMethods = methodTable()({
    'getFrom()': (self) => low(self),
    'getTo()': (self) => high(self),
    'isReverse()': (self) => self instanceof IntRange && self.reverse,
    'contains(Object)': (self, [value]) => {
        if (!(self instanceof IntRange))
            return self.items.some((item) => isEqual(item, value));
        if (!isNumber(value) || self.empty)
            return false;
        const at = toInt(value);
        return (at >= Math.min(self.from, self.to) && at <= Math.max(self.from, self.to) && typeof value === 'number');
    },
    'containsWithinBounds(Object)': (self, [value], run) => [...iterate(run, self)].some((item) => isEqual(item, value)),
    'step(int)': (self, [by], run) => stepped(run, self, by),
    'step(int, Closure)': (self, [by, closure], run) => {
        for (const item of stepped(run, self, by))
            callClosure(run, closure, [item]);
        return null;
    },
});
function low(range) {
    return range instanceof IntRange ? Math.min(range.from, range.to) : range.from;
}
function high(range) {
    return range instanceof IntRange ? Math.max(range.from, range.to) : range.to;
}
function stepped(run, range, by) {
    if (by === 0)
        return raise('GroovyRuntimeException', 'Infinite loop detected due to step size of 0');
    const items = elementsOf(run, range);
    if (by < 0)
        items.reverse();
    return new GroovyList(items.filter((_item, i) => i % Math.abs(by) === 0));
}
/** Classes whose lists behave as queues. */
export const linkedListMethods = methodTable()({
    'addFirst(Object)': (self, [value]) => {
        self.items.unshift(value);
        return null;
    },
    'addLast(Object)': (self, [value]) => {
        self.items.push(value);
        return null;
    },
    'getFirst()': (self) => (self.size === 0 ? raise('NoSuchElementException', null) : (self.items[0] ?? null)),
    'getLast()': (self) => self.size === 0 ? raise('NoSuchElementException', null) : (self.items.at(-1) ?? null),
    'removeFirst()': (self) => self.size === 0 ? raise('NoSuchElementException', null) : (self.items.shift() ?? null),
    'removeLast()': (self) => self.size === 0 ? raise('NoSuchElementException', null) : (self.items.pop() ?? null),
    'poll()': (self) => self.items.shift() ?? null,
    'peek()': (self) => self.items[0] ?? null,
});
