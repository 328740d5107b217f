import pc from 'picocolors';
import type {
  ImportOutcome,
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
  const { accounts, entitlements, links, correlated, changes } = outcome;
  const of = (object: NamedChange['object']) => changes.filter((change) => change.object === object);
  return [
    ...(anything(accounts) ? [`  accounts      ${counts(accounts, of('account'))}`] : []),
    ...(anything(entitlements) ? [`  entitlements  ${counts(entitlements, of('entitlement'))}`] : []),
    ...(links.received + links.removed > 0
      ? [
          `  links         ${links.added} added   ${links.removed} removed   ${links.unchanged} unchanged${
            links.unmatched > 0 ? `   ${links.unmatched} of unknown accounts or entitlements` : ''
          }`,
        ]
      : []),
    ...(accounts.received > 0
      ? [`  linked        ${correlated.linked} to identities, ${correlated.without} without one`]
      : []),
    callsLine(outcome),
  ];
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

function traceLines({ document, pointer, request, response, outcome, templates }: TraceStep): string[] {
  return [
    `  ${document}${pointer}   ${outcome}`,
    ...templates.map(({ text, value, error }) => `      ${text}  =>  ${error ?? value ?? ''}`),
    ...(request ? [`      ${request.method} ${request.url}${request.body ? `  ${request.body}` : ''}`] : []),
    ...(response ? [`      ${response.status} ${response.body.slice(0, 200)}`] : []),
  ];
}
