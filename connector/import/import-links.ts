import { ahead } from '../http/ahead.js';
import { type Page, readPages } from '../http/pages.js';
import { type JsonObject, type JsonValue, pointerTo } from '../json.js';
import { columnText, type Path } from '../mapping/path.js';
import type { Account, Entitlement } from '../repository/model.js';
import { accountColumn, entitlementColumn } from '../repository/store.js';
import type { ImportContext } from './context.js';
import { addLink, type FoundLinks, unmatched } from './found-links.js';
import { entitlementValues } from './import-entitlements.js';
import type { LinkCall, LinkSource } from './link-calls.js';
import { linksFromAccounts, linksFromEntitlements } from './stored-links.js';

/** Calls back for each id at a path of an element; an element that is an id itself has the empty path. */
function eachId(path: Path, element: JsonValue, take: (id: string) => void): void {
  const value = path.read(element);
  if (Array.isArray(value)) {
    for (const one of value) {
      const id = columnText(one);
      if (id !== null) take(id);
    }
    return;
  }
  const id = columnText(value);
  if (id !== null) take(id);
}

function eachAccount(
  call: LinkCall,
  element: JsonValue,
  found: FoundLinks,
  context: ImportContext,
  take: (account: Account) => void,
): void {
  eachId(call.accountId, element, (id) => {
    const account = context.store.accountByColumn(call.accountColumn, id);
    if (account !== undefined) return take(account);
    const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'acctIdPath') };
    unmatched(found, at, 'account', call.accountColumn, id, context);
  });
}

function eachEntitlement(
  call: LinkCall,
  element: JsonValue,
  found: FoundLinks,
  context: ImportContext,
  take: (entitlement: Entitlement) => void,
): void {
  eachId(call.entitlementId, element, (id) => {
    const entitlement = context.store.entitlementByColumn(call.type, call.entitlementColumn, id);
    if (entitlement !== undefined) return take(entitlement);
    const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'entIdPath') };
    unmatched(found, at, 'entitlement', call.entitlementColumn, id, context);
  });
}

/** A page of elements, and the record its call was made for. */
interface OwnedPage<Owner> {
  readonly owner: Owner;
  readonly page: Page;
}

/** Makes the call for each owner in turn. */
async function* pagesFor<Owner>(
  call: LinkCall,
  owners: Iterable<Owner>,
  valuesOf: (owner: Owner) => Readonly<Record<string, unknown>>,
  context: ImportContext,
): AsyncGenerator<OwnedPage<Owner>> {
  const { run, target } = context;
  for (const owner of owners) {
    for await (const page of readPages(call, { run, target, values: valuesOf(owner) })) yield { owner, page };
  }
}

async function readElements<Owner>(
  call: LinkCall,
  pages: AsyncGenerator<OwnedPage<Owner>>,
  found: FoundLinks,
  context: ImportContext,
  take: (element: JsonValue, owner: Owner) => void,
): Promise<void> {
  for await (const { owner, page } of ahead(pages)) {
    found.calls += 1;
    found.received += page.records.length;
    for (const element of page.records) take(element, owner);
    context.progress({ what: `links of ${call.type}`, records: found.received, calls: found.calls });
  }
}

async function perEntitlement(call: LinkCall, found: FoundLinks, context: ImportContext): Promise<void> {
  const active = context.store.entitlements(call.type).filter(({ status }) => status === '1');
  const valuesOf = (entitlement: Entitlement) => ({
    ...entitlementValues(entitlement.columns),
    id: entitlementColumn(entitlement, call.entitlementColumn) ?? null,
  });
  const pages = pagesFor(call, active, valuesOf, context);
  await readElements(call, pages, found, context, (element, entitlement) => {
    const privileges = call.privilegesOf(element);
    eachAccount(call, element, found, context, (account) => addLink(found, account, entitlement, privileges));
  });
}

async function perAccount(call: LinkCall, found: FoundLinks, context: ImportContext): Promise<void> {
  const there = context.store.accounts().filter(({ status }) => status !== 'SUSPENDED FROM IMPORT SERVICE');
  const valuesOf = (account: Account) => ({
    id: accountColumn(account, call.accountColumn) ?? null,
    accountID: account.accountID,
    accountName: account.name,
    account: account.columns,
  });
  const pages = pagesFor(call, there, valuesOf, context);
  await readElements(call, pages, found, context, (element, account) => {
    const privileges = call.privilegesOf(element);
    eachEntitlement(call, element, found, context, (entitlement) =>
      addLink(found, account, entitlement, privileges),
    );
  });
}

async function allPairs(call: LinkCall, found: FoundLinks, context: ImportContext): Promise<void> {
  const pages = pagesFor(call, [undefined], () => ({}), context);
  await readElements(call, pages, found, context, (element) => {
    const privileges = call.privilegesOf(element);
    eachEntitlement(call, element, found, context, (entitlement) => {
      eachAccount(call, element, found, context, (account) =>
        addLink(found, account, entitlement, privileges),
      );
    });
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
