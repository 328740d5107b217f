import { isObject, objectOf, pointerTo } from '../json.js';
import { IMPORT_DOCUMENT } from './context.js';
import { linkInformation, readLinkMappings } from './link-information.js';
import { arrived } from './partial.js';
import { orderedCalls, readRecordCall } from './read-section.js';
import { parentPair, readRecordMappings, recordPairs } from './record-maps.js';
import { collect, newStaging } from './staging.js';
const POINTER = '/entitlementParams/entTypes';
/** Entitlement types by entTypeOrder; those without one keep their place in the text. */
export function orderedTypes(types) {
    return Object.entries(types)
        .flatMap(([type, json]) => isObject(json) ? [{ type, json, order: Number(json.entTypeOrder ?? 0) || 0 }] : [])
        .sort((a, b) => a.order - b.order);
}
/** What a dependent call may name of the entitlement it is made for. */
export function entitlementValues(columns) {
    return {
        entitlementID: columns.entitlementid ?? null,
        entitlementValue: columns.entitlement_value ?? null,
        entitlement_value: columns.entitlement_value ?? null,
        id: columns.entitlementid ?? null,
        entitlement: columns,
    };
}
function parents(call, type, staged, context) {
    const parent = call.parentType ?? type;
    const records = staged.get(parent)?.records;
    if (records !== undefined && records.size > 0)
        return [...records.values()];
    return context.store.entitlements(parent).filter(({ status }) => status === '1');
}
async function stageType(type, json, section, context, staged) {
    const at = { document: IMPORT_DOCUMENT, pointer: pointerTo(POINTER, type) };
    const calls = orderedCalls(objectOf(json.call), { ...at, pointer: `${at.pointer}/call` })
        .filter((call) => isObject(call.json.http))
        .map((call) => readRecordCall(call.json, call.at, section, context, 'entitlementID'));
    const [first] = calls;
    if (first === undefined)
        return undefined;
    const mappingsAt = { ...at, pointer: `${at.pointer}/acctEntMappings` };
    const mappings = readLinkMappings(json.acctEntMappings, mappingsAt, 'accountID', type, context);
    const recordMappings = readRecordMappings(json.entMappings, {
        ...at,
        pointer: `${at.pointer}/entMappings`,
    });
    const pairs = [];
    let askedFor;
    const finish = (record, columns, call) => {
        for (const store of mappings.length === 0 ? [] : call.columns.stores) {
            columns[store] = linkInformation(mappings, record, 'acctIds');
        }
        const id = columns[call.keyColumn];
        if (id === null || id === undefined)
            return;
        const own = { type, column: call.keyColumn, id };
        if (recordMappings.length > 0)
            pairs.push(...recordPairs(recordMappings, record, own, context));
        if (askedFor !== undefined)
            pairs.push(...parentPair(call, askedFor, own, context));
    };
    const staging = newStaging(first.keyColumn);
    staged.set(type, staging);
    const failure = await arrived(section, context, async () => {
        for (const call of calls) {
            if (!call.dependent) {
                await collect(staging, call, context, { values: {}, finish, what: type });
                continue;
            }
            for (const parent of parents(call, type, staged, context)) {
                const owner = staged.get(type)?.records.get(parent.columns[call.keyColumn] ?? '');
                const values = entitlementValues(parent.columns);
                const same = owner !== undefined && call.parentType === type ? { owner } : {};
                askedFor = parent.columns;
                await collect(staging, call, context, { values, finish, what: type, ...same });
                askedFor = undefined;
            }
        }
    });
    return {
        type,
        staging,
        keepDeleted: calls.some((call) => call.json.disableDeletedEntitlements === false),
        pairs,
        pairedTypes: recordMappings.map((mapping) => mapping.type),
        failure,
    };
}
/** Makes the calls of every entitlement type and stages what arrives. @throws ConnectorFailure */
export async function stageEntitlementTypes(section, context) {
    const staged = new Map();
    const found = [];
    for (const { type, json } of orderedTypes(objectOf(section.entTypes))) {
        const one = await stageType(type, json, section, context, staged);
        if (one !== undefined)
            found.push(one);
    }
    return found;
}
