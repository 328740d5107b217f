import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
/** Anything with elements that Java calls a Collection. */
export class GroovyCollection extends GroovyObject {
    toArray() {
        return [...this];
    }
}
const arrayList = classNamed('java.util.ArrayList');
/** ArrayList, LinkedList and the other lists. */
export class GroovyList extends GroovyCollection {
    items;
    javaClass;
    mutability;
    constructor(items, javaClass = arrayList, mutability = 'free') {
        super();
        this.items = items;
        this.javaClass = javaClass;
        this.mutability = mutability;
    }
    get size() {
        return this.items.length;
    }
    [Symbol.iterator]() {
        return this.items[Symbol.iterator]();
    }
    toArray() {
        return this.items.slice();
    }
}
/** A Java array; `component` decides what may be stored and how it prints. */
export class JavaArray extends GroovyObject {
    items;
    javaClass;
    constructor(items, javaClass) {
        super();
        this.items = items;
        this.javaClass = javaClass;
    }
    get component() {
        return this.javaClass.component ?? classNamed('java.lang.Object');
    }
    [Symbol.iterator]() {
        return this.items[Symbol.iterator]();
    }
}
const intRange = classNamed('groovy.lang.IntRange');
const objectRange = classNamed('groovy.lang.ObjectRange');
const emptyRange = classNamed('groovy.lang.EmptyRange');
/** `from..to` over Integers; elements are made when they are asked for. */
export class IntRange extends GroovyCollection {
    from;
    /** The last element; as written it may count from the end of what is sliced. */
    to;
    reverse;
    empty;
    written;
    /** The range as written: `from` may be above `to`. */
    constructor(from, to, inclusive = true) {
        super();
        this.from = from;
        this.to = inclusive || from === to ? to : from > to ? to + 1 : to - 1;
        this.reverse = from > to;
        this.empty = !inclusive && from === to;
        this.written = { to, inclusive };
    }
    get javaClass() {
        return this.empty ? emptyRange : intRange;
    }
    get size() {
        return this.empty ? 0 : Math.abs(this.to - this.from) + 1;
    }
    at(index) {
        return this.reverse ? this.from - index : this.from + index;
    }
    *[Symbol.iterator]() {
        for (let i = 0; i < this.size; i++)
            yield this.at(i);
    }
}
/** `'a'..'e'` and ranges of other things that have a next. */
export class ObjectRange extends GroovyCollection {
    items;
    from;
    to;
    constructor(from, to, items) {
        super();
        this.from = from;
        this.to = to;
        this.items = items;
    }
    get javaClass() {
        return objectRange;
    }
    get size() {
        return this.items.length;
    }
    [Symbol.iterator]() {
        return this.items[Symbol.iterator]();
    }
}
export function isList(value) {
    return value instanceof GroovyList || value instanceof IntRange || value instanceof ObjectRange;
}
/** A java.util.Iterator over values. */
export class GroovyIterator extends GroovyObject {
    #source;
    #ahead = null;
    constructor(source) {
        super();
        this.#source = source;
    }
    get javaClass() {
        return classNamed('java.util.ArrayList$Itr');
    }
    hasNext() {
        this.#ahead ??= this.#source.next();
        return this.#ahead.done !== true;
    }
    /** The next value; undefined when there is none. */
    next() {
        if (!this.hasNext())
            return undefined;
        const value = this.#ahead?.value;
        this.#ahead = null;
        return value;
    }
}
