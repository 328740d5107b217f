import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject, type Value } from './value.js';

/** Anything with elements that Java calls a Collection. */
export abstract class GroovyCollection extends GroovyObject {
  abstract readonly size: number;
  abstract [Symbol.iterator](): Iterator<Value>;

  toArray(): Value[] {
    return [...this];
  }
}

const arrayList = classNamed('java.util.ArrayList');

/** What may be changed: everything, elements only (`Arrays.asList`), or nothing. */
export type Mutability = 'free' | 'fixed-size' | 'frozen';

/** ArrayList, LinkedList and the other lists. */
export class GroovyList extends GroovyCollection {
  items: Value[];
  readonly javaClass: JavaClass;
  readonly mutability: Mutability;

  constructor(items: Value[], javaClass: JavaClass = arrayList, mutability: Mutability = 'free') {
    super();
    this.items = items;
    this.javaClass = javaClass;
    this.mutability = mutability;
  }

  get size(): number {
    return this.items.length;
  }

  [Symbol.iterator](): Iterator<Value> {
    return this.items[Symbol.iterator]();
  }

  override toArray(): Value[] {
    return this.items.slice();
  }
}

/** A Java array; `component` decides what may be stored and how it prints. */
export class JavaArray extends GroovyObject {
  readonly items: Value[];
  readonly javaClass: JavaClass;

  constructor(items: Value[], javaClass: JavaClass) {
    super();
    this.items = items;
    this.javaClass = javaClass;
  }

  get component(): JavaClass {
    return this.javaClass.component ?? classNamed('java.lang.Object');
  }

  [Symbol.iterator](): Iterator<Value> {
    return this.items[Symbol.iterator]();
  }
}

const intRange = classNamed('groovy.lang.IntRange');
const objectRange = classNamed('groovy.lang.ObjectRange');
const emptyRange = classNamed('groovy.lang.EmptyRange');

/** `from..to` over Integers; elements are made when they are asked for. */
export class IntRange extends GroovyCollection {
  readonly from: number;
  /** The last element; as written it may count from the end of what is sliced. */
  readonly to: number;
  readonly reverse: boolean;
  readonly empty: boolean;
  readonly written: { readonly to: number; readonly inclusive: boolean };

  /** The range as written: `from` may be above `to`. */
  constructor(from: number, to: number, inclusive = true) {
    super();
    this.from = from;
    this.to = inclusive || from === to ? to : from > to ? to + 1 : to - 1;
    this.reverse = from > to;
    this.empty = !inclusive && from === to;
    this.written = { to, inclusive };
  }

  get javaClass(): JavaClass {
    return this.empty ? emptyRange : intRange;
  }

  get size(): number {
    return this.empty ? 0 : Math.abs(this.to - this.from) + 1;
  }

  at(index: number): Value {
    return this.reverse ? this.from - index : this.from + index;
  }

  *[Symbol.iterator](): Iterator<Value> {
    for (let i = 0; i < this.size; i++) yield this.at(i);
  }
}

/** `'a'..'e'` and ranges of other things that have a next. */
export class ObjectRange extends GroovyCollection {
  readonly items: readonly Value[];
  readonly from: Value;
  readonly to: Value;

  constructor(from: Value, to: Value, items: readonly Value[]) {
    super();
    this.from = from;
    this.to = to;
    this.items = items;
  }

  get javaClass(): JavaClass {
    return objectRange;
  }

  get size(): number {
    return this.items.length;
  }

  [Symbol.iterator](): Iterator<Value> {
    return this.items[Symbol.iterator]();
  }
}

/** Everything with positions: lists and ranges. */
export type ListValue = GroovyList | IntRange | ObjectRange;

export function isList(value: Value): value is ListValue {
  return value instanceof GroovyList || value instanceof IntRange || value instanceof ObjectRange;
}

/** A java.util.Iterator over values. */
export class GroovyIterator extends GroovyObject {
  readonly #source: Iterator<Value>;
  #ahead: IteratorResult<Value> | null = null;

  constructor(source: Iterator<Value>) {
    super();
    this.#source = source;
  }

  get javaClass(): JavaClass {
    return classNamed('java.util.ArrayList$Itr');
  }

  hasNext(): boolean {
    this.#ahead ??= this.#source.next();
    return this.#ahead.done !== true;
  }

  /** The next value; undefined when there is none. */
  next(): Value | undefined {
    if (!this.hasNext()) return undefined;
    const value = this.#ahead?.value;
    this.#ahead = null;
    return value;
  }
}
