import { problem } from '../problem.js';
import { IMPORT_DOCUMENT } from './context.js';
import { accountStatus } from './status.js';
/** Nothing counted yet. */
export function noCounts() {
    return { received: 0, dropped: 0, created: 0, changed: 0, unchanged: 0, suspended: 0, inactivated: 0 };
}
const SUSPENDED = 'SUSPENDED FROM IMPORT SERVICE';
/** Whether columns differ from those known; a column that is not mapped does not count. */
export function differs(known, next) {
    for (const name of Object.keys(next))
        if ((known[name] ?? null) !== (next[name] ?? null))
            return true;
    return false;
}
function nameOf(columns, key) {
    return columns.name ?? columns.accountid ?? key;
}
function knownAccount(key, staged, staging, context) {
    const { store, run, system } = context;
    const byKey = store.accountByColumn(staging.keyColumn, key, system.endpoint);
    if (byKey !== undefined || staging.keyColumn === 'name')
        return byKey;
    const name = staged.columns.name;
    const byName = name === null || name === undefined ? undefined : store.accountByName(name, system.endpoint);
    if (byName === undefined || !run.choose('matchByName'))
        return undefined;
    const taken = byName.columns[staging.keyColumn];
    return taken !== null && taken !== undefined && staging.records.has(taken) ? undefined : byName;
}
function applyRecord(key, staged, known, status, context) {
    const { store, system } = context;
    const { columns } = staged;
    if (known === undefined) {
        const account = store.insertAccount({
            endpoint: system.endpoint,
            accountID: columns.accountid ?? null,
            name: nameOf(columns, key),
            status,
            user: null,
            columns,
        });
        return { account, what: 'created' };
    }
    if (known.status === status && !differs(known.columns, columns))
        return { account: known, what: 'unchanged' };
    const account = {
        ...known,
        accountID: columns.accountid ?? known.accountID,
        name: columns.name ?? known.name,
        status,
        columns: { ...known.columns, ...columns },
    };
    store.replaceAccount(account);
    return { account, what: 'changed' };
}
function thresholdWarning(missing, threshold) {
    return problem({
        code: 'account-threshold-reached',
        message: `${missing} accounts are no longer in the target; accountThresholdValue is ${threshold}, so none was touched.`,
        remedy: 'Check that the import brought all accounts; raise accountThresholdValue if they are really gone.',
        document: IMPORT_DOCUMENT,
        pointer: '/accountParams/statusAndThresholdConfig/accountThresholdValue',
    });
}
/** Accounts the import should have brought and did not. */
function missingAccounts(seen, config, context) {
    const done = new Set(config.missingAccounts === 'inactivate' ? [SUSPENDED, '2'] : [SUSPENDED]);
    return context.store
        .accounts()
        .filter((account) => account.endpoint === context.system.endpoint && !seen.has(account.key) && !done.has(account.status));
}
function retire(account, config, context) {
    const inactivate = config.missingAccounts === 'inactivate';
    context.store.replaceAccount({ ...account, status: inactivate ? '2' : SUSPENDED });
    if (config.deleteLinks) {
        for (const link of context.store.linksOf(account.key))
            context.store.removeLink(account.key, link.entitlementKey);
    }
    return { kind: inactivate ? 'inactivated' : 'suspended', object: 'account', name: account.name };
}
/**
 * Brings the accounts of the EIC side to what was staged: new, changed, unchanged; accounts that are gone are suspended or
 * made inactive unless the threshold forbids it. @param removals false: nothing is suspended (doNotChangeIfFailed)
 */
export function reconcileAccounts(staging, config, context, removals = true) {
    const { run } = context;
    const counts = { ...noCounts(), received: staging.received, dropped: staging.dropped };
    const changes = [];
    const seen = new Set();
    const plan = [...staging.records].map(([key, staged]) => ({
        key,
        staged,
        known: knownAccount(key, staged, staging, context),
    }));
    for (const { key, staged, known } of plan) {
        const status = accountStatus(staged.columns, config, staged.statusTexts, run);
        const { account, what } = applyRecord(key, staged, known, status, context);
        counts[what] += 1;
        if (what === 'changed')
            changes.push({ kind: 'changed', object: 'account', name: account.name });
        seen.add(account.key);
    }
    if (!removals)
        return { counts, changes };
    const missing = missingAccounts(seen, config, context);
    if (missing.length === 0)
        return { counts, changes };
    if (config.missingAccounts === undefined && run.choose('accountsNotInFeed') === 'keep')
        return { counts, changes };
    if (config.accountThreshold === undefined)
        run.rely('threshold-missing');
    if (config.accountThreshold !== undefined && missing.length >= config.accountThreshold) {
        run.warn(thresholdWarning(missing.length, config.accountThreshold));
        return { counts, changes };
    }
    for (const account of missing) {
        const change = retire(account, config, context);
        changes.push(change);
        counts[change.kind === 'inactivated' ? 'inactivated' : 'suspended'] += 1;
    }
    return { counts, changes };
}
