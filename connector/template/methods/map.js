import { callFor, filtered, holdsFor, naturalOrder, orderBy } from '../runtime/closures.js';
import { isEqual } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { entrySize } from '../runtime/get-at.js';
import { callClosure } from '../runtime/invoke.js';
import { elementsOf, iterate } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { isTrue } from '../runtime/truth.js';
import { GroovyList } from '../values/collections.js';
import { classNamed } from '../values/java-class.js';
import { GroovyMap, GroovySet, MapEntry } from '../values/map.js';
import { toText } from '../values/text.js';
import { putPair } from './collection.js';
/** A map like `self` with some entries. */
function mapLike(self, entries) {
    const map = self.order === 'sorted' ? new GroovyMap(self.javaClass, 'sorted', self.comparison) : new GroovyMap();
    for (const { key, value } of entries)
        map.set(key, value);
    return map;
}
function put(run, map, key, value) {
    if (map.frozen)
        return raise('UnsupportedOperationException', null);
    run.allocate(entrySize);
    return map.set(key, value);
}
function remove(map, key) {
    return map.frozen ? raise('UnsupportedOperationException', null) : map.delete(key);
}
function isEntry(value) {
    return value instanceof MapEntry;
}
function entrySet(self) {
    return new GroovySet(self.entries(), classNamed('java.util.LinkedHashMap$LinkedEntrySet'));
}
export const mapMethods = methodTable()({
    'get(Object)': (self, [key]) => self.get(key),
    'getAt(Object)': (self, [key]) => self.get(key),
    'get(Object, Object)': (self, [key, otherwise], run) => {
        if (!self.has(key))
            put(run, self, key, otherwise);
        return self.get(key);
    },
    'getOrDefault(Object, Object)': (self, [key, otherwise]) => (self.has(key) ? self.get(key) : otherwise),
    'put(Object, Object)': (self, [key, value], run) => put(run, self, key, value),
    'putAt(Object, Object)': (self, [key, value], run) => {
        put(run, self, key, value);
        return value;
    },
    'putIfAbsent(Object, Object)': (self, [key, value], run) => self.get(key) === null ? put(run, self, key, value) : self.get(key),
    'replace(Object, Object)': (self, [key, value], run) => (self.has(key) ? put(run, self, key, value) : null),
    'merge(Object, Object, Closure)': (self, [key, value, closure], run) => {
        const before = self.get(key);
        const merged = before === null ? value : callClosure(run, closure, [before, value]);
        if (merged === null)
            remove(self, key);
        else
            put(run, self, key, merged);
        return merged;
    },
    'findResults(Closure)': (self, [closure], run) => new GroovyList(elementsOf(run, self)
        .map((entry) => callFor(run, self, closure, entry))
        .filter((value) => value !== null)),
    'putAll(Map)': (self, [other], run) => {
        for (const { key, value } of [...other.entries()])
            put(run, self, key, value);
        return null;
    },
    'putAll(Collection)': (self, [entries], run) => {
        for (const entry of elementsOf(run, entries))
            putPair(self, entry);
        return self;
    },
    'leftShift(Map)': (self, [other], run) => {
        for (const { key, value } of [...other.entries()])
            put(run, self, key, value);
        return self;
    },
    'remove(Object)': (self, [key]) => remove(self, key),
    'clear()': (self) => {
        self.clear();
        return null;
    },
    'containsKey(Object)': (self, [key]) => self.has(key),
    'containsValue(Object)': (self, [value]) => self.values().some((one) => isEqual(one, value)),
    'size()': (self) => self.size,
    'isEmpty()': (self) => self.size === 0,
    'keySet()': (self) => new GroovySet(self.keys(), classNamed('java.util.LinkedHashMap$LinkedKeySet')),
    'values()': (self) => new GroovyList(self.values(), classNamed('java.util.LinkedHashMap$LinkedValues'), 'frozen'),
    'entrySet()': entrySet,
    'equals(Object)': (self, [other]) => isEqual(self, other),
    'toString()': (self, _args, run) => run.text(toText(self)),
    'findAll(Closure)': (self, [closure], run) => mapLike(self, [...filtered(run, self, closure)].filter(isEntry)),
    'collectEntries(Map, Closure)': (self, [into, closure], run) => {
        for (const item of iterate(run, self))
            putPair(into, callFor(run, self, closure, item));
        return into;
    },
    'plus(Map)': (self, [other], run) => {
        run.allocate(self.size);
        return mapLike(self, [...self.entries(), ...other.entries()]);
    },
    'plus(Collection)': (self, [entries], run) => {
        const map = mapLike(self, self.entries());
        for (const entry of elementsOf(run, entries))
            putPair(map, entry);
        return map;
    },
    'minus(Map)': (self, [other]) => mapLike(self, [...self.entries()].filter(({ key, value }) => !(other.has(key) && isEqual(other.get(key), value)))),
    'intersect(Map)': (self, [other]) => mapLike(self, [...self.entries()].filter(({ key, value }) => other.has(key) && isEqual(other.get(key), value))),
    'subMap(Collection)': (self, [keys]) => {
        const map = new GroovyMap();
        for (const key of keys)
            if (self.has(key))
                map.set(key, self.get(key));
        return map;
    },
    'subMap(array)': (self, [keys]) => {
        const map = new GroovyMap();
        for (const key of keys)
            if (self.has(key))
                map.set(key, self.get(key));
        return map;
    },
    'take(int)': (self, [count]) => mapLike(self, [...self.entries()].slice(0, Math.max(0, count))),
    'drop(int)': (self, [count]) => mapLike(self, [...self.entries()].slice(Math.max(0, count))),
    'takeWhile(Closure)': (self, [closure], run) => {
        const entries = [...self.entries()];
        const end = entries.findIndex((entry) => !holdsFor(run, self, closure, entry));
        return mapLike(self, end < 0 ? entries : entries.slice(0, end));
    },
    'sort()': (self) => sorted(self, (a, b) => naturalOrder(a.key, b.key)),
    'toSorted()': (self) => sorted(self, (a, b) => naturalOrder(a.value, b.value)),
    'sort(Closure)': (self, [closure], run) => sorted(self, orderBy(run, closure)),
    'toSorted(Closure)': (self, [closure], run) => sorted(self, orderBy(run, closure)),
    'groupEntriesBy(Closure)': (self, [closure], run) => {
        const groups = new GroovyMap();
        for (const item of iterate(run, self)) {
            const key = callFor(run, self, closure, item);
            const group = groups.get(key);
            if (group instanceof GroovyList)
                group.items.push(item);
            else
                groups.set(key, new GroovyList([item]));
        }
        return groups;
    },
    'withDefault(Closure)': (self, [closure], run) => new DefaultMap(self, (key) => callClosure(run, closure, [key])),
    'asImmutable()': (self) => {
        const map = new GroovyMap(classNamed('java.util.Collections$UnmodifiableMap'), 'insertion', undefined, true);
        for (const { key, value } of self.entries())
            map.set(key, value);
        return map;
    },
    'forEach(Closure)': (self, [closure], run) => {
        for (const { key, value } of [...self.entries()])
            callClosure(run, closure, [key, value]);
        return null;
    },
    'computeIfAbsent(Object, Closure)': (self, [key, closure], run) => {
        if (self.get(key) === null)
            put(run, self, key, callClosure(run, closure, [key]));
        return self.get(key);
    },
    'firstKey()': (self) => self.keys()[0] ?? raise('NoSuchElementException', null),
    'lastKey()': (self) => self.keys().at(-1) ?? raise('NoSuchElementException', null),
    'any(Closure)': (self, [closure], run) => {
        for (const item of self.entries())
            if (holdsFor(run, self, closure, item))
                return true;
        return false;
    },
    'toMapString()': (self, _args, run) => run.text(toText(self)),
    'clone()': (self) => mapLike(self, self.entries()),
    'asBoolean()': (self) => isTrue(self),
});
function sorted(self, order) {
    const map = new GroovyMap();
    for (const { key, value } of [...self.entries()].sort(order))
        map.set(key, value);
    return map;
}
/** A map that makes the values it lacks. */
class DefaultMap extends GroovyMap {
    #make;
    constructor(source, make) {
        super();
        this.#make = make;
        for (const { key, value } of source.entries())
            super.set(key, value);
    }
    get(key) {
        if (!this.has(key))
            super.set(key, this.#make(key));
        return super.get(key);
    }
    getById(id) {
        return this.get(id.slice(1));
    }
}
export const entryMethods = methodTable()({
    'getKey()': (self) => self.key,
    'getValue()': (self) => self.value,
    'setValue(Object)': (self, [value]) => {
        const before = self.value;
        self.value = value;
        return before;
    },
    'equals(Object)': (self, [other]) => isEqual(self, other),
    'getAt(int)': (self, [index]) => (index === 0 ? self.key : self.value),
});
