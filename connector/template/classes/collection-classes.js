import { naturalOrder, orderBy } from '../runtime/closures.js';
import { compare, isEqual } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { elementsOf, iterate } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyList, JavaArray } from '../values/collections.js';
import { hashCode, javaEquals } from '../values/hash.js';
import { classNamed } from '../values/java-class.js';
import { GroovyMap, GroovySet, MapEntry } from '../values/map.js';
import { toText } from '../values/text.js';
function listOf(run, javaClass, items) {
    return new GroovyList(elementsOf(run, items), javaClass);
}
export const listConstructors = methodTable()({
    'new()': (self) => new GroovyList([], self),
    'new(int)': (self, [size]) => size < 0 ? raise('IllegalArgumentException', `Illegal Capacity: ${size}`) : new GroovyList([], self),
    'new(Collection)': (self, [items], run) => listOf(run, self, items),
});
const orders = {
    'java.util.HashMap': 'hash',
    'java.util.HashSet': 'hash',
    'java.util.TreeMap': 'sorted',
    'java.util.TreeSet': 'sorted',
    'java.util.concurrent.ConcurrentHashMap': 'hash',
};
function mapOf(javaClass, order = compare) {
    return new GroovyMap(javaClass, orders[javaClass.name] ?? 'insertion', order);
}
function setOf(javaClass, order = compare) {
    return new GroovySet([], javaClass, orders[javaClass.name] ?? 'insertion', order);
}
export const mapConstructors = methodTable()({
    'new()': (self) => mapOf(self),
    'new(int)': (self, [size]) => mapOf(self).reserve(Math.ceil(size * 0.75)),
    'new(Map)': (self, [other], run) => {
        run.allocate(other.size);
        const map = mapOf(self).reserve(other.size);
        for (const { key, value } of other.entries())
            map.set(key, value);
        return map;
    },
    'new(Closure)': (self, [order], run) => mapOf(self, orderBy(run, order)),
});
export const setConstructors = methodTable()({
    'new()': (self) => setOf(self),
    'new(int)': (self, [size]) => setOf(self).reserve(Math.ceil(size * 0.75)),
    'new(Collection)': (self, [items], run) => {
        run.allocate(items.size);
        const set = setOf(self).reserve(Math.max(items.size, 12));
        for (const item of items)
            set.add(item);
        return set;
    },
    'new(Closure)': (self, [order], run) => setOf(self, orderBy(run, order)),
});
export const entryConstructors = methodTable()({
    'new(Object, Object)': (_self, [key, value]) => new MapEntry(key, value),
});
function asList(run, items) {
    const [only] = items;
    const all = items.length === 1 && only instanceof JavaArray ? elementsOf(run, only) : [...items];
    return new GroovyList(all, classNamed('java.util.Arrays$ArrayList'), 'fixed-size');
}
export const arraysStatics = methodTable()({
    'asList(Object...)': (_self, [items], run) => asList(run, items),
    'toString(array)': (_self, [array]) => toText(new GroovyList(array.items)),
    'sort(array)': (_self, [array]) => {
        array.items.sort(naturalOrder);
        return null;
    },
    'fill(array, Object)': (_self, [array, value]) => {
        array.items.fill(value);
        return null;
    },
    'equals(array, array)': (_self, [a, b]) => isEqual(a, b),
    'copyOf(array, int)': (_self, [array, length], run) => {
        run.allocate(length);
        return new JavaArray(Array.from({ length }, (_none, i) => array.items[i] ?? null), array.javaClass);
    },
    'copyOfRange(array, int, int)': (_self, [array, from, to], run) => {
        run.allocate(to - from);
        return new JavaArray(Array.from({ length: to - from }, (_none, i) => array.items[from + i] ?? null), array.javaClass);
    },
});
function frozenList(items) {
    return new GroovyList(items, classNamed('java.util.Collections$UnmodifiableRandomAccessList'), 'frozen');
}
function frozenMap(source) {
    const map = new GroovyMap(classNamed('java.util.Collections$UnmodifiableMap'), 'insertion', undefined, true);
    for (const { key, value } of source.entries())
        map.set(key, value);
    return map;
}
function best(run, items, direction) {
    let found;
    for (const item of iterate(run, items)) {
        if (found === undefined || direction * compare(item, found) > 0)
            found = item;
    }
    return found === undefined ? raise('NoSuchElementException', null) : found;
}
function shuffled(run, list) {
    for (let i = list.items.length - 1; i > 0; i--) {
        const j = Math.floor(run.environment.random() * (i + 1));
        [list.items[i], list.items[j]] = [list.items[j] ?? null, list.items[i] ?? null];
    }
    return null;
}
const reverseOrder = new GroovyClosure([
    { name: 'a', type: null },
    { name: 'b', type: null },
], ([a = null, b = null]) => compare(b, a));
export const collectionsStatics = methodTable()({
    'sort(List)': (_self, [list]) => {
        if (list instanceof GroovyList)
            list.items.sort(compare);
        return null;
    },
    'sort(List, Closure)': (_self, [list, order], run) => {
        if (list instanceof GroovyList)
            list.items.sort(orderBy(run, order));
        return null;
    },
    'reverse(List)': (_self, [list]) => {
        if (list instanceof GroovyList)
            list.items.reverse();
        return null;
    },
    'shuffle(List)': (_self, [list], run) => (list instanceof GroovyList ? shuffled(run, list) : null),
    'max(Collection)': (_self, [items], run) => best(run, items, 1),
    'min(Collection)': (_self, [items], run) => best(run, items, -1),
    'emptyList()': () => frozenList([]),
    'emptyMap()': () => frozenMap(new GroovyMap()),
    'emptySet()': () => new GroovySet(),
    'singletonList(Object)': (_self, [item]) => frozenList([item]),
    'singleton(Object)': (_self, [item]) => new GroovySet([item]),
    'singletonMap(Object, Object)': (_self, [key, value]) => {
        const map = new GroovyMap();
        map.set(key, value);
        return frozenMap(map);
    },
    'unmodifiableList(List)': (_self, [list]) => frozenList(list.toArray()),
    'unmodifiableMap(Map)': (_self, [map]) => frozenMap(map),
    'nCopies(int, Object)': (_self, [count, item], run) => {
        run.allocate(count);
        return frozenList(new Array(count).fill(item));
    },
    'frequency(Collection, Object)': (_self, [items, item]) => items.toArray().filter((one) => javaEquals(one, item)).length,
    'disjoint(Collection, Collection)': (_self, [a, b]) => {
        const others = b.toArray();
        return !a.toArray().some((item) => others.some((one) => javaEquals(one, item)));
    },
    'addAll(Collection, Object...)': (_self, [target, items]) => {
        if (target instanceof GroovyList)
            target.items.push(...items);
        if (target instanceof GroovySet)
            for (const item of items)
                target.add(item);
        return items.length > 0;
    },
    'swap(List, int, int)': (_self, [list, a, b]) => {
        if (list instanceof GroovyList)
            [list.items[a], list.items[b]] = [list.items[b] ?? null, list.items[a] ?? null];
        return null;
    },
    'reverseOrder()': () => reverseOrder,
});
export const objectsStatics = methodTable()({
    'equals(Object, Object)': (_self, [a, b]) => javaEquals(a, b),
    'isNull(Object)': (_self, [value]) => value === null,
    'nonNull(Object)': (_self, [value]) => value !== null,
    'toString(Object)': (_self, [value]) => toText(value),
    'toString(Object, String)': (_self, [value, otherwise]) => (value === null ? otherwise : toText(value)),
    'hashCode(Object)': (_self, [value]) => hashCode(value),
    'hash(Object...)': (_self, [items]) => hashCode(new GroovyList(items)),
    'requireNonNull(Object)': (_self, [value]) => value ?? raise('NullPointerException', null),
    'requireNonNull(Object, String)': (_self, [value, message]) => value ?? raise('NullPointerException', message),
});
