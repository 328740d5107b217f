import type { ConnectionPackage } from '../../connector/index.js';
import type { Finding } from '../findings.js';
import type { CheckResult, ScenarioResult } from '../runner.js';
import { summarise } from './json.js';
import { sourceFrame } from './source-frame.js';

/** What the Markdown report needs beside the result. */
export interface MarkdownOptions {
  readonly package: ConnectionPackage;
}

const marks: Readonly<Record<ScenarioResult['status'], string>> = {
  passed: '✅ passed',
  failed: '❌ failed',
  'not-possible': '➖ not possible',
  suppressed: '➖ switched off',
};

/** A report for the summary page of a CI run (GitHub-flavoured Markdown). */
export function markdownReport(result: CheckResult, options: MarkdownOptions): string {
  const { verdict, errors, warnings } = summarise(result);
  const blocks = [
    `## ${verdict === 'passed' ? '✅' : '❌'} ${text(result.package)}: ${errors} errors, ${warnings} warnings`,
    ...result.findings.map((finding) => findingBlock(finding, options.package)),
    ...scenarioTable(result.scenarios),
    ...suppressedBlock(result),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function findingBlock(finding: Finding, connectionPackage: ConnectionPackage): string {
  const {
    severity,
    code,
    line,
    column,
    message,
    because,
    remedy,
    evidence,
    exchanges = [],
    seen = [],
  } = finding;
  const file = connectionPackage.document(finding.file).file;
  const frame = sourceFrame(connectionPackage, finding);
  const list = [
    ...seen.map((one) => `- seen: ${text(one)}`),
    ...exchanges.map(({ request, response }) => `- sent: ${codeSpan(`${request} -> ${response}`)}`),
    ...(because === undefined ? [] : [`- because: ${text(because)}`]),
    `- mend: ${text(remedy)}`,
    ...(evidence.length === 0 ? [] : [`- rests on: ${evidence.map(codeSpan).join(', ')}`]),
  ];
  return [
    `### ${severity} ${codeSpan(code)} in ${codeSpan(`${file}:${line}:${column}`)}`,
    ...(frame.length > 0 ? [fenced(frame.join('\n'))] : []),
    text(message),
    list.join('\n'),
  ].join('\n\n');
}

function scenarioTable(scenarios: readonly ScenarioResult[]): string[] {
  if (scenarios.length === 0) return [];
  const failed = scenarios.filter(({ status }) => status === 'failed').length;
  const rows = scenarios.map(
    ({ family, id, title, status, reason }) =>
      `| ${family} | ${codeSpan(id)} | ${text(title)} | ${marks[status]}${reason === undefined ? '' : `: ${text(reason)}`} |`,
  );
  return [
    [
      `<details${failed > 0 ? ' open' : ''}><summary>${scenarios.length} scenarios, ${failed} failed</summary>`,
      '',
      '| family | scenario | what it tells | outcome |',
      '|---|---|---|---|',
      ...rows,
      '',
      '</details>',
    ].join('\n'),
  ];
}

function suppressedBlock({ suppressed, unusedSettings }: CheckResult): string[] {
  const lines = [
    ...suppressed.map(
      ({ finding: { code, file, line, column }, reason }) =>
        `- ${codeSpan(code)} in ${codeSpan(`${file}:${line}:${column}`)}: ${text(reason)}`,
    ),
    ...unusedSettings.map(
      ({ rule, file, pointer }) =>
        `- ${codeSpan(rule)} is switched off at ${codeSpan(`${file}${pointer}`)}, and nothing is found there`,
    ),
  ];
  return lines.length === 0
    ? []
    : [`### Switched off by the settings: ${suppressed.length}`, lines.join('\n')];
}

/** Plain text: what Markdown and HTML would read as markup is escaped, and it stays on one line. */
function text(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~$@&]/g, (one) => `\\${one}`);
}

/** A code span, fenced by more backticks than it holds in a row. */
function codeSpan(value: string): string {
  const ticks = '`'.repeat(longestRun(value) + 1);
  const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${value.replace(/\s+/g, ' ').replaceAll('|', '\\|')}${pad}${ticks}`;
}

function fenced(value: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(value) + 1));
  return `${fence}\n${value}\n${fence}`;
}

function longestRun(value: string): number {
  return Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
}
