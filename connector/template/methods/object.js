import { classOf } from '../runtime/class-of.js';
import { callFor, filtered, holdsFor } from '../runtime/closures.js';
import { coerceTo } from '../runtime/coerce.js';
import { isEqual } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { callClosure, invokeMethod } from '../runtime/invoke.js';
import { isCase } from '../runtime/is-case.js';
import { iterate } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { getProperty, setProperty } from '../runtime/property.js';
import { isTrue } from '../runtime/truth.js';
import { GroovyIterator, GroovyList } from '../values/collections.js';
import { hashCode } from '../values/hash.js';
import { GroovySet } from '../values/map.js';
import { inspectText, toText } from '../values/text.js';
/** What every value has, null included. */
export const objectMethods = methodTable()({
    'toString()': (self, _args, run) => run.text(toText(self)),
    'inspect()': (self, _args, run) => run.text(inspectText(self)),
    'equals(Object)': (self, [other]) => isEqual(self, other),
    'is(Object)': (self, [other]) => self === other,
    'hashCode()': (self) => hashCode(self),
    'getClass()': (self) => classOf(self),
    'asBoolean()': (self) => isTrue(self),
    'asType(Class)': (self, [type], run) => coerceTo(run, self, type),
    'isCase(Object)': (self, [candidate], run) => isCase(run, self, candidate),
    'identity(Closure)': (self, [closure], run) => callClosure(run, closure.rehydrate(self, true), [self]),
    'with(Closure)': (self, [closure], run) => callClosure(run, closure.rehydrate(self, true), [self]),
    'iterator()': (self, _args, run) => new GroovyIterator(iterate(run, self)),
    'getAt(String)': (self, [name], run) => self === null
        ? raise('NullPointerException', 'Cannot invoke method getAt() on null object')
        : getProperty(run, self, name),
    'putAt(String, Object)': (self, [name, value], run) => {
        if (self === null)
            raise('NullPointerException', 'Cannot invoke method putAt() on null object');
        setProperty(run, self, name, value);
        return null;
    },
    'each(Closure)': (self, [closure], run) => {
        for (const item of iterate(run, self))
            callFor(run, self, closure, item);
        return self;
    },
    'eachWithIndex(Closure)': (self, [closure], run) => {
        let index = 0;
        for (const item of iterate(run, self))
            callFor(run, self, closure, item, index++);
        return self;
    },
    'reverseEach(Closure)': (self, [closure], run) => {
        for (const item of [...iterate(run, self)].reverse())
            callFor(run, self, closure, item);
        return self;
    },
    'collect()': (self, _args, run) => new GroovyList([...iterate(run, self)]),
    'collect(Closure)': (self, [closure], run) => {
        const items = [];
        for (const item of iterate(run, self)) {
            run.allocate(1);
            items.push(callFor(run, self, closure, item));
        }
        return new GroovyList(items);
    },
    'collect(Collection, Closure)': (self, [target, closure], run) => {
        for (const item of iterate(run, self)) {
            const value = callFor(run, self, closure, item);
            run.allocate(1);
            if (target instanceof GroovySet)
                target.add(value);
            else
                invokeMethod(run, target, 'add', [value]);
        }
        return target;
    },
    'find()': (self, _args, run) => {
        for (const item of iterate(run, self))
            if (isTrue(item))
                return item;
        return null;
    },
    'find(Closure)': (self, [closure], run) => {
        for (const item of filtered(run, self, closure))
            return item;
        return null;
    },
    'findResult(Closure)': (self, [closure], run) => {
        for (const item of iterate(run, self)) {
            const value = callFor(run, self, closure, item);
            if (value !== null)
                return value;
        }
        return null;
    },
    'findResult(Object, Closure)': (self, [otherwise, closure], run) => {
        for (const item of iterate(run, self)) {
            const value = callFor(run, self, closure, item);
            if (value !== null)
                return value;
        }
        return otherwise;
    },
    'findAll()': (self, _args, run) => new GroovyList([...iterate(run, self)].filter(isTrue)),
    'findAll(Closure)': (self, [closure], run) => new GroovyList([...filtered(run, self, closure)]),
    'findIndexOf(Closure)': (self, [closure], run) => {
        let index = 0;
        for (const item of iterate(run, self)) {
            if (holdsFor(run, self, closure, item))
                return index;
            index++;
        }
        return -1;
    },
    'findIndexOf(int, Closure)': (self, [start, closure], run) => {
        let index = 0;
        for (const item of iterate(run, self)) {
            if (index >= start && holdsFor(run, self, closure, item))
                return index;
            index++;
        }
        return -1;
    },
    'findLastIndexOf(Closure)': (self, [closure], run) => {
        let found = -1;
        let index = 0;
        for (const item of iterate(run, self)) {
            if (holdsFor(run, self, closure, item))
                found = index;
            index++;
        }
        return found;
    },
    'findIndexValues(Closure)': (self, [closure], run) => {
        const found = [];
        let index = 0n;
        for (const item of iterate(run, self)) {
            if (holdsFor(run, self, closure, item))
                found.push(index);
            index++;
        }
        return new GroovyList(found);
    },
    'any()': (self, _args, run) => [...iterate(run, self)].some(isTrue),
    'any(Closure)': (self, [closure], run) => {
        for (const _item of filtered(run, self, closure))
            return true;
        return false;
    },
    'every()': (self, _args, run) => [...iterate(run, self)].every(isTrue),
    'every(Closure)': (self, [closure], run) => {
        for (const item of iterate(run, self))
            if (!holdsFor(run, self, closure, item))
                return false;
        return true;
    },
    'grep()': (self, _args, run) => new GroovyList([...iterate(run, self)].filter(isTrue)),
    'grep(Object)': (self, [filter], run) => new GroovyList([...iterate(run, self)].filter((item) => isCase(run, filter, item))),
    'inject(Closure)': (self, [closure], run) => {
        const items = [...iterate(run, self)];
        const [first] = items;
        if (first === undefined) {
            return raise('NoSuchElementException', 'Cannot call inject() on an empty collection without passing an initial value.');
        }
        return items.slice(1).reduce((sum, item) => callClosure(run, closure, [sum, item]), first);
    },
    'inject(Object, Closure)': (self, [initial, closure], run) => {
        let sum = initial;
        for (const item of iterate(run, self))
            sum = injectInto(sum, item, self, closure, run);
        return sum;
    },
    'split(Closure)': (self, [closure], run) => {
        const parts = [[], []];
        for (const item of iterate(run, self))
            parts[holdsFor(run, self, closure, item) ? 0 : 1].push(item);
        return new GroovyList(parts.map((part) => new GroovyList(part)));
    },
    'print(Object)': (_self, [value], run) => {
        run.write(toText(value));
        return null;
    },
    'println(Object)': (_self, [value], run) => {
        run.write(`${toText(value)}\n`);
        return null;
    },
});
/** Of a map the closure takes sum, key and value when it has three parameters. */
function injectInto(sum, item, self, closure, run) {
    if (closure.parameters.length === 3 && self !== null) {
        const key = getProperty(run, item, 'key');
        return callClosure(run, closure, [sum, key, getProperty(run, item, 'value')]);
    }
    return callClosure(run, closure, [sum, item]);
}
