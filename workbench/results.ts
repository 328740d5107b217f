import type { ImportOutcome, Outcome, RecordCounts, TaskOutcome, TestOutcome } from '../connector/index.js';

/** What came of a flow, in a few words each. */
export function resultsOf(outcome: Outcome): string[] {
  if (outcome.status !== 'ok') return [];
  if (isImport(outcome)) return importResults(outcome);
  if ('authentications' in outcome) return testResults(outcome as TestOutcome);
  return 'task' in outcome ? taskResults(outcome as TaskOutcome) : [];
}

const isImport = (outcome: Outcome): outcome is ImportOutcome => 'links' in outcome && 'calls' in outcome;

function importResults({ accounts, entitlements, links, correlated }: ImportOutcome): string[] {
  const linked = links.received === 0 ? [] : [`links: ${links.added} added, ${links.removed} removed`];
  const persons =
    accounts.received === 0
      ? []
      : [`${correlated.linked} linked to identities, ${correlated.without} without one`];
  return [...counted('accounts', accounts), ...persons, ...counted('entitlements', entitlements), ...linked];
}

function counted(what: string, counts: RecordCounts): string[] {
  if (counts.received === 0) return [];
  const { created, changed, unchanged, suspended, inactivated, dropped } = counts;
  const parts = Object.entries({
    new: created,
    changed,
    unchanged,
    suspended,
    inactivated,
    'left out': dropped,
  });
  const told = parts.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  return [`${what}: ${told.join(', ')}`];
}

function taskResults({ task, account }: TaskOutcome): string[] {
  if (task === undefined) return [];
  const whose = account === undefined ? '' : `, account ${account.name} is ${account.status}`;
  return [`task ${task.id}: ${task.status}${whose}`];
}

const testResults = ({ authentications }: TestOutcome): string[] =>
  authentications.map(({ name, ok, how }) => `${name}: ${ok ? 'connected' : 'refused'} (${how})`);
