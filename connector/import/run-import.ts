import { objectOf } from '../json.js';
import type { ImportOutcome, NamedChange, RecordCounts } from '../outcome.js';
import { IMPORT_DOCUMENT, type ImportContext } from './context.js';
import { correlate, createUsers } from './correlate.js';
import { endpointCounts, fillEndpoints, followAccounts } from './endpoints.js';
import { newFoundMaps, takePair, typePair } from './found-maps.js';
import { newFoundOwners } from './found-owners.js';
import { accountSection, stageAccounts, userCreation } from './import-accounts.js';
import { documentObject, sectionOf } from './import-document.js';
import { type StagedType, stageEntitlementTypes } from './import-entitlements.js';
import { findLinks } from './import-links.js';
import { findMaps } from './import-maps.js';
import { findOwners } from './import-owners.js';
import { readLinkSources } from './link-calls.js';
import { noCounts, reconcileAccounts } from './reconcile-accounts.js';
import { reconcileEntitlements } from './reconcile-entitlements.js';
import { reconcileLinks } from './reconcile-links.js';
import { reconcileMaps, reconcileOwners } from './reconcile-relations.js';
import { readStatusConfig, type StatusConfig } from './status.js';
import { added, full, type ImportMode, nothing, whole } from './whole.js';

/**
 * Account import: the calls of accountParams, reconciliation, correlation. Nothing changes when a call fails.
 * Source: integration guide (full account import, documented).
 */
export function importAccounts(context: ImportContext, mode: ImportMode): Promise<ImportOutcome> {
  return whole(context, async () => {
    const section = accountSection(context);
    const config = readStatusConfig(context.source, section, context.run);
    const staged = await stageAccounts(context);
    const { counts, changes } = reconcileAccounts(staged.accounts, config, context, full(context, mode));
    let entitlements: RecordCounts = noCounts();
    for (const [type, staging] of staged.entitlements) {
      entitlements = added(entitlements, reconcileEntitlements(type, staging, config, context, false).counts);
    }
    const creation = userCreation(section);
    let correlated = correlate(context, config.correlateInactiveAccounts);
    if (creation.create) {
      createUsers(context, creation.manager);
      correlated = correlate(context, config.correlateInactiveAccounts);
    }
    followAccounts(context);
    const endpoints = endpointCounts(context);
    const failures = staged.failure === undefined ? [] : [staged.failure];
    return { ...nothing(), accounts: counts, entitlements, correlated, changes, endpoints, failures };
  });
}

function reconcileTypes(
  staged: readonly StagedType[],
  config: StatusConfig,
  context: ImportContext,
  mode: ImportMode,
): { entitlements: RecordCounts; changes: NamedChange[] } {
  let entitlements: RecordCounts = noCounts();
  const changes: NamedChange[] = [];
  for (const { type, staging, keepDeleted } of staged) {
    const removals =
      full(context, mode) &&
      (config.inactivateEntitlements ??
        (!keepDeleted && context.run.choose('entitlementsNotInFeed') === 'inactivate'));
    const done = reconcileEntitlements(type, staging, config, context, removals);
    entitlements = added(entitlements, done.counts);
    changes.push(...done.changes);
  }
  return { entitlements, changes };
}

/**
 * Access import: the calls of entitlementParams, the links by acctEntParams, the owners by entOwnerParams, the maps by
 * entMappingParams and entMappings. Accounts have to be there already.
 * Source: integration guide (full access import, documented), connector handbook (documented).
 */
export function importAccess(context: ImportContext, mode: ImportMode): Promise<ImportOutcome> {
  return whole(context, async () => {
    const { run, store, system } = context;
    const document = documentObject(context.source.document(IMPORT_DOCUMENT));
    const linkSection = objectOf(document.acctEntParams);
    const entitlementSection = objectOf(document.entitlementParams);
    if (Object.keys(linkSection).length === 0)
      sectionOf(document, { document: IMPORT_DOCUMENT, pointer: '' }, 'entitlementParams');
    const config = readStatusConfig(context.source, objectOf(document.accountParams), run);
    const sources = readLinkSources(linkSection, context);
    const staged = await stageEntitlementTypes(entitlementSection, context);
    const { entitlements, changes } = reconcileTypes(staged, config, context, mode);
    const owners = newFoundOwners(context);
    const links = await findLinks(sources, document, owners, context);
    await findOwners(objectOf(document.entOwnerParams), owners, context);
    const maps = newFoundMaps();
    for (const { type, pairs, pairedTypes } of staged) {
      for (const other of pairedTypes) {
        maps.pairs.add(typePair(type, other)).add(typePair(other, type));
      }
      for (const pair of pairs) {
        maps.pairs.add(typePair(pair.parent.type, pair.child.type));
        takePair(maps, pair, context);
      }
    }
    await findMaps(objectOf(document.entMappingParams), maps, context);
    fillEndpoints(links, context);
    const removals = full(context, mode);
    const accounts = store.accounts().filter(({ endpoint }) => endpoint === system.endpoint);
    const linked = accounts.filter(({ user }) => user !== null).length;
    return {
      ...nothing(),
      entitlements,
      links: reconcileLinks(links, config, context, removals),
      owners: reconcileOwners(owners, context, removals),
      maps: reconcileMaps(maps, context, removals),
      endpoints: endpointCounts(context),
      changes,
      failures: staged.flatMap(({ failure }) => failure ?? []),
      correlated: { linked, without: accounts.length - linked },
    };
  });
}
