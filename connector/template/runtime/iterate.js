import { GroovyCollection, GroovyIterator, JavaArray } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { GroovyMap } from '../values/map.js';
import { GroovyMatcher } from '../values/matcher.js';
import { writtenText } from '../values/text.js';
import { matchesOf } from './matches.js';
/** What a `for` or `each` runs over: elements, entries, characters, matches; null is empty, anything else itself. */
export function* iterate(run, value) {
    for (const item of sourceOf(run, value)) {
        run.step();
        yield item;
    }
}
function sourceOf(run, value) {
    if (value === null)
        return [];
    if (value instanceof GroovyCollection || value instanceof JavaArray)
        return value;
    if (value instanceof GroovyMap)
        return [...value.entries()];
    if (typeof value === 'string')
        return value.split('');
    if (value instanceof GString)
        return writtenText(value).split('');
    if (value instanceof GroovyMatcher)
        return matchesOf(run, value);
    if (value instanceof GroovyIterator)
        return remaining(value);
    return [value];
}
function* remaining(iterator) {
    for (let item = iterator.next(); item !== undefined; item = iterator.next())
        yield item;
}
/** All elements in a fresh array. */
export function elementsOf(run, value) {
    const items = [];
    for (const item of iterate(run, value)) {
        run.allocate(1);
        items.push(item);
    }
    return items;
}
