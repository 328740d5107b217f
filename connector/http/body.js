import { isObject } from '../json.js';
import { columnText } from '../mapping/path.js';
/** What a content type asks of a body. */
export function isForm(contentType) {
    return /^application\/x-www-form-urlencoded/i.test(contentType ?? '');
}
/** The type as it goes over the wire: `-pws` is a word of the connector language only. */
export function wireContentType(contentType) {
    return contentType.replace(/^application\/x-www-form-urlencoded-pws/i, 'application/x-www-form-urlencoded');
}
/** The fields of an object as a form; `-pws` sends spaces as %20. */
export function formFields(fields, contentType = '') {
    const form = new URLSearchParams();
    for (const [key, value] of Object.entries(fields))
        form.append(key, columnText(value) ?? '');
    const text = form.toString();
    return /-pws/i.test(contentType) ? text.replaceAll('+', '%20') : text;
}
/** The object a JSON text stands for; undefined when it stands for something else. */
export function jsonObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Adds parameters to the query of a URL. */
export function withQuery(url, query) {
    if (query === '')
        return url;
    const [path = '', fragment] = url.split('#', 2);
    const joint = path.includes('?') ? (/[?&]$/.test(path) ? '' : '&') : '?';
    return `${path}${joint}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
/** The fields of an object as multipart/form-data, with its content type. */
export function multipart(fields) {
    const boundary = '----connector-form-boundary-7d1f04c2';
    const parts = Object.entries(fields).map(([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${columnText(value) ?? ''}\r\n`);
    return {
        contentType: `multipart/form-data; boundary=${boundary}`,
        body: `${parts.join('')}--${boundary}--\r\n`,
    };
}
