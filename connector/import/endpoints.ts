import { isObject, objectOf } from '../json.js';
import { columnText } from '../mapping/path.js';
import type { EndpointCounts } from '../outcome.js';
import type { ConnectionPackage } from '../package/package.js';
import type { Account, Link } from '../repository/model.js';
import type { ImportContext } from './context.js';
import type { FoundLinks } from './found-links.js';
import { documentProblem } from './import-document.js';
import { differs } from './reconcile-accounts.js';

/** An endpoint beside the one of the connection: the entitlements that belong to it, by type. */
export interface FilteredEndpoint {
  readonly name: string;
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads ENDPOINTS_FILTER: `{"<endpoint>": [{"<entitlement type>": ["<entitlement_value>"]}]}`. Source: provider documentation (documented). */
export function readEndpointsFilter(source: ConnectionPackage): FilteredEndpoint[] {
  return Object.entries(objectOf(source.document('ENDPOINTS_FILTER').value)).map(([name, filters]) => {
    const values = new Map<string, Set<string>>();
    for (const filter of [filters ?? []].flat()) {
      for (const [type, wanted] of Object.entries(isObject(filter) ? filter : {})) {
        const known = values.get(type) ?? new Set();
        values.set(type, known);
        for (const value of [wanted ?? []].flat()) known.add(columnText(value) ?? '');
      }
    }
    return { name, values };
  });
}

/** The endpoints a run has to fill; none when the option says so. A filter that is no JSON is a warning. */
function endpointsOf(context: ImportContext): FilteredEndpoint[] {
  const { source, run } = context;
  const document = source.document('ENDPOINTS_FILTER');
  if (document.state === 'absent' || document.state === 'empty') return [];
  const unusable = documentProblem(document);
  if (unusable !== undefined) run.warn(unusable);
  const found = readEndpointsFilter(source);
  return found.length === 0 || run.choose('endpointsFilter') === 'ignore' ? [] : found;
}

const SUSPENDED = 'SUSPENDED FROM IMPORT SERVICE';

/** Puts an account into another endpoint, or brings the one that is there to the same state. */
function accountIn(endpoint: string, main: Account, context: ImportContext): Account {
  const { store } = context;
  const known = store.accountByName(main.name, endpoint);
  const { accountID, name, status, user, columns } = main;
  if (known === undefined) return store.insertAccount({ endpoint, accountID, name, status, user, columns });
  const same =
    known.status === status &&
    known.user === user &&
    known.accountID === accountID &&
    !differs(known.columns, columns);
  if (same) return known;
  const account = { ...known, accountID, status, user, columns };
  store.replaceAccount(account);
  return account;
}

/** Gives each entitlement the endpoint that names it. */
function assignEntitlements(endpoints: readonly FilteredEndpoint[], context: ImportContext): void {
  const { store } = context;
  for (const entitlement of [...store.entitlements()]) {
    const { endpoint, ...rest } = entitlement;
    const wanted = endpoints.find(({ values }) => values.get(entitlement.type)?.has(entitlement.value))?.name;
    if (wanted === endpoint) continue;
    store.replaceEntitlement(wanted === undefined ? rest : { ...rest, endpoint: wanted });
  }
}

/** Gives the links to entitlements of other endpoints to the accounts there; an account there without any is suspended. */
function moveLinks(endpoints: readonly FilteredEndpoint[], found: FoundLinks, context: ImportContext): void {
  const { store } = context;
  const used = new Set<number>();
  for (const [entitlementKey, links] of found.links) {
    const endpoint = store.entitlement(entitlementKey)?.endpoint;
    if (endpoint === undefined) continue;
    const moved = new Map<number, Link>();
    for (const [accountKey, link] of links) {
      const main = store.account(accountKey);
      if (main === undefined) continue;
      const account = accountIn(endpoint, main, context);
      moved.set(account.key, { ...link, accountKey: account.key });
      used.add(account.key);
    }
    found.links.set(entitlementKey, moved);
  }
  const names = new Set(endpoints.map(({ name }) => name));
  for (const account of [...store.accounts()]) {
    if (!names.has(account.endpoint) || used.has(account.key) || account.status === SUSPENDED) continue;
    store.replaceAccount({ ...account, status: SUSPENDED });
  }
}

/** Puts what an access import found into the other endpoints of the security system. */
export function fillEndpoints(found: FoundLinks, context: ImportContext): void {
  const endpoints = endpointsOf(context);
  const assigned = context.store.entitlements().some(({ endpoint }) => endpoint !== undefined);
  if (endpoints.length === 0 && !assigned) return;
  assignEntitlements(endpoints, context);
  moveLinks(endpoints, found, context);
}

/** Brings the accounts of the other endpoints to the state an account import gave their like in the connection's own. */
export function followAccounts(context: ImportContext): void {
  const { store, system } = context;
  for (const { name } of endpointsOf(context)) {
    for (const account of [...store.accounts()]) {
      if (account.endpoint !== name || account.status === SUSPENDED) continue;
      const main = store.accountByName(account.name, system.endpoint);
      if (main !== undefined) accountIn(name, main, context);
    }
  }
}

/** What stands in each of the other endpoints. */
export function endpointCounts(context: ImportContext): EndpointCounts[] {
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
