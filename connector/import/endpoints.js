import { isObject, objectOf } from '../json.js';
import { columnText } from '../mapping/path.js';
import { documentProblem } from './import-document.js';
import { differs } from './reconcile-accounts.js';
/** Reads ENDPOINTS_FILTER: `{"<endpoint>": [{"<entitlement type>": ["<entitlement_value>"]}]}`. Source: provider documentation (documented). */
export function readEndpointsFilter(source) {
    return Object.entries(objectOf(source.document('ENDPOINTS_FILTER').value)).map(([name, filters]) => {
        const values = new Map();
        for (const filter of [filters ?? []].flat()) {
            for (const [type, wanted] of Object.entries(isObject(filter) ? filter : {})) {
                const known = values.get(type) ?? new Set();
                values.set(type, known);
                for (const value of [wanted ?? []].flat())
                    known.add(columnText(value) ?? '');
            }
        }
        return { name, values };
    });
}
/** The endpoints a run has to fill; none when the option says so. A filter that is no JSON is a warning. */
function endpointsOf(context) {
    const { source, run } = context;
    const document = source.document('ENDPOINTS_FILTER');
    if (document.state === 'absent' || document.state === 'empty')
        return [];
    const unusable = documentProblem(document);
    if (unusable !== undefined)
        run.warn(unusable);
    const found = readEndpointsFilter(source);
    return found.length === 0 || run.choose('endpointsFilter') === 'ignore' ? [] : found;
}
const SUSPENDED = 'SUSPENDED FROM IMPORT SERVICE';
/** Puts an account into another endpoint, or brings the one that is there to the same state. */
function accountIn(endpoint, main, context) {
    const { store } = context;
    const known = store.accountByName(main.name, endpoint);
    const { accountID, name, status, user, columns } = main;
    if (known === undefined)
        return store.insertAccount({ endpoint, accountID, name, status, user, columns });
    const same = known.status === status &&
        known.user === user &&
        known.accountID === accountID &&
        !differs(known.columns, columns);
    if (same)
        return known;
    const account = { ...known, accountID, status, user, columns };
    store.replaceAccount(account);
    return account;
}
/** Gives each entitlement the endpoint that names it. */
function assignEntitlements(endpoints, context) {
    const { store } = context;
    for (const entitlement of [...store.entitlements()]) {
        const { endpoint, ...rest } = entitlement;
        const wanted = endpoints.find(({ values }) => values.get(entitlement.type)?.has(entitlement.value))?.name;
        if (wanted === endpoint)
            continue;
        store.replaceEntitlement(wanted === undefined ? rest : { ...rest, endpoint: wanted });
    }
}
/** Gives the links to entitlements of other endpoints to the accounts there; an account there without any is suspended. */
function moveLinks(endpoints, found, context) {
    const { store } = context;
    const used = new Set();
    for (const [entitlementKey, links] of found.links) {
        const endpoint = store.entitlement(entitlementKey)?.endpoint;
        if (endpoint === undefined)
            continue;
        const moved = new Map();
        for (const [accountKey, link] of links) {
            const main = store.account(accountKey);
            if (main === undefined)
                continue;
            const account = accountIn(endpoint, main, context);
            moved.set(account.key, { ...link, accountKey: account.key });
            used.add(account.key);
        }
        found.links.set(entitlementKey, moved);
    }
    const names = new Set(endpoints.map(({ name }) => name));
    for (const account of [...store.accounts()]) {
        if (!names.has(account.endpoint) || used.has(account.key) || account.status === SUSPENDED)
            continue;
        store.replaceAccount({ ...account, status: SUSPENDED });
    }
}
/** Puts what an access import found into the other endpoints of the security system. */
export function fillEndpoints(found, context) {
    const endpoints = endpointsOf(context);
    const assigned = context.store.entitlements().some(({ endpoint }) => endpoint !== undefined);
    if (endpoints.length === 0 && !assigned)
        return;
    assignEntitlements(endpoints, context);
    moveLinks(endpoints, found, context);
}
/** Brings the accounts of the other endpoints to the state an account import gave their like in the connection's own. */
export function followAccounts(context) {
    const { store, system } = context;
    for (const { name } of endpointsOf(context)) {
        for (const account of [...store.accounts()]) {
            if (account.endpoint !== name || account.status === SUSPENDED)
                continue;
            const main = store.accountByName(account.name, system.endpoint);
            if (main !== undefined)
                accountIn(name, main, context);
        }
    }
}
/** What stands in each of the other endpoints. */
export function endpointCounts(context) {
    const { store } = context;
    return endpointsOf(context).map(({ name }) => {
        const accounts = store
            .accounts()
            .filter(({ endpoint, status }) => endpoint === name && status !== SUSPENDED);
        return {
            endpoint: name,
            accounts: accounts.length,
            entitlements: store.entitlements().filter(({ endpoint, status }) => endpoint === name && status === '1')
                .length,
            links: accounts.reduce((sum, account) => sum + store.linksOf(account.key).length, 0),
        };
    });
}
