import { fail } from '../failure.js';
import { isObject, pointerTo, textOf } from '../json.js';
import { readConditions } from './conditions.js';
import { templateText } from './template-text.js';
function paramsNode(value, text, path) {
    if (typeof value === 'string')
        return { text: text(path, value) };
    if (Array.isArray(value)) {
        return { list: value.map((element, index) => paramsNode(element, text, pointerTo(path, index))) };
    }
    if (!isObject(value))
        return { literal: value ?? null };
    return {
        fields: Object.entries(value).map(([key, inner]) => [key, paramsNode(inner, text, pointerTo(path, key))]),
    };
}
/** Reads one call. @throws ConnectorFailure when it has no url */
export function readCall(reading) {
    const { at, http, call } = reading;
    const base = reading.httpKey === undefined ? at.pointer : pointerTo(at.pointer, reading.httpKey);
    const text = (path, value) => {
        const live = reading.templates === 'always' || value.includes('${');
        if (!live && /[$\\]|<%/.test(value))
            reading.rely?.('import-templates');
        return templateText({ document: at.document, pointer: path }, value, live);
    };
    const url = textOf(http.url);
    if (url === undefined || url.trim() === '') {
        return fail(at, { code: 'call-without-url', message: 'The call has no url.', remedy: 'Add "url".' });
    }
    if (isObject(http.ssl)) {
        fail({ ...at, pointer: pointerTo(base, 'ssl') }, {
            code: 'ssl-unsupported',
            message: 'The call has ssl: this runner sends no client key and cannot choose the TLS version.',
            remedy: 'Take ssl out to try the package.',
        });
    }
    const headers = Object.entries(isObject(http.httpHeaders) ? http.httpHeaders : {}).map(([name, value]) => [name, text(pointerTo(base, 'httpHeaders', name), String(value ?? ''))]);
    const paramsAt = pointerTo(base, 'httpParams');
    const contentType = textOf(http.httpContentType);
    const given = http.httpParams;
    return {
        at,
        connection: reading.connection,
        url: text(pointerTo(base, 'url'), url),
        method: text(pointerTo(base, 'httpMethod'), textOf(http.httpMethod) ?? 'GET'),
        headers,
        contentType: contentType === undefined ? undefined : text(pointerTo(base, 'httpContentType'), contentType),
        params: readParams(given, paramsAt, text),
        conditions: readConditions(call, reading.section),
    };
}
function readParams(given, at, text) {
    if (typeof given === 'string')
        return given.trim() === '' ? { kind: 'none' } : { kind: 'text', text: text(at, given) };
    if (given === undefined || given === null)
        return { kind: 'none' };
    return { kind: 'object', value: paramsNode(given, text, at) };
}
/** The texts of a call that decide whether it depends on another record: its url and its parameters. */
export function rootsOf(call) {
    const params = call.params.kind === 'text' ? call.params.text.roots() : new Set();
    return new Set([...call.url.roots(), ...params]);
}
