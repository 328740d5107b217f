import { GroovyCollection } from './collections.js';
import { hashCode, keyOf } from './hash.js';
import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject, type Value } from './value.js';

const linkedHashMap = classNamed('java.util.LinkedHashMap');
const linkedHashSet = classNamed('java.util.LinkedHashSet');
const entryClass = classNamed('java.util.LinkedHashMap$Entry');

export class MapEntry extends GroovyObject {
  readonly key: Value;
  value: Value;
  constructor(key: Value, value: Value) {
    super();
    this.key = key;
    this.value = value;
  }
  get javaClass(): JavaClass {
    return entryClass;
  }
}

/** How a map or set runs through its entries. */
export type Order = 'insertion' | 'hash' | 'sorted';

/** Entries by Java equality, in one of Java's orders. Never touches a JavaScript object's own keys. */
class EntryTable {
  readonly entries = new Map<string, MapEntry>();
  readonly order: Order;
  readonly compare: (a: Value, b: Value) => number;
  /** Buckets of Java's hash table: they only grow. */
  #buckets = 16;

  constructor(order: Order, compare: (a: Value, b: Value) => number) {
    this.order = order;
    this.compare = compare;
  }

  reserve(count: number): void {
    while (this.#buckets * 0.75 < count) this.#buckets *= 2;
  }

  find(key: Value): MapEntry | undefined {
    return this.entries.get(keyOf(key));
  }

  set(key: Value, value: Value): Value {
    const id = keyOf(key);
    const found = this.entries.get(id);
    if (found !== undefined) {
      const before = found.value;
      found.value = value;
      return before;
    }
    this.entries.set(id, new MapEntry(key, value));
    if (this.order === 'hash') this.reserve(this.entries.size);
    return null;
  }

  list(): Iterable<MapEntry> {
    if (this.order === 'insertion') return this.entries.values();
    const all = [...this.entries.values()];
    if (this.order === 'sorted') return all.sort((a, b) => this.compare(a.key, b.key));
    return all
      .map((entry) => ({ entry, bucket: bucketOf(entry.key, this.#buckets) }))
      .sort((a, b) => a.bucket - b.bucket)
      .map(({ entry }) => entry);
  }
}

function bucketOf(key: Value, buckets: number): number {
  const hash = hashCode(key);
  return ((hash ^ (hash >>> 16)) & (buckets - 1)) >>> 0;
}

function unordered(): number {
  return 0;
}

/** LinkedHashMap, HashMap and TreeMap. */
export class GroovyMap extends GroovyObject {
  readonly javaClass: JavaClass;
  readonly frozen: boolean;
  readonly #table: EntryTable;

  constructor(
    javaClass: JavaClass = linkedHashMap,
    order: Order = 'insertion',
    compare: (a: Value, b: Value) => number = unordered,
    frozen = false,
  ) {
    super();
    this.javaClass = javaClass;
    this.frozen = frozen;
    this.#table = new EntryTable(order, compare);
  }

  get size(): number {
    return this.#table.entries.size;
  }

  get order(): Order {
    return this.#table.order;
  }

  get comparison(): (a: Value, b: Value) => number {
    return this.#table.compare;
  }

  /** Null when missing, as in Java. */
  get(key: Value): Value {
    return this.#table.find(key)?.value ?? null;
  }

  /** By a key that was prepared with keyOf. */
  getById(id: string): Value {
    return this.#table.entries.get(id)?.value ?? null;
  }

  has(key: Value): boolean {
    return this.#table.find(key) !== undefined;
  }

  /** Gives the value that was there before. */
  set(key: Value, value: Value): Value {
    return this.#table.set(key, value);
  }

  delete(key: Value): Value {
    const before = this.get(key);
    this.#table.entries.delete(keyOf(key));
    return before;
  }

  clear(): void {
    this.#table.entries.clear();
  }

  /** Room for a known number of entries, as Java's constructors take it; it decides the order of a HashMap. */
  reserve(count: number): this {
    this.#table.reserve(count);
    return this;
  }

  entries(): Iterable<MapEntry> {
    return this.#table.list();
  }

  keys(): Value[] {
    return [...this.entries()].map((entry) => entry.key);
  }

  values(): Value[] {
    return [...this.entries()].map((entry) => entry.value);
  }
}

/** LinkedHashSet, HashSet, TreeSet and the key sets of maps. */
export class GroovySet extends GroovyCollection {
  readonly javaClass: JavaClass;
  readonly #table: EntryTable;

  constructor(
    items: Iterable<Value> = [],
    javaClass: JavaClass = linkedHashSet,
    order: Order = 'insertion',
    compare: (a: Value, b: Value) => number = unordered,
  ) {
    super();
    this.javaClass = javaClass;
    this.#table = new EntryTable(order, compare);
    for (const item of items) this.add(item);
  }

  get size(): number {
    return this.#table.entries.size;
  }

  get order(): Order {
    return this.#table.order;
  }

  get comparison(): (a: Value, b: Value) => number {
    return this.#table.compare;
  }

  has(value: Value): boolean {
    return this.#table.find(value) !== undefined;
  }

  add(value: Value): boolean {
    if (this.has(value)) return false;
    this.#table.set(value, true);
    return true;
  }

  delete(value: Value): boolean {
    return this.#table.entries.delete(keyOf(value));
  }

  clear(): void {
    this.#table.entries.clear();
  }

  reserve(count: number): this {
    this.#table.reserve(count);
    return this;
  }

  *[Symbol.iterator](): Iterator<Value> {
    for (const entry of this.#table.list()) yield entry.key;
  }
}
