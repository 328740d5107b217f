import { pointerTo } from '../json.js';
import { accountColumn, entitlementColumn } from '../repository/store.js';
import { addLink, unmatched } from './found-links.js';
import { takeOwners } from './found-owners.js';
import { entitlementValues } from './import-entitlements.js';
import { eachId, pagesFor, readElements } from './owned-pages.js';
import { linksFromAccounts, linksFromEntitlements } from './stored-links.js';
function eachAccount(call, element, found, context, take) {
    eachId(call.accountId, element, (id) => {
        const account = context.store.accountByColumn(call.accountColumn, id, context.system.endpoint);
        if (account !== undefined)
            return take(account);
        const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'acctIdPath') };
        unmatched(found, at, 'account', call.accountColumn, id, context);
    });
}
function eachEntitlement(call, element, found, context, take) {
    eachId(call.entitlementId, element, (id) => {
        const entitlement = context.store.entitlementByColumn(call.type, call.entitlementColumn, id);
        if (entitlement !== undefined)
            return take(entitlement);
        const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'entIdPath') };
        unmatched(found, at, 'entitlement', call.entitlementColumn, id, context);
    });
}
async function perEntitlement(call, found, owners, context) {
    const active = context.store.entitlements(call.type).filter(({ status }) => status === '1');
    const valuesOf = (entitlement) => ({
        ...entitlementValues(entitlement.columns),
        id: entitlementColumn(entitlement, call.entitlementColumn) ?? null,
    });
    const pages = pagesFor(call, active, valuesOf, context);
    await readElements(pages, found, `links of ${call.type}`, context, (element, entitlement) => {
        takeOwners(call, element, entitlement, owners, context);
        const privileges = call.privilegesOf(element);
        eachAccount(call, element, found, context, (account) => addLink(found, account, entitlement, privileges));
    });
}
async function perAccount(call, found, owners, context) {
    const there = context.store
        .accounts()
        .filter(({ endpoint, status }) => endpoint === context.system.endpoint && status !== 'SUSPENDED FROM IMPORT SERVICE');
    const valuesOf = (account) => ({
        id: accountColumn(account, call.accountColumn) ?? null,
        accountID: account.accountID,
        accountName: account.name,
        account: account.columns,
    });
    const pages = pagesFor(call, there, valuesOf, context);
    await readElements(pages, found, `links of ${call.type}`, context, (element, account) => {
        const privileges = call.privilegesOf(element);
        eachEntitlement(call, element, found, context, (entitlement) => {
            takeOwners(call, element, entitlement, owners, context);
            addLink(found, account, entitlement, privileges);
        });
    });
}
async function allPairs(call, found, owners, context) {
    const pages = pagesFor(call, [undefined], () => ({}), context);
    await readElements(pages, found, `links of ${call.type}`, context, (element) => {
        const privileges = call.privilegesOf(element);
        eachEntitlement(call, element, found, context, (entitlement) => {
            takeOwners(call, element, entitlement, owners, context);
            eachAccount(call, element, found, context, (account) => addLink(found, account, entitlement, privileges));
        });
    });
}
/** Reads the links from every source; `owners` takes the owners that link calls name besides. @throws ConnectorFailure */
export async function findLinks(sources, document, owners, context) {
    const found = { links: new Map(), types: new Set(), received: 0, unmatched: 0, calls: 0 };
    for (const source of sources) {
        if (source.kind === 'accounts') {
            linksFromAccounts(source, found, document, context);
        }
        else if (source.kind === 'entitlements') {
            linksFromEntitlements(source, found, document, context);
        }
        else {
            const { call } = source;
            found.types.add(call.type);
            if (call.owner !== undefined)
                owners.types.add(call.type);
            if (call.processing === 'httpEntToAcct')
                await perEntitlement(call, found, owners, context);
            else if (call.processing === 'httpAcctToEnt')
                await perAccount(call, found, owners, context);
            else
                await allPairs(call, found, owners, context);
        }
    }
    return found;
}
