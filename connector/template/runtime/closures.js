import { hashCode } from '../values/hash.js';
import { GroovyMap, MapEntry } from '../values/map.js';
import { classOf } from './class-of.js';
import { compare } from './equality.js';
import { GroovyFailure } from './failure.js';
import { callClosure } from './invoke.js';
import { iterate } from './iterate.js';
import { isTrue } from './truth.js';
/** Calls a closure for an element; of a map it gets the entry, or key and value if it takes two. */
export function callFor(run, owner, closure, item, ...more) {
    const pair = owner instanceof GroovyMap && item instanceof MapEntry;
    if (pair && closure.parameters.length === 2 + more.length) {
        return callClosure(run, closure, [item.key, item.value, ...more]);
    }
    return callClosure(run, closure, [item, ...more]);
}
export function holdsFor(run, owner, closure, item) {
    return isTrue(callFor(run, owner, closure, item));
}
/** Elements for which the closure is true. */
export function* filtered(run, owner, closure) {
    for (const item of iterate(run, owner))
        if (holdsFor(run, owner, closure, item))
            yield item;
}
/** An order given by a closure: of two parameters it compares, of one it gives the key. */
export function orderBy(run, closure, owner = null) {
    if (closure.parameters.length === 2 && !(owner instanceof GroovyMap && closure.parameters.length !== 2)) {
        return (a, b) => toOrder(callClosure(run, closure, [a, b]));
    }
    return (a, b) => naturalOrder(callClosure(run, closure, [a]), callClosure(run, closure, [b]));
}
function toOrder(value) {
    return typeof value === 'number' ? value : compare(value, 0);
}
/** The order sorting uses: `<=>`, and hash codes where that is impossible. */
export function naturalOrder(a, b) {
    try {
        return compare(a, b);
    }
    catch (error) {
        if (!(error instanceof GroovyFailure))
            throw error;
        const name = classOf(error.throwable).simpleName;
        if (name !== 'ClassCastException' && name !== 'GroovyRuntimeException')
            throw error;
        return hashCode(a) - hashCode(b) > 0 ? 1 : -1;
    }
}
