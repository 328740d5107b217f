import { fail } from '../failure.js';
import { readPaging } from '../http/paging.js';
import { readCall, rootsOf } from '../http/read-call.js';
import { isObject, pointerTo, textOf } from '../json.js';
import { compileColumns } from '../mapping/columns.js';
import { compilePath } from '../mapping/path.js';
import { USER_DOCUMENT } from './context.js';
import { readStatusTexts } from './status.js';
/** The calls as they stand: the document itself, or the list of a `multiCall`. */
function jsonCalls(document) {
    const at = { document: USER_DOCUMENT, pointer: '' };
    if (document.call === undefined)
        return [{ json: document, at }];
    const calls = Object.entries(document.call ?? {}).flatMap(([key, json]) => isObject(json) ? [{ json, at: { ...at, pointer: pointerTo('/call', key) } }] : []);
    if (calls.length > 0)
        return calls;
    return fail({ ...at, pointer: '/call' }, {
        code: 'calls-missing',
        message: `${USER_DOCUMENT} has no calls.`,
        remedy: 'Write "type": "multiCall" and "call": [ { ... }, { ... } ], or one call without "call".',
    });
}
/** Where the list of users stands: userResponsePath, or listField, which some write. */
function listKey(json) {
    return json.userResponsePath === undefined && json.listField !== undefined
        ? 'listField'
        : 'userResponsePath';
}
function readUserCall(json, at, document, before, context) {
    const { run, target } = context;
    const nested = isObject(json.http) ? json.http : undefined;
    const call = readCall({
        at,
        http: nested ?? json,
        ...(nested !== undefined && { httpKey: 'http' }),
        call: json,
        section: document,
        connection: textOf(json.connection) ?? textOf(document.connection),
        templates: run.peek('importTemplates') === 'always' ? 'always' : 'with-braces',
        rely: (id) => run.rely(id),
    });
    const key = listKey(json);
    const names = isObject(json.colsToPropsMap) ? Object.keys(json.colsToPropsMap) : [];
    return {
        at,
        call,
        paging: readPaging(json, at),
        listField: compilePath(textOf(json[key]) ?? ''),
        listAt: { ...at, pointer: pointerTo(at.pointer, key) },
        needsList: before.size === 0,
        columns: compileColumns(json.colsToPropsMap, { ...at, pointer: pointerTo(at.pointer, 'colsToPropsMap') }, { run, environment: target.environment, dateFormat: textOf(json.dateFormat ?? document.dateFormat) }),
        written: new Map(names.map((name) => [name.trim().toLowerCase(), name.trim()])),
        statusTexts: readStatusTexts(json) ?? readStatusTexts(document),
        dependent: [...rootsOf(call)].some((root) => before.has(root.toLowerCase())),
    };
}
/**
 * The calls of ImportUserJSON in their order. A call that names a column of those before it depends on them.
 * Source: published packages, provider documentation (documented).
 * @throws ConnectorFailure
 */
export function readUserCalls(document, context) {
    const before = new Set();
    return jsonCalls(document).map(({ json, at }) => {
        const call = readUserCall(json, at, document, before, context);
        for (const name of ['user', ...call.columns.names])
            before.add(name);
        return call;
    });
}
