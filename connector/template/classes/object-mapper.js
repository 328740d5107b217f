import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyCalendar } from '../values/calendar.js';
import { GroovyCollection, JavaArray } from '../values/collections.js';
import { GroovyDate } from '../values/date.js';
import { GString } from '../values/gstring.js';
import { classNamed } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyDecimal, GroovyDouble, GroovyFloat, isNumber } from '../values/numbers.js';
import { toText, writtenText } from '../values/text.js';
import { GroovyObject } from '../values/value.js';
import { JsonReader } from './json-slurper.js';
/** Jackson's ObjectMapper as far as connectors use it. */
export class ObjectMapper extends GroovyObject {
    get javaClass() {
        return classNamed('com.fasterxml.jackson.databind.ObjectMapper');
    }
}
/** JSON as Jackson writes it: characters stay, dates are milliseconds. */
function write(run, value) {
    run.step();
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'string')
        return jacksonString(value);
    if (isNumber(value))
        return numberText(value);
    if (value instanceof GString)
        return gstringText(run, value);
    if (value instanceof GroovyDate || value instanceof GroovyCalendar)
        return String(value.time);
    if (value instanceof GroovyMap)
        return mapText(run, value);
    if (value instanceof GroovyCollection || value instanceof JavaArray) {
        return `[${[...value].map((item) => write(run, item)).join(',')}]`;
    }
    return jacksonString(toText(value));
}
function jacksonString(text) {
    return JSON.stringify(text).replace(/\\u[0-9a-f]{4}/g, (found) => `\\u${found.slice(2).toUpperCase()}`);
}
function numberText(value) {
    const floating = value instanceof GroovyDouble || value instanceof GroovyFloat;
    if (floating && !Number.isFinite(value.value))
        return `"${toText(value)}"`;
    return value instanceof GroovyDecimal ? value.toString() : toText(value);
}
/** Jackson sees a GString as a bean. */
function gstringText(run, value) {
    const bytes = Buffer.from(writtenText(value)).toString('base64');
    const values = `[${value.values.map((item) => write(run, item)).join(',')}]`;
    const strings = `[${value.strings.map(jacksonString).join(',')}]`;
    return `{"values":${values},"strings":${strings},"bytes":"${bytes}","valueCount":${value.values.length}}`;
}
function mapText(run, map) {
    const parts = [...map.entries()].map(({ key, value }) => {
        if (key === null)
            raise('com.fasterxml.jackson.core.JsonProcessingException', 'Null key for a Map not allowed in JSON');
        return `${jacksonString(toText(key))}:${write(run, value)}`;
    });
    return `{${parts.join(',')}}`;
}
export const objectMapperConstructors = methodTable()({ 'new()': () => new ObjectMapper() });
export const objectMapperMethods = methodTable()({
    'writeValueAsString(Object)': (_self, [value], run) => run.text(write(run, value)),
    'readValue(String, Class)': (_self, [json], run) => new JsonReader(json, run, (message) => raise('com.fasterxml.jackson.core.JsonParseException', message)).read(),
});
