import { type ImportOutcome, NAMED_CHANGES, type OutcomeStatus, type RecordCounts } from '../outcome.js';
import type { ConnectorProblem } from '../problem.js';
import { problemOf, type Run } from '../run.js';
import { IMPORT_DOCUMENT, type ImportContext } from './context.js';
import { isNotPossible } from './import-document.js';
import { noCounts } from './reconcile-accounts.js';
import { NO_LINKS } from './reconcile-links.js';

/** Full, or only what is new and changed. */
export type ImportMode = 'full' | 'incremental';

/** What an import counts. */
export type Parts = Pick<
  ImportOutcome,
  'users' | 'accounts' | 'entitlements' | 'links' | 'owners' | 'maps' | 'endpoints' | 'correlated' | 'changes'
>;

/** An import that ended: what it counts, and the calls that failed although what arrived was taken. */
export type Ended = Parts & { readonly failures?: readonly ConnectorProblem[] };

/** An import that brought nothing. */
export function nothing(): Parts {
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
export function added(a: RecordCounts, b: RecordCounts): RecordCounts {
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

/** Whether what is gone from the target may go here too. */
export function full(context: ImportContext, mode: ImportMode): boolean {
  if (mode === 'incremental') context.run.rely('incremental-import');
  return mode === 'full';
}

/** Runs an import as a whole: what fails half-way is undone. @param document where a failure without a place is rooted */
export async function whole(
  context: ImportContext,
  work: () => Promise<Ended>,
  document = IMPORT_DOCUMENT,
): Promise<ImportOutcome> {
  const { run, store } = context;
  const restore = store.remember();
  try {
    const { failures = [], ...parts } = await work();
    await store.save();
    return outcome(run, failures.length === 0 ? 'ok' : 'failed', parts, failures);
  } catch (error) {
    const found = problemOf(error, { document, pointer: '' });
    restore();
    run.rely('failed-import');
    return outcome(run, isNotPossible(found) ? 'not-possible' : 'failed', nothing(), [found]);
  }
}
