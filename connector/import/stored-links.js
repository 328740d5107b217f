import { objectOf, textOf } from '../json.js';
import { addLink, unmatched } from './found-links.js';
import { readLinkInformation } from './link-information.js';
const STORE = 'STORE#ACC#ENT#MAPPINGINFO';
/** The columns that keep link information in the calls of a section. */
function storeColumns(calls) {
    return Object.values(calls).flatMap((call) => Object.entries(objectOf(objectOf(call).colsToPropsMap)).flatMap(([column, text]) => textOf(text)?.trim().startsWith(STORE) ? [column.toLowerCase()] : []));
}
/** The link information in the columns of a record, of one type or of all. */
function storedLinks(columns, names, type) {
    return names.flatMap((name) => Object.entries(readLinkInformation(columns[name]) ?? {}).flatMap(([found, { ids, keyField }]) => type === undefined || type === found ? [{ type: found, ids, keyField }] : []));
}
/** Links from the information account records keep (acctToEntMapping). */
export function linksFromAccounts(source, found, document, context) {
    const { store } = context;
    const section = objectOf(document.accountParams);
    const names = storeColumns(objectOf(section.call));
    const types = source.type === undefined ? Object.keys(objectOf(section.acctEntMappings)) : [source.type];
    for (const type of types)
        found.types.add(type);
    for (const account of store.accounts()) {
        if (account.endpoint !== context.system.endpoint)
            continue;
        if (account.status === 'SUSPENDED FROM IMPORT SERVICE')
            continue;
        for (const { type, ids, keyField } of storedLinks(account.columns, names, source.type)) {
            found.received += ids.length;
            for (const id of ids) {
                const entitlement = store.entitlementByColumn(type, keyField, id);
                if (entitlement === undefined)
                    unmatched(found, source.at, 'entitlement', keyField, id, context);
                else
                    addLink(found, account, entitlement);
            }
        }
    }
}
function linksOfType(type, names, source, found, context) {
    const { store } = context;
    for (const entitlement of store.entitlements(type)) {
        if (entitlement.status !== '1')
            continue;
        for (const { ids, keyField } of storedLinks(entitlement.columns, names, undefined)) {
            found.received += ids.length;
            for (const id of ids) {
                const account = store.accountByColumn(keyField, id, context.system.endpoint);
                if (account === undefined)
                    unmatched(found, source.at, 'account', keyField, id, context);
                else
                    addLink(found, account, entitlement);
            }
        }
    }
}
/** Links from the information entitlement records keep (entToAcctMapping). */
export function linksFromEntitlements(source, found, document, context) {
    const types = objectOf(objectOf(document.entitlementParams).entTypes);
    for (const [type, json] of Object.entries(types)) {
        if (source.type !== undefined && source.type !== type)
            continue;
        const names = storeColumns(objectOf(objectOf(json).call));
        if (names.length === 0)
            continue;
        found.types.add(type);
        linksOfType(type, names, source, found, context);
    }
}
