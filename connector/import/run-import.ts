import { objectOf } from '../json.js';
import {
  type ImportOutcome,
  NAMED_CHANGES,
  type NamedChange,
  type OutcomeStatus,
  type RecordCounts,
} from '../outcome.js';
import type { ConnectorProblem } from '../problem.js';
import { problemOf, type Run } from '../run.js';
import { IMPORT_DOCUMENT, type ImportContext } from './context.js';
import { correlate, createUsers } from './correlate.js';
import { accountSection, stageAccounts, userCreation } from './import-accounts.js';
import { documentObject, isNotPossible, sectionOf } from './import-document.js';
import { stageEntitlementTypes } from './import-entitlements.js';
import { findLinks } from './import-links.js';
import { readLinkSources } from './link-calls.js';
import { noCounts, reconcileAccounts } from './reconcile-accounts.js';
import { reconcileEntitlements } from './reconcile-entitlements.js';
import { NO_LINKS, reconcileLinks } from './reconcile-links.js';
import { readStatusConfig } from './status.js';

/** Full, or only what is new and changed. */
export type ImportMode = 'full' | 'incremental';

type Parts = Pick<ImportOutcome, 'accounts' | 'entitlements' | 'links' | 'correlated' | 'changes'>;

function nothing(): Parts {
  return {
    accounts: noCounts(),
    entitlements: noCounts(),
    links: NO_LINKS,
    correlated: { linked: 0, without: 0 },
    changes: [],
  };
}

function added(a: RecordCounts, b: RecordCounts): RecordCounts {
  const sum = noCounts();
  for (const key of Object.keys(sum) as (keyof RecordCounts)[]) sum[key] = a[key] + b[key];
  return sum;
}

function outcome(
  run: Run,
  status: OutcomeStatus,
  parts: Parts,
  problems: readonly ConnectorProblem[],
): ImportOutcome {
  return {
    ...run.end(status, problems),
    ...parts,
    changes: parts.changes.slice(0, NAMED_CHANGES),
    calls: run.steps.length,
  };
}

function full(context: ImportContext, mode: ImportMode): boolean {
  if (mode === 'incremental') context.run.rely('incremental-import');
  return mode === 'full';
}

/** Runs an import as a whole: what fails half-way is undone. */
async function whole(context: ImportContext, work: () => Promise<Parts>): Promise<ImportOutcome> {
  const { run, store } = context;
  const restore = store.remember();
  try {
    const parts = await work();
    await store.save();
    return outcome(run, 'ok', parts, []);
  } catch (error) {
    const found = problemOf(error, { document: IMPORT_DOCUMENT, pointer: '' });
    restore();
    run.rely('failed-import');
    return outcome(run, isNotPossible(found) ? 'not-possible' : 'failed', nothing(), [found]);
  }
}

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
    return { ...nothing(), accounts: counts, entitlements, correlated, changes };
  });
}

/**
 * Access import: the calls of entitlementParams, then the links by acctEntParams. Accounts have to be there already.
 * Source: integration guide (full access import, documented).
 */
export function importAccess(context: ImportContext, mode: ImportMode): Promise<ImportOutcome> {
  return whole(context, async () => {
    const { run } = context;
    const document = documentObject(context.source.document(IMPORT_DOCUMENT));
    const linkSection = objectOf(document.acctEntParams);
    const entitlementSection = objectOf(document.entitlementParams);
    if (Object.keys(linkSection).length === 0) sectionOf(document, 'entitlementParams', IMPORT_DOCUMENT);
    const config = readStatusConfig(context.source, objectOf(document.accountParams), run);
    const sources = readLinkSources(linkSection, context);
    let entitlements: RecordCounts = noCounts();
    const changes: NamedChange[] = [];
    for (const { type, staging, keepDeleted } of await stageEntitlementTypes(entitlementSection, context)) {
      const removals =
        full(context, mode) &&
        (config.inactivateEntitlements ??
          (!keepDeleted && run.choose('entitlementsNotInFeed') === 'inactivate'));
      const done = reconcileEntitlements(type, staging, config, context, removals);
      entitlements = added(entitlements, done.counts);
      changes.push(...done.changes);
    }
    const links = reconcileLinks(
      await findLinks(sources, document, context),
      config,
      context,
      full(context, mode),
    );
    const accounts = context.store.accounts();
    const linked = accounts.filter(({ user }) => user !== null).length;
    return {
      ...nothing(),
      entitlements,
      links,
      changes,
      correlated: { linked, without: accounts.length - linked },
    };
  });
}
