import { type JsonObject, type JsonValue, pointerTo } from '../json.js';
import { problem } from '../problem.js';
import type { Account, Entitlement } from '../repository/model.js';
import { accountColumn, entitlementColumn } from '../repository/store.js';
import type { ImportContext } from './context.js';
import { addLink, type FoundLinks, unmatched } from './found-links.js';
import { type FoundOwners, takeOwners } from './found-owners.js';
import { entitlementValues } from './import-entitlements.js';
import type { LinkCall, LinkSource } from './link-calls.js';
import { eachId, pagesFor, readElements } from './owned-pages.js';
import { linksFromAccounts, linksFromEntitlements } from './stored-links.js';

/** Says that an element has nothing where an id should be; of each place once. */
function withoutId(call: LinkCall, key: string, path: string, context: ImportContext): void {
  context.run.warn(
    problem({
      code: 'link-id-missing',
      message: `An element of the answer has nothing at ${JSON.stringify(path)}: it makes no link.`,
      remedy: `Set ${key} to the path of the id in one element of listField.`,
      document: call.at.document,
      pointer: pointerTo(call.at.pointer, key),
    }),
  );
}

function eachAccount(
  call: LinkCall,
  element: JsonValue,
  found: FoundLinks,
  context: ImportContext,
  take: (account: Account) => void,
): void {
  const there = eachId(call.accountId, element, (id) => {
    const account = context.store.accountByColumn(call.accountColumn, id, context.system.endpoint);
    if (account !== undefined) return take(account);
    const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'acctIdPath') };
    unmatched(found, at, 'account', call.accountColumn, id, context);
  });
  if (!there) withoutId(call, 'acctIdPath', call.accountId.text, context);
}

function eachEntitlement(
  call: LinkCall,
  element: JsonValue,
  found: FoundLinks,
  context: ImportContext,
  take: (entitlement: Entitlement) => void,
): void {
  const there = eachId(call.entitlementId, element, (id) => {
    const entitlement = context.store.entitlementByColumn(call.type, call.entitlementColumn, id);
    if (entitlement !== undefined) return take(entitlement);
    const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'entIdPath') };
    unmatched(found, at, 'entitlement', call.entitlementColumn, id, context);
  });
  if (!there) withoutId(call, 'entIdPath', call.entitlementId.text, context);
}

async function perEntitlement(
  call: LinkCall,
  found: FoundLinks,
  owners: FoundOwners,
  context: ImportContext,
): Promise<void> {
  const active = context.store.entitlements(call.type).filter(({ status }) => status === '1');
  const valuesOf = (entitlement: Entitlement) => ({
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

async function perAccount(
  call: LinkCall,
  found: FoundLinks,
  owners: FoundOwners,
  context: ImportContext,
): Promise<void> {
  const there = context.store
    .accounts()
    .filter(
      ({ endpoint, status }) =>
        endpoint === context.system.endpoint && status !== 'SUSPENDED FROM IMPORT SERVICE',
    );
  const valuesOf = (account: Account) => ({
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

async function allPairs(
  call: LinkCall,
  found: FoundLinks,
  owners: FoundOwners,
  context: ImportContext,
): Promise<void> {
  const pages = pagesFor(call, [undefined], () => ({}), context);
  await readElements(pages, found, `links of ${call.type}`, context, (element) => {
    const privileges = call.privilegesOf(element);
    eachEntitlement(call, element, found, context, (entitlement) => {
      takeOwners(call, element, entitlement, owners, context);
      eachAccount(call, element, found, context, (account) =>
        addLink(found, account, entitlement, privileges),
      );
    });
  });
}

/** Reads the links from every source; `owners` takes the owners that link calls name besides. @throws ConnectorFailure */
export async function findLinks(
  sources: readonly LinkSource[],
  document: JsonObject,
  owners: FoundOwners,
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
      if (call.owner !== undefined) owners.types.add(call.type);
      if (call.processing === 'httpEntToAcct') await perEntitlement(call, found, owners, context);
      else if (call.processing === 'httpAcctToEnt') await perAccount(call, found, owners, context);
      else await allPairs(call, found, owners, context);
    }
  }
  return found;
}
