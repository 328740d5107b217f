import pc from 'picocolors';
import type { ImportOutcome, Outcome, RecordCounts, TaskOutcome, TraceStep } from '../../connector/index.js';
import type { FlowRun } from '../run-flow.js';

/** A run for people: what changed, what was called, and what went wrong with the place it is rooted in. */
export function flowReport(
  run: FlowRun,
  options: { readonly color: boolean; readonly trace: boolean },
): string {
  const paint = pc.createColors(options.color);
  const blocks = run.outcomes.map((outcome) => {
    const lines = 'accounts' in outcome ? importLines(outcome) : taskLines(outcome);
    const head =
      outcome.status === 'ok' ? paint.green(outcome.flow) : paint.red(`${outcome.flow}: ${outcome.status}`);
    return [
      head,
      ...lines,
      ...problemLines(outcome),
      ...(options.trace ? outcome.steps.flatMap(traceLines) : []),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function importLines(outcome: ImportOutcome): string[] {
  const { accounts, entitlements, links, correlated, calls } = outcome;
  return [
    ...(accounts.received > 0 ? [`  accounts      ${counts(accounts)}`] : []),
    ...(entitlements.received > 0 ? [`  entitlements  ${counts(entitlements)}`] : []),
    ...(links.received > 0
      ? [`  links         ${links.added} added   ${links.removed} removed   ${links.unchanged} unchanged`]
      : []),
    ...(accounts.received > 0
      ? [`  linked        ${correlated.linked} to identities, ${correlated.without} without one`]
      : []),
    `  calls         ${calls}`,
  ];
}

function counts({ created, changed, unchanged, suspended, inactivated, dropped }: RecordCounts): string {
  const parts: [number, string][] = [
    [created, 'new'],
    [changed, 'changed'],
    [unchanged, 'unchanged'],
    [suspended, 'suspended (SUSPENDED FROM IMPORT SERVICE)'],
    [inactivated, 'inactive'],
    [dropped, 'without a key, left out'],
  ];
  return parts
    .filter(([count], index) => count > 0 || index < 3)
    .map(([count, name]) => `${count} ${name}`)
    .join('   ');
}

function taskLines({ task, account }: TaskOutcome): string[] {
  return [
    ...(task
      ? [
          `  task ${task.id}        ${task.status}${task.comments.length > 0 ? `: ${task.comments.at(-1)}` : ''}`,
        ]
      : []),
    ...(account
      ? [`  account       ${account.name}   accountID ${account.accountID}   ${account.status}`]
      : []),
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
