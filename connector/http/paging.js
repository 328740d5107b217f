import { fail } from '../failure.js';
import { isObject, pointerTo, textOf } from '../json.js';
import { compilePath } from '../mapping/path.js';
import { templateText } from './template-text.js';
const BODY = 'completeResponseMap.';
const HEADERS = 'headers.';
/** Reads `completeResponseMap.total`, `headers.x-total-count`, `5000` or `"20"`. */
export function numberSource(value) {
    if (typeof value === 'number')
        return { kind: 'number', value };
    const text = textOf(value)?.trim();
    if (text === undefined || text === '')
        return undefined;
    if (/^\d+$/.test(text))
        return { kind: 'number', value: Number(text) };
    if (text.startsWith(HEADERS))
        return { kind: 'header', name: text.slice(HEADERS.length).toLowerCase() };
    const prefixed = text.startsWith(BODY);
    return { kind: 'body', path: compilePath(prefixed ? text.slice(BODY.length) : text), prefixed };
}
function wholeNumber(value, at, key) {
    const number = Number(value ?? Number.NaN);
    if (Number.isInteger(number) && number >= 0 && value !== '')
        return number;
    return fail({ ...at, pointer: pointerTo(at.pointer, key) }, {
        code: 'paging-invalid',
        message: `${key} is ${value === undefined ? 'missing' : JSON.stringify(value)}; a whole number is needed.`,
        remedy: `Write "${key}": 50, for example.`,
    });
}
function parameter(form, at, key) {
    const name = textOf(form[key]);
    if (name !== undefined && name !== '')
        return name;
    return fail({ ...at, pointer: pointerTo(at.pointer, key) }, {
        code: 'paging-invalid',
        message: `${key} is missing: the name of the query parameter is not known.`,
        remedy: `Add "${key}".`,
    });
}
function batchSize(form, at) {
    const size = wholeNumber(form.batchSize, at, 'batchSize');
    if (size > 0)
        return size;
    return fail({ ...at, pointer: pointerTo(at.pointer, 'batchSize') }, {
        code: 'paging-invalid',
        message: 'batchSize is 0: no page would follow another.',
        remedy: 'Write a page size.',
    });
}
/** Reads the `pagination` of a call. @throws ConnectorFailure when a needed key is missing */
export function readPaging(call, callAt) {
    const pagination = isObject(call.pagination) ? call.pagination : {};
    const at = (form) => ({ ...callAt, pointer: pointerTo(callAt.pointer, 'pagination', form) });
    const { nextUrl, offset, page } = pagination;
    if (isObject(nextUrl)) {
        const text = textOf(nextUrl.nextUrlPath) ?? '';
        const textAt = { ...callAt, pointer: pointerTo(at('nextUrl').pointer, 'nextUrlPath') };
        return { kind: 'nextUrl', at: at('nextUrl'), url: templateText(textAt, text, true) };
    }
    if (isObject(offset)) {
        return {
            kind: 'offset',
            at: at('offset'),
            offsetParam: parameter(offset, at('offset'), 'offsetParam'),
            batchParam: parameter(offset, at('offset'), 'batchParam'),
            batchSize: batchSize(offset, at('offset')),
            total: numberSource(offset.totalCountPath),
        };
    }
    if (isObject(page)) {
        return {
            kind: 'page',
            at: at('page'),
            pageNumberParam: parameter(page, at('page'), 'pageNumberParam'),
            pageSizeParam: textOf(page.pageSizeParam),
            pageSize: page.pageSize === undefined ? undefined : wholeNumber(page.pageSize, at('page'), 'pageSize'),
            firstPage: page.firstPageNumber === undefined
                ? 1
                : wholeNumber(page.firstPageNumber, at('page'), 'firstPageNumber'),
            pageRecords: numberSource(page.pageRecordCount),
            total: numberSource(page.totalCountPath),
        };
    }
    return { kind: 'none' };
}
