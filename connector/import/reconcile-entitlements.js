import { problem } from '../problem.js';
import { IMPORT_DOCUMENT } from './context.js';
import { differs, noCounts } from './reconcile-accounts.js';
import { entitlementStatus } from './status.js';
function applyRecord(type, key, staged, keyColumn, context) {
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
function thresholdWarning(type, missing, threshold) {
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
export function reconcileEntitlements(type, staging, config, context, removals) {
    const counts = { ...noCounts(), received: staging.received, dropped: staging.dropped };
    const changes = [];
    const seen = new Set();
    for (const [key, staged] of staging.records) {
        const { entitlement, what } = applyRecord(type, key, staged, staging.keyColumn, context);
        counts[what] += 1;
        if (what === 'changed')
            changes.push({ kind: 'changed', object: 'entitlement', name: entitlement.value });
        seen.add(entitlement.key);
    }
    if (!removals)
        return { counts, changes };
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
