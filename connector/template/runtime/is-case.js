import { GroovyClosure } from '../values/closure.js';
import { GroovyCollection, IntRange, JavaArray } from '../values/collections.js';
import { JavaClass } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { isNumber, toDouble } from '../values/numbers.js';
import { GroovyPattern } from '../values/pattern.js';
import { toText } from '../values/text.js';
import { classOf } from './class-of.js';
import { holds, isEqual } from './equality.js';
import { callClosure } from './invoke.js';
import { matchesAll } from './regex.js';
import { isTrue } from './truth.js';
/** Groovy's isCase, behind `in`, `switch` and `grep`: whether `candidate` belongs to `test`. */
export function isCase(run, test, candidate) {
    if (test === null)
        return candidate === null;
    if (test instanceof JavaClass)
        return candidate !== null && classOf(candidate).isA(test);
    if (test instanceof IntRange) {
        return isNumber(candidate) && holdsNumber(test, toDouble(candidate));
    }
    if (test instanceof GroovyCollection)
        return holds(test, candidate);
    if (test instanceof GroovyMap)
        return isTrue(test.get(candidate));
    if (test instanceof JavaArray)
        return test.items.some((item) => isEqual(item, candidate));
    if (test instanceof GroovyClosure)
        return isTrue(callClosure(run, test, [candidate]));
    if (test instanceof GroovyPattern)
        return candidate !== null && matchesAll(run, toText(candidate), test);
    if (typeof test === 'string')
        return candidate !== null && test === toText(candidate);
    return isEqual(test, candidate);
}
function holdsNumber(range, value) {
    if (range.empty || !Number.isInteger(value))
        return false;
    return value >= Math.min(range.from, range.to) && value <= Math.max(range.from, range.to);
}
