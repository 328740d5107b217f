import { callFor, filtered, holdsFor, naturalOrder, orderBy } from '../runtime/closures.js';
import { coerceTo } from '../runtime/coerce.js';
import { compare, holds, isEqual } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { callClosure } from '../runtime/invoke.js';
import { elementsOf, iterate } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { binaryOperator } from '../runtime/operators.js';
import { isTrue } from '../runtime/truth.js';
import { GroovyCollection, GroovyIterator, GroovyList, JavaArray } from '../values/collections.js';
import { hashCode } from '../values/hash.js';
import { arrayClassOf, classNamed } from '../values/java-class.js';
import { GroovyMap, GroovySet, MapEntry } from '../values/map.js';
import { toInt } from '../values/numbers.js';
import { toText, writtenText } from '../values/text.js';
const plus = binaryOperator('+');
/** A collection like `self`: sets stay sets. */
export function similar(self, items) {
    return self instanceof GroovySet
        ? new GroovySet(items, self.javaClass, self.order, self.comparison)
        : new GroovyList(items);
}
function sum(run, items, initial) {
    let total = initial;
    for (const item of items) {
        if (total === null)
            raise('NullPointerException', null);
        total = total === undefined ? item : plus(run, total, item);
    }
    return total ?? null;
}
function* mapped(run, self, closure) {
    for (const item of iterate(run, self))
        yield callFor(run, self, closure, item);
}
/** The element nothing else comes before in `order`; null of nothing. */
function extreme(items, order, direction) {
    let best;
    for (const item of items) {
        if (item === null)
            continue;
        if (best === undefined || direction * order(item, best) > 0)
            best = item;
    }
    return best ?? null;
}
export function flattened(run, items, into = []) {
    for (const item of items) {
        run.step();
        if (item instanceof GroovyCollection || item instanceof JavaArray)
            flattened(run, item, into);
        else
            into.push(item);
    }
    return into;
}
/** Elements without later ones equal to an earlier one. */
export function withoutRepeats(items, same) {
    const kept = [];
    for (const item of items)
        if (!kept.some((one) => same(one, item)))
            kept.push(item);
    return kept;
}
export function sortedItems(run, items, order) {
    run.step(items.length);
    return items.sort(order);
}
/** `groupBy` with any number of closures: maps within maps. */
function groupBy(run, self, items, closures) {
    const groups = new GroovyMap();
    const [first, ...rest] = closures;
    for (const item of items) {
        const key = callFor(run, self, first, item);
        const group = groups.get(key);
        if (self instanceof GroovyMap && item instanceof MapEntry) {
            const into = group instanceof GroovyMap ? group : new GroovyMap();
            into.set(item.key, item.value);
            groups.set(key, into);
        }
        else if (group instanceof GroovyList)
            group.items.push(item);
        else
            groups.set(key, new GroovyList([item]));
    }
    if (rest.length > 0) {
        for (const entry of groups.entries())
            entry.value = groupBy(run, self, iterate(run, entry.value), rest);
    }
    return groups;
}
/** A pair from collectEntries: a map, a list of two, an array or an entry. */
export function putPair(map, pair) {
    if (pair instanceof GroovyMap)
        for (const { key, value } of pair.entries())
            map.set(key, value);
    else if (pair instanceof MapEntry)
        map.set(pair.key, pair.value);
    else if (pair instanceof GroovyList || pair instanceof JavaArray)
        map.set(pair.items[0] ?? null, pair.items[1] ?? null);
    else if (pair !== null)
        raise('GroovyCastException', `Cannot cast object '${toText(pair)}' to class 'java.util.Map$Entry'`);
}
function collectMany(run, self, closure) {
    const items = [];
    for (const part of mapped(run, self, closure))
        items.push(...elementsOf(run, part));
    return new GroovyList(items);
}
function collectNested(run, items, closure) {
    const result = [];
    for (const item of items) {
        result.push(item instanceof GroovyCollection
            ? collectNested(run, item, closure)
            : callClosure(run, closure, [item]));
    }
    return new GroovyList(result);
}
/** Methods that walk elements: of collections, arrays and, where Groovy has them, maps. */
export const elementMethods = methodTable()({
    'collectEntries()': (self, _args, run) => {
        const map = new GroovyMap();
        for (const item of iterate(run, self))
            putPair(map, item);
        return map;
    },
    'collectEntries(Closure)': (self, [closure], run) => {
        const map = new GroovyMap();
        for (const pair of mapped(run, self, closure))
            putPair(map, pair);
        return map;
    },
    'collectMany(Closure)': (self, [closure], run) => collectMany(run, self, closure),
    'groupBy(Object...)': (self, [closures], run) => groupBy(run, self, iterate(run, self), closures),
    'countBy(Closure)': (self, [closure], run) => {
        const counts = new GroovyMap();
        for (const key of mapped(run, self, closure)) {
            const before = counts.get(key);
            counts.set(key, typeof before === 'number' ? before + 1 : 1);
        }
        return counts;
    },
    'count(Closure)': (self, [closure], run) => [...filtered(run, self, closure)].length,
    'max(Closure)': (self, [closure], run) => extreme(iterate(run, self), orderBy(run, closure, self), 1),
    'min(Closure)': (self, [closure], run) => extreme(iterate(run, self), orderBy(run, closure, self), -1),
});
/** Methods of collections and arrays, not of maps. */
export const sequenceMethods = methodTable()({
    'sum()': (self, _args, run) => sum(run, iterate(run, self), undefined),
    'sum(Object)': (self, [initial], run) => sum(run, iterate(run, self), initial),
    'sum(Closure)': (self, [closure], run) => sum(run, mapped(run, self, closure), undefined),
    'sum(Object, Closure)': (self, [initial, closure], run) => sum(run, mapped(run, self, closure), initial),
    'max()': (self, _args, run) => extreme(iterate(run, self), compare, 1),
    'min()': (self, _args, run) => extreme(iterate(run, self), compare, -1),
    'count(Object)': (self, [value], run) => [...iterate(run, self)].filter((item) => isEqual(item, value)).length,
    'collectNested(Closure)': (self, [closure], run) => collectNested(run, self, closure),
    'join()': (self, _args, run) => run.text([...iterate(run, self)].map(toText).join('')),
    'join(String)': (self, [separator], run) => run.text([...iterate(run, self)].map(toText).join(separator)),
    'indexed()': (self, _args, run) => indexed(run, self, 0),
    'indexed(int)': (self, [start], run) => indexed(run, self, start),
    'withIndex()': (self, _args, run) => withIndex(run, self, 0),
    'withIndex(int)': (self, [start], run) => withIndex(run, self, start),
    'toList()': (self, _args, run) => new GroovyList(elementsOf(run, self)),
    'toSet()': (self, _args, run) => hashSetOf(elementsOf(run, self)),
    'sort()': (self, _args, run) => sortInPlace(run, self, naturalOrder),
    'sort(boolean)': (self, [change], run) => {
        if (change)
            return sortInPlace(run, self, naturalOrder);
        return new GroovyList(sortedItems(run, elementsOf(run, self), naturalOrder));
    },
    'sort(Closure)': (self, [closure], run) => sortInPlace(run, self, orderBy(run, closure)),
    'sort(boolean, Closure)': (self, [change, closure], run) => {
        if (change)
            return sortInPlace(run, self, orderBy(run, closure));
        return new GroovyList(sortedItems(run, elementsOf(run, self), orderBy(run, closure)));
    },
    'toSorted()': (self, _args, run) => new GroovyList(sortedItems(run, elementsOf(run, self), naturalOrder)),
    'toSorted(Closure)': (self, [closure], run) => new GroovyList(sortedItems(run, elementsOf(run, self), orderBy(run, closure))),
    'toUnique()': (self, _args, run) => new GroovyList(withoutRepeats(iterate(run, self), isEqual)),
    'toUnique(Closure)': (self, [closure], run) => new GroovyList(withoutRepeats(iterate(run, self), sameBy(run, closure))),
    'findAll(Closure)': (self, [closure], run) => similar(self, [...filtered(run, self, closure)]),
    'findAll()': (self, _args, run) => similar(self, [...iterate(run, self)].filter(isTrue)),
    'forEach(Closure)': (self, [closure], run) => {
        for (const item of iterate(run, self))
            callClosure(run, closure, [item]);
        return null;
    },
    'findResults(Closure)': (self, [closure], run) => new GroovyList([...mapped(run, self, closure)].filter((item) => item !== null)),
    'inject(Object, Closure)': (self, [initial, closure], run) => {
        let total = initial;
        for (const item of iterate(run, self))
            total = callClosure(run, closure, [total, item]);
        return total;
    },
    'flatten()': (self, _args, run) => similar(self, flattened(run, self)),
    'asType(Class)': (self, [type], run) => coerceElements(run, self, type),
    'plus(Iterable)': (self, [other], run) => similar(self, [...self, ...elementsOf(run, other)]),
    'plus(array)': (self, [other], run) => similar(self, [...self, ...elementsOf(run, other)]),
    'plus(Object)': (self, [item], run) => {
        run.allocate(1);
        return similar(self, [...self, item]);
    },
    'minus(Iterable)': (self, [other], run) => without(run, self, other),
    'minus(array)': (self, [other], run) => without(run, self, other),
    'minus(Object)': (self, [item]) => similar(self, [...self].filter((one) => !isEqual(one, item))),
    'intersect(Iterable)': (self, [other], run) => {
        const [mine, others] = [[...self], elementsOf(run, other)];
        const [large, small] = mine.length < others.length ? [others, mine] : [mine, others];
        return similar(self, small.filter((item) => large.some((one) => isEqual(one, item))));
    },
    'disjoint(Iterable)': (self, [other], run) => {
        const others = elementsOf(run, other);
        return ![...self].some((item) => others.some((one) => isEqual(one, item)));
    },
    'combinations()': (self, _args, run) => new GroovyList(combinations(run, elementsOf(run, self))),
    'collate(int)': (self, [size], run) => collate(run, self, size, size, true),
    'collate(int, int)': (self, [size, by], run) => collate(run, self, size, by, true),
    'collate(int, boolean)': (self, [size, keepRest], run) => collate(run, self, size, size, keepRest),
    'collate(int, int, boolean)': (self, [size, by, keepRest], run) => collate(run, self, size, by, keepRest),
    'first()': (self) => [...self][0] ?? (isEmpty(self) ? noElement('first') : null),
    'last()': (self) => [...self].at(-1) ?? (isEmpty(self) ? noElement('last') : null),
    'head()': (self) => [...self][0] ?? (isEmpty(self) ? noElement('first') : null),
    'tail()': (self) => (isEmpty(self) ? noElement('tail') : like(self, [...self].slice(1))),
    'init()': (self) => (isEmpty(self) ? noElement('init') : like(self, [...self].slice(0, -1))),
    'take(int)': (self, [count]) => like(self, [...self].slice(0, Math.max(0, count))),
    'drop(int)': (self, [count]) => like(self, [...self].slice(Math.max(0, count))),
    'takeRight(int)': (self, [count]) => like(self, count <= 0 ? [] : [...self].slice(-count)),
    'dropRight(int)': (self, [count]) => like(self, count <= 0 ? [...self] : [...self].slice(0, -count)),
    'takeWhile(Closure)': (self, [closure], run) => like(self, [...self].slice(0, firstNot(run, self, closure))),
    'dropWhile(Closure)': (self, [closure], run) => like(self, [...self].slice(firstNot(run, self, closure))),
    'contains(Object)': (self, [value]) => self instanceof JavaArray ? self.items.some((item) => isEqual(item, value)) : holds(self, value),
    'permutations()': (self, _args, run) => hashSetOf(permutations(run, [...self])),
    'subsequences()': (self, _args, run) => hashSetOf(subsequences(run, [...self])),
    'toString()': (self, _args, run) => run.text(toText(self)),
});
function coerceElements(run, self, type) {
    return coerceTo(run, self, type);
}
function isEmpty(self) {
    return self instanceof JavaArray ? self.items.length === 0 : self.size === 0;
}
const emptyTexts = {
    first: 'Cannot access first() element from an empty List',
    last: 'Cannot access last() element from an empty List',
    tail: 'Cannot access tail() for an empty iterable',
    init: 'Cannot access init() for an empty Iterable',
};
function noElement(name) {
    return raise('NoSuchElementException', emptyTexts[name]);
}
/** Slices of arrays are arrays. */
function like(self, items) {
    return self instanceof JavaArray ? new JavaArray(items, self.javaClass) : similar(self, items);
}
export function hashSetOf(items) {
    const set = new GroovySet([], classNamed('java.util.HashSet'), 'hash').reserve(items.length);
    for (const item of items)
        set.add(item);
    return set;
}
export function sameBy(run, closure) {
    if (closure.parameters.length === 2)
        return (a, b) => isEqual(callClosure(run, closure, [a, b]), 0);
    return (a, b) => isEqual(callClosure(run, closure, [a]), callClosure(run, closure, [b]));
}
function sortInPlace(run, self, order) {
    if (self instanceof JavaArray || self instanceof GroovyList) {
        if (self instanceof GroovyList && self.mutability === 'frozen')
            raise('UnsupportedOperationException', null);
        sortedItems(run, self.items, order);
        return self;
    }
    return new GroovyList(sortedItems(run, elementsOf(run, self), order));
}
function without(run, self, other) {
    const removed = elementsOf(run, other);
    run.step(removed.length);
    return similar(self, [...self].filter((item) => !removed.some((one) => isEqual(item, one))));
}
function firstNot(run, self, closure) {
    let index = 0;
    for (const item of self) {
        if (!holdsFor(run, self, closure, item))
            return index;
        index++;
    }
    return index;
}
function indexed(run, self, start) {
    const map = new GroovyMap();
    let index = start;
    for (const item of iterate(run, self))
        map.set(index++, item);
    return map;
}
function withIndex(run, self, start) {
    let index = start;
    return new GroovyList([...iterate(run, self)].map((item) => new GroovyList([item, index++])));
}
function combinations(run, lists) {
    let rows = [[]];
    lists.forEach((list, position) => {
        const options = elementsOf(run, list);
        run.allocate(rows.length * options.length * (position + 1));
        rows = options.flatMap((option) => rows.map((row) => [...row, option]));
    });
    return rows.map((row) => new GroovyList(row));
}
function collate(run, self, size, by, keepRest) {
    const items = [...self];
    if (size <= 0)
        return new GroovyList([new GroovyList(items)]);
    if (by === 0)
        raise('IllegalArgumentException', 'step cannot be zero');
    const parts = [];
    for (let at = 0; at < items.length; at += by) {
        if (at + size > items.length && !keepRest)
            break;
        run.allocate(size);
        parts.push(new GroovyList(items.slice(at, at + size)));
    }
    return new GroovyList(parts);
}
function permutations(run, items) {
    if (items.length <= 1)
        return [new GroovyList([...items])];
    return items.flatMap((item, i) => {
        const rest = permutations(run, [...items.slice(0, i), ...items.slice(i + 1)]);
        run.allocate(rest.length * (items.length + 10));
        return rest.map((one) => new GroovyList([item, ...one.items]));
    });
}
function subsequences(run, items) {
    let found = [];
    for (const item of items) {
        run.allocate(found.length * items.length + 1);
        found = [...found, ...found.map((one) => [...one, item]), [item]];
    }
    return found.map((one) => new GroovyList(one));
}
/** What java.util.Collection itself has. */
export const collectionMethods = methodTable()({
    'size()': (self) => self.size,
    'isEmpty()': (self) => self.size === 0,
    'iterator()': (self) => new GroovyIterator(self[Symbol.iterator]()),
    'containsAll(Collection)': (self, [others]) => others.toArray().every((item) => holds(self, item)),
    'toArray()': (self, _args, run) => {
        run.allocate(self.size);
        return new JavaArray(self.toArray(), arrayClassOf(classNamed('java.lang.Object')));
    },
    'asImmutable()': (self) => self instanceof GroovyList
        ? new GroovyList(self.items, classNamed('java.util.Collections$UnmodifiableRandomAccessList'), 'frozen')
        : self,
    'asSynchronized()': (self) => self,
    'multiply(Number)': (self, [count], run) => {
        const times = Math.max(0, toInt(count));
        run.allocate(self.size * times);
        return similar(self, Array.from({ length: times }, () => self.toArray()).flat());
    },
    'getAt(int)': (self, [index]) => self.toArray().at(index) ?? null,
    'toListString()': (self, _args, run) => run.text(writtenText(self)),
    'asList()': (self) => new GroovyList(self.toArray()),
    'clone()': (self) => similar(self, self.toArray()),
    'hashCode()': (self) => hashCode(self),
});
