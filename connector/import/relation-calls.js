import { fail } from '../failure.js';
import { rootsOf } from '../http/read-call.js';
import { objectOf, pointerTo, textOf } from '../json.js';
import { compilePath } from '../mapping/path.js';
import { entitlementColumn } from '../repository/store.js';
import { IMPORT_DOCUMENT } from './context.js';
import { ownerPath } from './found-owners.js';
import { entitlementValues, orderedTypes } from './import-entitlements.js';
import { readMappingTypes } from './mapping-types.js';
import { orderedCalls, readPagedCall } from './read-section.js';
const ENTITLEMENT_ROOTS = ['id', 'entitlementID', 'entitlementValue', 'entitlement_value', 'entitlement'];
function missing(at, key, why) {
    return fail({ ...at, pointer: at.pointer }, { code: 'relation-key-missing', message: `The call has no ${key}: ${why}.`, remedy: `Add "${key}".` });
}
function readRelationCall(type, json, at, section, keys, context) {
    const paged = readPagedCall(json, at, section, context);
    const roots = rootsOf(paged.call);
    const perEntitlement = ENTITLEMENT_ROOTS.some((root) => roots.has(root));
    const id = textOf(json[keys.id]);
    if (id === undefined && !perEntitlement) {
        missing(at, keys.id, 'it is made once, so each element has to name its entitlement');
    }
    return {
        ...paged,
        needsList: false,
        at,
        type,
        perEntitlement,
        column: (textOf(json[keys.column]) ?? 'entitlementID').toLowerCase(),
        entitlementId: id === undefined ? undefined : compilePath(id),
    };
}
/** The calls of a section with entitlement types, in their order. */
function callsOf(section, name) {
    return orderedTypes(objectOf(section.entTypes)).flatMap(({ type, json }) => {
        const at = { document: IMPORT_DOCUMENT, pointer: pointerTo(`/${name}/entTypes`, type, 'call') };
        return orderedCalls(objectOf(json.call), at).map((call) => ({ type, ...call }));
    });
}
/** Reads entOwnerParams. Source: connector handbook (documented). @throws ConnectorFailure */
export function readOwnerCalls(section, context) {
    return callsOf(section, 'entOwnerParams').map(({ type, json, at }) => {
        const owner = ownerPath(json, at) ?? missing(at, 'ownerIdPath', 'the owner is not known');
        const keys = { id: 'entIdPath', column: 'entKeyField' };
        return { ...readRelationCall(type, json, at, section, keys, context), owner };
    });
}
/** Reads entMappingParams. Source: connector handbook (documented). @throws ConnectorFailure */
export function readMapCalls(section, context) {
    return callsOf(section, 'entMappingParams').map(({ type, json, at }) => {
        const childId = textOf(json.ent2IdPath) ?? missing(at, 'ent2IdPath', 'the child is not known');
        const keys = { id: 'ent1IdPath', column: 'ent1KeyField' };
        return {
            ...readRelationCall(type, json, at, section, keys, context),
            childId: compilePath(childId),
            childColumn: (textOf(json.ent2KeyField) ?? 'entitlementID').toLowerCase(),
            childType: textOf(json.targetEntType) ?? type,
            mappingTypes: readMappingTypes(json, at),
        };
    });
}
/** The entitlements a call is made for: each active one of its type, or none in particular. */
export function subjectsOf(call, context) {
    context.run.rely('relation-calls');
    if (!call.perEntitlement)
        return [undefined];
    return context.store.entitlements(call.type).filter(({ status }) => status === '1');
}
/** What a call may name of the entitlement it is made for. */
export function subjectValues(call, entitlement) {
    if (entitlement === undefined)
        return {};
    return {
        ...entitlementValues(entitlement.columns),
        id: entitlementColumn(entitlement, call.column) ?? null,
    };
}
