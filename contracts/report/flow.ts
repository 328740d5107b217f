import pc from 'picocolors';
import type {
  ImportOutcome,
  LinkCounts,
  NamedChange,
  Outcome,
  RecordCounts,
  TaskOutcome,
  TestOutcome,
  TraceStep,
} from '../../connector/index.js';
import type { FlowRun } from '../run-flow.js';

/** How a run is shown. */
export interface FlowReportOptions {
  readonly color: boolean;
  /** Show every call with its templates, request and answer. */
  readonly trace: boolean;
}

/** A run for people: what changed, what was called, and what went wrong with the place it is rooted in. */
export function flowReport(run: FlowRun, options: FlowReportOptions): string {
  const blocks = run.outcomes.map((outcome) =>
    block(outcome, 'accounts' in outcome ? importLines(outcome) : taskLines(outcome), options),
  );
  return `${blocks.join('\n\n')}\n`;
}

/** A test of the connection for people: one line for each authentication, then what went wrong. */
export function connectionTestReport(outcome: TestOutcome, options: FlowReportOptions): string {
  const lines = outcome.authentications.map(
    ({ name, ok, how }) => `  ${name.padEnd(12)}  ${ok ? `ok: ${how}` : 'failed'}`,
  );
  return `${block(outcome, [...lines, callsLine(outcome)], options)}\n`;
}

function block(outcome: Outcome, lines: readonly string[], options: FlowReportOptions): string {
  const paint = pc.createColors(options.color);
  const { flow, status } = outcome;
  return [
    status === 'ok' ? paint.green(flow) : paint.red(`${flow}: ${status}`),
    ...lines,
    ...problemLines(outcome),
    ...(options.trace ? outcome.steps.flatMap(traceLines) : []),
  ].join('\n');
}

function importLines(outcome: ImportOutcome): string[] {
  const { users, accounts, entitlements, correlated, changes } = outcome;
  const of = (object: NamedChange['object']) => changes.filter((change) => change.object === object);
  return [
    ...(anything(users) ? [`  users         ${counts(users, of('user'))}`] : []),
    ...(anything(accounts) ? [`  accounts      ${counts(accounts, of('account'))}`] : []),
    ...(anything(entitlements) ? [`  entitlements  ${counts(entitlements, of('entitlement'))}`] : []),
    ...linkLines('links', outcome.links, 'accounts or entitlements'),
    ...linkLines('owners', outcome.owners, 'entitlements or identities'),
    ...linkLines('maps', outcome.maps, 'entitlements'),
    ...outcome.endpoints.map(
      (one) =>
        `  endpoint      ${one.endpoint}: ${one.accounts} accounts   ${one.entitlements} entitlements   ${one.links} links`,
    ),
    ...(accounts.received > 0
      ? [`  linked        ${correlated.linked} to identities, ${correlated.without} without one`]
      : []),
    callsLine(outcome),
  ];
}

function linkLines(name: string, links: LinkCounts, unknown: string): string[] {
  const { received, added, removed, unchanged, unmatched } = links;
  if (received + removed === 0) return [];
  const rest = unmatched > 0 ? `   ${unmatched} of unknown ${unknown}` : '';
  return [`  ${name.padEnd(12)}  ${added} added   ${removed} removed   ${unchanged} unchanged${rest}`];
}

function anything({ received, suspended, inactivated }: RecordCounts): boolean {
  return received + suspended + inactivated > 0;
}

function counts(found: RecordCounts, changes: readonly NamedChange[]): string {
  const names = (kind: NamedChange['kind'], count: number, text: string) => {
    const named = changes.filter((change) => change.kind === kind).map(({ name }) => name);
    const shown = named.slice(0, SHOWN_NAMES).join(', ');
    const rest = count - Math.min(named.length, SHOWN_NAMES);
    return shown === '' ? text : `${text}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
  };
  const { created, changed, unchanged, suspended, inactivated, dropped } = found;
  const parts: [number, string][] = [
    [created, 'new'],
    [changed, 'changed'],
    [unchanged, 'unchanged'],
    [suspended, `suspended (${names('suspended', suspended, 'SUSPENDED FROM IMPORT SERVICE')})`],
    [inactivated, `made inactive${bracketed(names('inactivated', inactivated, ''))}`],
    [dropped, 'without a key, left out'],
  ];
  const line = parts
    .filter(([count], index) => count > 0 || index < 3)
    .map(([count, name]) => `${count} ${name}`)
    .join('   ');
  return changed > 0 ? `${line}\n                ${names('changed', changed, 'changed')}` : line;
}

/** How many changed records a line names before it only counts them. */
const SHOWN_NAMES = 5;

function bracketed(text: string): string {
  return text === '' ? '' : ` (${text.replace(/^: /, '')})`;
}

/** `3 pages, 1 token   0.09 s`; `pages` are the calls that brought records. */
function callsLine({ steps, startedAt, endedAt }: Outcome): string {
  const tokens = steps.filter(({ document }) => document === 'ConnectionJSON').length;
  const pages = steps.filter(({ mapped }) => mapped !== undefined).length;
  const others = steps.length - tokens - pages;
  const parts: [number, string][] = [
    [pages, 'page'],
    [others, 'other'],
    [tokens, 'token'],
  ];
  const shown = parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 || name === 'other' ? '' : 's'}`);
  return `  calls         ${shown.join(', ') || 'none'}   ${((endedAt - startedAt) / 1000).toFixed(2)} s`;
}

function taskLines(outcome: TaskOutcome): string[] {
  const { task, account } = outcome;
  return [
    ...(task
      ? [
          `  task ${task.id}        ${task.status}${task.comments.length > 0 ? `: ${task.comments.at(-1)}` : ''}`,
        ]
      : []),
    ...(account
      ? [`  account       ${account.name}   accountID ${account.accountID}   ${account.status}`]
      : []),
    callsLine(outcome),
  ];
}

function problemLines({ problems, warnings }: Outcome): string[] {
  return [
    ...problems.map((one) => ['error  ', one] as const),
    ...warnings.map((one) => ['warning', one] as const),
  ].flatMap(([severity, { document, pointer, message, remedy }]) => [
    `  ${severity}       ${document}${pointer}`,
    `                ${message}`,
    `                ${remedy}`,
  ]);
}

function traceLines(step: TraceStep): string[] {
  const { document, pointer, request, response, outcome, templates, mapped } = step;
  return [
    `  ${document}${pointer}   ${outcome}`,
    ...templates.map(({ text, value, error }) => `      ${text}  =>  ${error ?? value ?? ''}`),
    ...(request ? [`      ${request.method} ${request.url}${request.body ? `  ${request.body}` : ''}`] : []),
    ...(response ? [`      ${response.status} ${response.body.slice(0, 200)}`] : []),
    ...(mapped ? [`      ${mapped.records} ${mapped.records === 1 ? 'record' : 'records'}`] : []),
  ];
}
