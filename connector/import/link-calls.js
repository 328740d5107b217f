import { fail } from '../failure.js';
import { isObject, objectOf, pointerTo, textOf } from '../json.js';
import { columnText, compilePath } from '../mapping/path.js';
import { IMPORT_DOCUMENT } from './context.js';
import { ownerPath } from './found-owners.js';
import { orderedTypes } from './import-entitlements.js';
import { orderedCalls, readPagedCall } from './read-section.js';
const PROCESSINGS = [
    'acctToEntMapping',
    'entToAcctMapping',
    'httpEntToAcct',
    'httpAcctToEnt',
    'http',
];
const POINTER = '/acctEntParams';
function processingOf(value, at) {
    const found = PROCESSINGS.find((name) => name === value);
    if (found !== undefined)
        return found;
    return fail({ ...at, pointer: pointerTo(at.pointer, 'processingType') }, {
        code: 'processing-type-unknown',
        message: `processingType is ${value === undefined ? 'missing' : JSON.stringify(value)}.`,
        remedy: `Use one of ${PROCESSINGS.join(', ')}.`,
    });
}
function privileges(json) {
    const params = objectOf(json.privilegeParams);
    const name = textOf(params.attrName);
    if (name === undefined)
        return () => undefined;
    const path = typeof params.attrValuePath === 'string' ? compilePath(params.attrValuePath) : undefined;
    const fixed = columnText(params.attrValue) ?? '';
    return (element) => ({ [name]: path === undefined ? fixed : (columnText(path.read(element)) ?? '') });
}
function readLinkCall(type, processing, json, at, section, context) {
    return {
        ...readPagedCall(json, at, section, context),
        needsList: false,
        at,
        type,
        processing,
        accountColumn: (textOf(json.acctKeyField) ?? 'accountID').toLowerCase(),
        entitlementColumn: (textOf(json.entKeyField) ?? 'entitlementID').toLowerCase(),
        accountId: compilePath(textOf(json.acctIdPath) ?? textOf(json.idPath) ?? ''),
        entitlementId: compilePath(textOf(json.entIdPath) ?? textOf(json.idPath) ?? ''),
        owner: ownerPath(json, at),
        privilegesOf: privileges(json),
    };
}
function sourcesOfType(type, json, section, context) {
    const at = { document: IMPORT_DOCUMENT, pointer: pointerTo(POINTER, 'entTypes', type, 'call') };
    return orderedCalls(objectOf(json.call), at).map(({ json: call, at: callAt }) => {
        const own = call.processingType ?? json.processingType ?? section.processingType;
        const processing = processingOf(own, callAt);
        if (processing === 'acctToEntMapping')
            return { kind: 'accounts', type, at: callAt };
        if (processing === 'entToAcctMapping')
            return { kind: 'entitlements', type, at: callAt };
        return { kind: 'call', call: readLinkCall(type, processing, call, callAt, section, context) };
    });
}
/** Where links come from, by acctEntParams: of each entitlement type, or of the section as a whole. @throws ConnectorFailure */
export function readLinkSources(section, context) {
    const types = orderedTypes(objectOf(section.entTypes)).filter(({ json }) => isObject(json.call));
    if (types.length > 0)
        return types.flatMap(({ type, json }) => sourcesOfType(type, json, section, context));
    if (Object.keys(section).length === 0 || section.processingType === undefined)
        return [];
    const at = { document: IMPORT_DOCUMENT, pointer: POINTER };
    const processing = processingOf(section.processingType, at);
    if (processing === 'acctToEntMapping')
        return [{ kind: 'accounts', type: undefined, at }];
    if (processing === 'entToAcctMapping')
        return [{ kind: 'entitlements', type: undefined, at }];
    return fail(at, {
        code: 'section-missing',
        message: `acctEntParams has processingType ${processing} and no entTypes with calls.`,
        remedy: 'Add entTypes.<type>.call.call1 with the http call that brings the links.',
    });
}
