import { jsonObject } from '../http/body.js';
import { isObject, objectOf, pointerTo, textOf } from '../json.js';
import { compileColumns } from '../mapping/columns.js';
import { columnText, compilePath, readAll } from '../mapping/path.js';
import { problem } from '../problem.js';
import { readStatusTexts } from './status.js';
const KEYS = ['listPath', 'idPath', 'keyField', 'importAsEntitlement', 'colsToPropsMap', 'statusConfig'];
function warnAboutKeys(entry, at, context) {
    for (const key of Object.keys(entry)) {
        if (KEYS.includes(key))
            continue;
        const meant = KEYS.find((known) => known.toLowerCase() === key.toLowerCase());
        context.run.rely('unknown-keys');
        context.run.warn(problem({
            code: 'mapping-key-unknown',
            message: `${key} is not read in acctEntMappings.`,
            remedy: meant === undefined ? `Use ${KEYS.join(', ')}.` : `Write ${meant}.`,
            ...at,
            pointer: pointerTo(at.pointer, key),
            assumptions: ['unknown-keys'],
        }));
    }
}
function readMapping(type, entry, at, usualKey, context) {
    warnAboutKeys(entry, at, context);
    const mapAt = { ...at, pointer: pointerTo(at.pointer, 'colsToPropsMap') };
    const given = { run: context.run, environment: context.target.environment };
    return {
        type,
        listPath: compilePath(textOf(entry.listPath) ?? ''),
        idPath: compilePath(textOf(entry.idPath) ?? ''),
        keyField: textOf(entry.keyField) ?? usualKey,
        importAsEntitlement: entry.importAsEntitlement === true || entry.importAsEntitlement === 'true',
        columns: isObject(entry.colsToPropsMap) ? compileColumns(entry.colsToPropsMap, mapAt, given) : undefined,
        statusTexts: readStatusTexts(entry),
    };
}
/**
 * Reads acctEntMappings: an object by entitlement type, or (beside an entitlement call) the one mapping itself.
 * @param usualKey the column of the other side when keyField is not given
 */
export function readLinkMappings(value, at, usualKey, ownType, context) {
    const entries = objectOf(value);
    if (Object.values(entries).length > 0 && !Object.values(entries).some(isObject)) {
        return [readMapping(ownType, entries, at, usualKey, context)];
    }
    return Object.entries(entries).flatMap(([type, entry]) => isObject(entry)
        ? [readMapping(type, entry, { ...at, pointer: pointerTo(at.pointer, type) }, usualKey, context)]
        : []);
}
/** The elements of a record that a mapping finds; without listPath the record is the one element. */
export function mappedElements(mapping, record) {
    return mapping.listPath.text.trim() === '' ? [record] : readAll(mapping.listPath, record);
}
/** The ids in a record, as the column keeps them: `{"<type>":{"entIds":[...],"keyField":"..."}}`. */
export function linkInformation(mappings, record, idsKey) {
    const found = mappings.map((mapping) => {
        const ids = mappedElements(mapping, record)
            .flatMap((element) => readAll(mapping.idPath, element))
            .flatMap((id) => columnText(id) ?? []);
        return [mapping.type, { [idsKey]: ids, keyField: mapping.keyField }];
    });
    return JSON.stringify(Object.fromEntries(found));
}
/** Reads the column back; undefined when it holds something else. */
export function readLinkInformation(text) {
    if (text === null || text === undefined || !text.startsWith('{'))
        return undefined;
    const value = jsonObject(text);
    if (value === undefined)
        return undefined;
    return Object.fromEntries(Object.entries(value).flatMap(([type, entry]) => {
        if (!isObject(entry))
            return [];
        const ids = [entry.entIds ?? entry.acctIds ?? []].flat().flatMap((id) => columnText(id) ?? []);
        return [[type, { ids, keyField: textOf(entry.keyField) ?? 'entitlementID' }]];
    }));
}
