import type { NamedChange, RecordCounts } from '../outcome.js';
import { problem } from '../problem.js';
import type { Entitlement } from '../repository/model.js';
import { IMPORT_DOCUMENT, type ImportContext } from './context.js';
import { differs, noCounts } from './reconcile-accounts.js';
import type { StagedRecord, Staging } from './staging.js';
import { entitlementStatus, type StatusConfig } from './status.js';

/** What a reconciliation of entitlements did. */
export interface EntitlementReconciliation {
  readonly counts: RecordCounts;
  readonly changes: readonly NamedChange[];
}

function applyRecord(
  type: string,
  key: string,
  staged: StagedRecord,
  keyColumn: string,
  context: ImportContext,
): { entitlement: Entitlement; what: 'created' | 'changed' | 'unchanged' } {
  const { store } = context;
  const { columns } = staged;
  const status = entitlementStatus(columns, staged.statusTexts);
  const known = store.entitlementByColumn(type, keyColumn, key);
  if (known === undefined) {
    const entitlement = store.insertEntitlement({
      type,
      entitlementID: columns.entitlementid ?? null,
      value: columns.entitlement_value ?? columns.entitlementid ?? key,
      status,
      columns,
    });
    return { entitlement, what: 'created' };
  }
  if (known.status === status && !differs(known.columns, columns))
    return { entitlement: known, what: 'unchanged' };
  const entitlement = {
    ...known,
    entitlementID: columns.entitlementid ?? known.entitlementID,
    value: columns.entitlement_value ?? known.value,
    status,
    columns: { ...known.columns, ...columns },
  };
  store.replaceEntitlement(entitlement);
  return { entitlement, what: 'changed' };
}

function thresholdWarning(type: string, missing: number, threshold: number) {
  return problem({
    code: 'entitlement-threshold-reached',
    message: `${missing} entitlements of type ${type} are no longer in the target; the threshold is ${threshold}, so none was touched.`,
    remedy: 'Check that the import brought all of them; raise entThresholdValue if they are really gone.',
    document: IMPORT_DOCUMENT,
    pointer: '/accountParams/statusAndThresholdConfig/entThresholdValue',
  });
}

/**
 * Brings the entitlements of one type to what was staged; those that are gone become inactive.
 * @param removals false: nothing becomes inactive
 */
export function reconcileEntitlements(
  type: string,
  staging: Staging,
  config: StatusConfig,
  context: ImportContext,
  removals: boolean,
): EntitlementReconciliation {
  const counts = { ...noCounts(), received: staging.received, dropped: staging.dropped };
  const changes: NamedChange[] = [];
  const seen = new Set<number>();
  for (const [key, staged] of staging.records) {
    const { entitlement, what } = applyRecord(type, key, staged, staging.keyColumn, context);
    counts[what] += 1;
    if (what === 'changed') changes.push({ kind: 'changed', object: 'entitlement', name: entitlement.value });
    seen.add(entitlement.key);
  }
  if (!removals) return { counts, changes };
  const missing = context.store
    .entitlements(type)
    .filter((entitlement) => entitlement.status === '1' && !seen.has(entitlement.key));
  const threshold = config.entitlementThreshold(type);
  if (threshold !== undefined && missing.length > 0 && missing.length >= threshold) {
    context.run.warn(thresholdWarning(type, missing.length, threshold));
    return { counts, changes };
  }
  for (const entitlement of missing) {
    context.store.replaceEntitlement({ ...entitlement, status: '2' });
    changes.push({ kind: 'inactivated', object: 'entitlement', name: entitlement.value });
    counts.inactivated += 1;
  }
  return { counts, changes };
}
