import { isObject, objectOf, pointerTo, textOf } from '../json.js';
import { columnText, compilePath, readAll } from '../mapping/path.js';
import { mappedElements } from './link-information.js';
import { readMappingTypes } from './mapping-types.js';
/** Reads the entMappings beside the calls of an entitlement type. Source: published packages. @throws ConnectorFailure */
export function readRecordMappings(value, at) {
    return Object.entries(objectOf(value)).flatMap(([type, json]) => {
        if (!isObject(json))
            return [];
        const mappingAt = { ...at, pointer: pointerTo(at.pointer, type) };
        return [
            {
                at: mappingAt,
                type,
                listPath: compilePath(textOf(json.listPath) ?? ''),
                idPath: compilePath(textOf(json.idPath) ?? ''),
                column: (textOf(json.idColumn) ?? textOf(json.keyField) ?? 'entitlementID').toLowerCase(),
                mappingTypes: readMappingTypes(json, mappingAt),
            },
        ];
    });
}
/** The pairs that a record names; `own` is the record's entitlement. */
export function recordPairs(mappings, record, own, context) {
    return mappings.flatMap((mapping) => mappedElements(mapping, record)
        .flatMap((element) => readAll(mapping.idPath, element))
        .flatMap((value) => {
        const id = columnText(value);
        if (id === null || id === '')
            return [];
        const other = { type: mapping.type, column: mapping.column, id };
        const [parent, child] = context.run.choose('entMappings') === 'parent' ? [own, other] : [other, own];
        return [{ at: mapping.at, parent, child, types: mapping.mappingTypes }];
    }));
}
const STORE = /^\s*STORE#ENT#MAPPINGINFO#PARENTID(?:#TYPE##(\w+))?/;
/** The mapping types that a call keeps for the entitlement it is made for; undefined when it keeps none. */
function storedTypes(columns) {
    const stores = Object.values(columns).flatMap((text) => {
        const match = STORE.exec(textOf(text) ?? '');
        return match === null ? [] : [match[1]];
    });
    if (stores.length === 0)
        return undefined;
    return stores.includes('ENT2') ? ['ENT2'] : ['ENTMAP'];
}
/** The pair that STORE#ENT#MAPPINGINFO#PARENTID asks for: the entitlement a call is made for, and the record it brought. */
export function parentPair(call, parent, own, context) {
    const id = parent.entitlementid;
    const types = storedTypes(objectOf(call.json.colsToPropsMap));
    if (types === undefined || call.parentType === undefined || call.parentType === own.type)
        return [];
    if (id === null || id === undefined)
        return [];
    context.run.rely('stored-entitlement-map');
    const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'colsToPropsMap') };
    return [{ at, parent: { type: call.parentType, column: 'entitlementid', id }, child: own, types }];
}
