import { raise } from '../runtime/failure.js';
import { writeDateTime } from '../runtime/json-date.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyCalendar } from '../values/calendar.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyCollection, GroovyIterator, JavaArray } from '../values/collections.js';
import { GroovyDate } from '../values/date.js';
import { GString } from '../values/gstring.js';
import { GroovyMap, MapEntry } from '../values/map.js';
import { GroovyChar, GroovyDouble, GroovyFloat, isNumber } from '../values/numbers.js';
import { GroovyStringBuilder } from '../values/string-builder.js';
import { toText, writtenText } from '../values/text.js';
import { jsonBuilderContent } from './json-builder.js';
const shortEscapes = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
/** A JSON string as Groovy writes it: everything outside printable ASCII becomes an escape. */
export function groovyJsonString(text) {
    const body = text.replace(/["\\\p{Cc}]|[^\x20-\x7e]/gsu, (c) => c
        .split('')
        .map((unit) => shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''));
    return `"${body}"`;
}
/** groovy.json.JsonOutput.toJson. */
export function toJson(run, value) {
    run.step();
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'string')
        return groovyJsonString(value);
    if (isNumber(value))
        return numberJson(value);
    return objectJson(run, value);
}
function numberJson(value) {
    const floating = value instanceof GroovyDouble || value instanceof GroovyFloat;
    if (floating && !Number.isFinite(value.value)) {
        const what = Number.isNaN(value.value) ? 'NaN' : 'infinite';
        return raise('JsonException', `Number ${toText(value)} can't be serialized as JSON: ${what} are not allowed in JSON.`);
    }
    return toText(value);
}
function objectJson(run, value) {
    if (value instanceof GString || value instanceof GroovyStringBuilder)
        return groovyJsonString(toText(value));
    if (value instanceof GroovyChar)
        return groovyJsonString(value.text);
    if (value instanceof GroovyMap)
        return mapJson(run, value);
    if (value instanceof GroovyCollection || value instanceof JavaArray)
        return listJson(run, value);
    if (value instanceof GroovyDate || value instanceof GroovyCalendar)
        return `"${writeDateTime(value.time)}"`;
    if (value instanceof GroovyClosure)
        return toJson(run, jsonBuilderContent(run, value));
    if (value instanceof MapEntry)
        return `{"key":${toJson(run, value.key)},"value":${toJson(run, value.value)}}`;
    if (value instanceof GroovyIterator)
        return listJson(run, remaining(value));
    return groovyJsonString(toText(value));
}
function* remaining(iterator) {
    while (iterator.hasNext())
        yield iterator.next() ?? null;
}
function mapJson(run, map) {
    const parts = [];
    for (const { key, value } of map.entries()) {
        if (key === null)
            raise('IllegalArgumentException', "Maps with null keys can't be converted to JSON");
        parts.push(`${groovyJsonString(writtenText(key))}:${toJson(run, value)}`);
    }
    return `{${parts.join(',')}}`;
}
function listJson(run, items) {
    return `[${[...items].map((item) => toJson(run, item)).join(',')}]`;
}
/** JsonOutput.prettyPrint: four blanks a level. */
export function prettyJson(json) {
    let indent = '';
    let result = '';
    for (const token of json.match(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []) {
        if (token === '{' || token === '[') {
            indent += '    ';
            result += `${token}\n${indent}`;
        }
        else if (token === '}' || token === ']') {
            indent = indent.slice(4);
            result += `\n${indent}${token}`;
        }
        else if (token === ',')
            result += `,\n${indent}`;
        else
            result += token === ':' ? ': ' : token;
    }
    return result;
}
export const jsonOutputStatics = methodTable()({
    'toJson(Object)': (_self, [value], run) => run.text(toJson(run, value)),
    'prettyPrint(String)': (_self, [json], run) => run.text(prettyJson(json)),
    'unescaped(CharSequence)': (_self, [text]) => text,
});
