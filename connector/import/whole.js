import { NAMED_CHANGES } from '../outcome.js';
import { problemOf } from '../run.js';
import { IMPORT_DOCUMENT } from './context.js';
import { isNotPossible } from './import-document.js';
import { noCounts } from './reconcile-accounts.js';
import { NO_LINKS } from './reconcile-links.js';
/** An import that brought nothing. */
export function nothing() {
    return {
        users: noCounts(),
        accounts: noCounts(),
        entitlements: noCounts(),
        links: NO_LINKS,
        owners: NO_LINKS,
        maps: NO_LINKS,
        endpoints: [],
        correlated: { linked: 0, without: 0 },
        changes: [],
    };
}
/** The sum of two counts. */
export function added(a, b) {
    const sum = noCounts();
    for (const key of Object.keys(sum))
        sum[key] = a[key] + b[key];
    return sum;
}
function outcome(run, status, parts, problems) {
    return {
        ...run.end(status, problems),
        ...parts,
        changes: parts.changes.slice(0, NAMED_CHANGES),
        calls: run.steps.length,
    };
}
/** Whether what is gone from the target may go here too. */
export function full(context, mode) {
    if (mode === 'incremental')
        context.run.rely('incremental-import');
    return mode === 'full';
}
/** Runs an import as a whole: what fails half-way is undone. @param document where a failure without a place is rooted */
export async function whole(context, work, document = IMPORT_DOCUMENT) {
    const { run, store } = context;
    const restore = store.remember();
    try {
        const { failures = [], ...parts } = await work();
        await store.save();
        return outcome(run, failures.length === 0 ? 'ok' : 'failed', parts, failures);
    }
    catch (error) {
        const found = problemOf(error, { document, pointer: '' });
        restore();
        run.rely('failed-import');
        return outcome(run, isNotPossible(found) ? 'not-possible' : 'failed', nothing(), [found]);
    }
}
