import { readPages } from '../http/pages.js';
import { type JsonObject, type JsonValue, pointerTo } from '../json.js';
import { columnText, readAll } from '../mapping/path.js';
import type { Account, Entitlement } from '../repository/model.js';
import { entitlementColumn } from '../repository/store.js';
import type { ImportContext } from './context.js';
import { addLink, type FoundLinks, unmatched } from './found-links.js';
import { entitlementValues } from './import-entitlements.js';
import type { LinkCall, LinkSource } from './link-calls.js';
import { linksFromAccounts, linksFromEntitlements } from './stored-links.js';

/** Ids of one element; a list of plain ids has them as its elements. */
function idsIn(call: LinkCall, path: 'accountId' | 'entitlementId', element: JsonValue): string[] {
  return readAll(call[path], element).flatMap((id) => columnText(id) ?? []);
}

function accountsIn(
  call: LinkCall,
  element: JsonValue,
  found: FoundLinks,
  context: ImportContext,
): Account[] {
  return idsIn(call, 'accountId', element).flatMap((id) => {
    const account = context.store.accountByColumn(call.accountColumn, id);
    if (account !== undefined) return [account];
    unmatched(
      found,
      { ...call.at, pointer: pointerTo(call.at.pointer, 'acctIdPath') },
      'account',
      call.accountColumn,
      id,
      context,
    );
    return [];
  });
}

function entitlementsIn(
  call: LinkCall,
  element: JsonValue,
  found: FoundLinks,
  context: ImportContext,
): Entitlement[] {
  return idsIn(call, 'entitlementId', element).flatMap((id) => {
    const entitlement = context.store.entitlementByColumn(call.type, call.entitlementColumn, id);
    if (entitlement !== undefined) return [entitlement];
    const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'entIdPath') };
    unmatched(found, at, 'entitlement', call.entitlementColumn, id, context);
    return [];
  });
}

async function readElements(
  call: LinkCall,
  values: Readonly<Record<string, unknown>>,
  found: FoundLinks,
  context: ImportContext,
  take: (element: JsonValue) => void,
): Promise<void> {
  for await (const page of readPages(call, { run: context.run, target: context.target, values })) {
    found.calls += 1;
    found.received += page.records.length;
    for (const element of page.records) take(element);
    context.progress({ what: `links of ${call.type}`, records: found.received, calls: found.calls });
  }
}

async function perEntitlement(call: LinkCall, found: FoundLinks, context: ImportContext): Promise<void> {
  for (const entitlement of context.store.entitlements(call.type)) {
    if (entitlement.status !== '1') continue;
    const id = entitlementColumn(entitlement, call.entitlementColumn) ?? null;
    const values = { ...entitlementValues(entitlement.columns), id };
    await readElements(call, values, found, context, (element) => {
      const privileges = call.privilegesOf(element);
      for (const account of accountsIn(call, element, found, context))
        addLink(found, account, entitlement, privileges);
    });
  }
}

function accountKey(account: Account, column: string): string | null {
  if (column === 'accountid') return account.accountID;
  return column === 'name' ? account.name : (account.columns[column] ?? null);
}

async function perAccount(call: LinkCall, found: FoundLinks, context: ImportContext): Promise<void> {
  for (const account of [...context.store.accounts()]) {
    if (account.status === 'SUSPENDED FROM IMPORT SERVICE') continue;
    const id = accountKey(account, call.accountColumn);
    const values = { id, accountID: account.accountID, accountName: account.name, account: account.columns };
    await readElements(call, values, found, context, (element) => {
      const privileges = call.privilegesOf(element);
      for (const entitlement of entitlementsIn(call, element, found, context))
        addLink(found, account, entitlement, privileges);
    });
  }
}

async function allPairs(call: LinkCall, found: FoundLinks, context: ImportContext): Promise<void> {
  await readElements(call, {}, found, context, (element) => {
    const entitlements = entitlementsIn(call, element, found, context);
    const privileges = call.privilegesOf(element);
    for (const account of accountsIn(call, element, found, context)) {
      for (const entitlement of entitlements) addLink(found, account, entitlement, privileges);
    }
  });
}

/** Reads the links from every source. @throws ConnectorFailure */
export async function findLinks(
  sources: readonly LinkSource[],
  document: JsonObject,
  context: ImportContext,
): Promise<FoundLinks> {
  const found: FoundLinks = { links: new Map(), types: new Set(), received: 0, unmatched: 0, calls: 0 };
  for (const source of sources) {
    if (source.kind === 'accounts') {
      linksFromAccounts(source, found, document, context);
    } else if (source.kind === 'entitlements') {
      linksFromEntitlements(source, found, document, context);
    } else {
      const { call } = source;
      found.types.add(call.type);
      if (call.processing === 'httpEntToAcct') await perEntitlement(call, found, context);
      else if (call.processing === 'httpAcctToEnt') await perAccount(call, found, context);
      else await allPairs(call, found, context);
    }
  }
  return found;
}
