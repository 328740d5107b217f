import { GroovyCollection } from './collections.js';
import { hashCode, keyOf } from './hash.js';
import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
const linkedHashMap = classNamed('java.util.LinkedHashMap');
const linkedHashSet = classNamed('java.util.LinkedHashSet');
const entryClass = classNamed('java.util.LinkedHashMap$Entry');
export class MapEntry extends GroovyObject {
    key;
    value;
    constructor(key, value) {
        super();
        this.key = key;
        this.value = value;
    }
    get javaClass() {
        return entryClass;
    }
}
/** Entries by Java equality, in one of Java's orders. Never touches a JavaScript object's own keys. */
class EntryTable {
    entries = new Map();
    order;
    compare;
    /** Buckets of Java's hash table: they only grow. */
    #buckets = 16;
    constructor(order, compare) {
        this.order = order;
        this.compare = compare;
    }
    reserve(count) {
        while (this.#buckets * 0.75 < count)
            this.#buckets *= 2;
    }
    find(key) {
        return this.entries.get(keyOf(key));
    }
    set(key, value) {
        const id = keyOf(key);
        const found = this.entries.get(id);
        if (found !== undefined) {
            const before = found.value;
            found.value = value;
            return before;
        }
        this.entries.set(id, new MapEntry(key, value));
        if (this.order === 'hash')
            this.reserve(this.entries.size);
        return null;
    }
    list() {
        if (this.order === 'insertion')
            return this.entries.values();
        const all = [...this.entries.values()];
        if (this.order === 'sorted')
            return all.sort((a, b) => this.compare(a.key, b.key));
        return all
            .map((entry) => ({ entry, bucket: bucketOf(entry.key, this.#buckets) }))
            .sort((a, b) => a.bucket - b.bucket)
            .map(({ entry }) => entry);
    }
}
function bucketOf(key, buckets) {
    const hash = hashCode(key);
    return ((hash ^ (hash >>> 16)) & (buckets - 1)) >>> 0;
}
function unordered() {
    return 0;
}
/** LinkedHashMap, HashMap and TreeMap. */
export class GroovyMap extends GroovyObject {
    javaClass;
    frozen;
    #table;
    constructor(javaClass = linkedHashMap, order = 'insertion', compare = unordered, frozen = false) {
        super();
        this.javaClass = javaClass;
        this.frozen = frozen;
        this.#table = new EntryTable(order, compare);
    }
    get size() {
        return this.#table.entries.size;
    }
    get order() {
        return this.#table.order;
    }
    get comparison() {
        return this.#table.compare;
    }
    /** Null when missing, as in Java. */
    get(key) {
        return this.#table.find(key)?.value ?? null;
    }
    /** By a key that was prepared with keyOf. */
    getById(id) {
        return this.#table.entries.get(id)?.value ?? null;
    }
    has(key) {
        return this.#table.find(key) !== undefined;
    }
    /** Gives the value that was there before. */
    set(key, value) {
        return this.#table.set(key, value);
    }
    delete(key) {
        const before = this.get(key);
        this.#table.entries.delete(keyOf(key));
        return before;
    }
    clear() {
        this.#table.entries.clear();
    }
    /** Room for a known number of entries, as Java's constructors take it; it decides the order of a HashMap. */
    reserve(count) {
        this.#table.reserve(count);
        return this;
    }
    entries() {
        return this.#table.list();
    }
    keys() {
        return [...this.entries()].map((entry) => entry.key);
    }
    values() {
        return [...this.entries()].map((entry) => entry.value);
    }
}
/** LinkedHashSet, HashSet, TreeSet and the key sets of maps. */
export class GroovySet extends GroovyCollection {
    javaClass;
    #table;
    constructor(items = [], javaClass = linkedHashSet, order = 'insertion', compare = unordered) {
        super();
        this.javaClass = javaClass;
        this.#table = new EntryTable(order, compare);
        for (const item of items)
            this.add(item);
    }
    get size() {
        return this.#table.entries.size;
    }
    get order() {
        return this.#table.order;
    }
    get comparison() {
        return this.#table.compare;
    }
    has(value) {
        return this.#table.find(value) !== undefined;
    }
    add(value) {
        if (this.has(value))
            return false;
        this.#table.set(value, true);
        return true;
    }
    delete(value) {
        return this.#table.entries.delete(keyOf(value));
    }
    clear() {
        this.#table.entries.clear();
    }
    reserve(count) {
        this.#table.reserve(count);
        return this;
    }
    *[Symbol.iterator]() {
        for (const entry of this.#table.list())
            yield entry.key;
    }
}
