import { findMethods } from '../library.js';
import { GroovyCollection, GroovyList, isList, JavaArray } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { GroovyMap } from '../values/map.js';
import { writtenText } from '../values/text.js';
import { classOf } from './class-of.js';
import { raise } from './failure.js';
import { invokeMethod } from './invoke.js';
import { getProperty, setProperty } from './property.js';
import { selectMethod } from './select-method.js';
/** `object[index]`. */
export function getAt(run, object, index) {
    if (object instanceof GroovyMap)
        return object.get(index);
    if (object instanceof GroovyList && typeof index === 'number')
        return listItem(object, index);
    if (index === null && isIndexed(object)) {
        return raise('GroovyRuntimeException', `Ambiguous method overloading for method ${classOf(object).name}#getAt.`);
    }
    const name = typeof index === 'string' ? index : index instanceof GString ? writtenText(index) : null;
    if (name !== null) {
        const method = object === null ? undefined : selectMethod(findMethods(classOf(object), 'getAt'), [index]);
        if (method === undefined)
            return getProperty(run, object, name);
    }
    return invokeMethod(run, object, 'getAt', [index]);
}
function isIndexed(object) {
    return typeof object === 'string' || isList(object) || object instanceof JavaArray;
}
/** Past the end is null; before the start is an error. */
function listItem(list, index) {
    const { items } = list;
    if (index >= 0)
        return items[index] ?? null;
    const fromEnd = items.length + index;
    if (fromEnd >= 0)
        return items[fromEnd] ?? null;
    return raise('ArrayIndexOutOfBoundsException', `Negative array index [${index}] too large for array size ${items.length}`);
}
/** An entry takes the room of that many characters. */
export const entrySize = 50;
/** `object[index] = value`. */
export function putAt(run, object, index, value) {
    if (object instanceof GroovyMap && !object.frozen) {
        run.allocate(entrySize);
        object.set(index, value);
        return;
    }
    const method = object === null ? undefined : selectMethod(findMethods(classOf(object), 'putAt'), [index, value]);
    if (method === undefined && typeof index === 'string' && object !== null && !isList(object)) {
        if (!(object instanceof GroovyCollection)) {
            setProperty(run, object, index, value);
            return;
        }
    }
    invokeMethod(run, object, 'putAt', [index, value]);
}
