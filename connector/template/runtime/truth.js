import { GroovyCollection, GroovyIterator, JavaArray } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { GroovyMap } from '../values/map.js';
import { GroovyBigInteger, GroovyChar, GroovyDecimal, GroovyDouble, GroovyFloat, SmallInteger, } from '../values/numbers.js';
import { writtenText } from '../values/text.js';
function hasTruth(value) {
    return 'truth' in value && typeof value.truth === 'function';
}
/** Groovy truth: null, zero and everything empty are false. */
export function isTrue(value) {
    if (typeof value === 'boolean')
        return value;
    if (value === null)
        return false;
    if (typeof value === 'object')
        return isTrueObject(value);
    return Boolean(value);
}
function isTrueObject(value) {
    if (value instanceof GroovyCollection || value instanceof GroovyMap)
        return value.size > 0;
    if (value instanceof JavaArray)
        return value.items.length > 0;
    if (value instanceof GString)
        return writtenText(value) !== '';
    if (value instanceof GroovyDecimal)
        return value.unscaled !== 0n;
    if (value instanceof GroovyBigInteger)
        return value.value !== 0n;
    if (value instanceof GroovyDouble || value instanceof GroovyFloat)
        return value.value !== 0;
    if (value instanceof SmallInteger)
        return value.value !== 0;
    if (value instanceof GroovyChar)
        return value.code !== 0;
    if (value instanceof GroovyIterator)
        return value.hasNext();
    return hasTruth(value) ? value.truth() : true;
}
