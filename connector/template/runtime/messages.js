import { GroovyCollection } from '../values/collections.js';
import { GroovyMap } from '../values/map.js';
import { toText } from '../values/text.js';
import { classOf } from './class-of.js';
const longest = 60;
/** Types of arguments as Groovy's messages list them. */
export function typesText(args) {
    return `(${args.map((arg) => (arg === null ? 'null' : classOf(arg).name)).join(', ')})`;
}
/** Arguments as Groovy's messages list them: cut once the text is long. */
export function valuesText(args) {
    return cutList(args, (value, room) => shortText(value, room), longest);
}
function shortText(value, room) {
    if (value instanceof GroovyMap)
        return cutMap(value, room);
    if (value instanceof GroovyCollection && isPlainCollection(value))
        return cutList(value, shortText, room);
    return toText(value);
}
function isPlainCollection(value) {
    return !value.javaClass.name.startsWith('groovy.lang.');
}
function cutList(items, show, room) {
    let text = '[';
    let first = true;
    for (const item of items) {
        if (!first)
            text += ', ';
        first = false;
        if (text.length > room) {
            text += '...';
            break;
        }
        text += show(item, room - text.length);
    }
    return `${text}]`;
}
function cutMap(map, room) {
    if (map.size === 0)
        return '[:]';
    let text = '[';
    let first = true;
    for (const { key, value } of map.entries()) {
        if (!first)
            text += ', ';
        first = false;
        if (text.length > room) {
            text += '...';
            break;
        }
        text += `${shortText(key, room - text.length)}:`;
        text += value === map ? '(this Map)' : shortText(value, room - text.length);
    }
    return `${text}]`;
}
/** "No signature of method: …". */
export function noMethodText(owner, name, args, isStatic = false) {
    const types = typesText(args);
    return `No signature of method: ${isStatic ? 'static ' : ''}${owner}.${name}() is applicable for argument types: ${types} values: ${valuesText(args)}`;
}
/** What Java says of a cast that cannot be; its further words differ by Java version. */
export function javaCastText(value, className) {
    const type = classOf(value).name;
    const native = `(${type} and ${className} are in module java.base of loader 'bootstrap')`;
    return `class ${type} cannot be cast to class ${className} ${native}`;
}
