import pc from 'picocolors';
import type { ConnectionPackage } from '../../connector/index.js';
import type { Finding } from '../findings.js';
import type { CheckResult, ScenarioResult } from '../runner.js';
import { summarise } from './json.js';
import { sourceFrame } from './source-frame.js';

/** What the pretty report needs beside the result. */
export interface PrettyOptions {
  readonly package: ConnectionPackage;
  readonly color: boolean;
  /** Wall time of the whole check, in milliseconds. */
  readonly durationMs: number;
}

/** The report for people: every finding with its place first, then the scenarios by family, then the verdict. */
export function prettyReport(result: CheckResult, options: PrettyOptions): string {
  const paint = pc.createColors(options.color);
  const blocks = result.findings.map((finding) => findingBlock(finding, options.package, paint));
  return [...blocks, endBlock(result, options, paint)].join('\n\n').concat('\n');
}

type Paint = ReturnType<typeof pc.createColors>;

function findingBlock(finding: Finding, connectionPackage: ConnectionPackage, paint: Paint): string {
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
  const tone = severity === 'error' ? paint.red : paint.yellow;
  const [first, ...others] = exchanges;
  const rows: [string, string][] = [
    ...seen.slice(0, 3).map((one, index): [string, string] => [index === 0 ? 'seen' : '', one]),
    ...(seen.length > 3 ? [['', `... and in ${seen.length - 3} more ways`] as [string, string]] : []),
    ...(first ? [['sent', `${first.request}  -> ${first.response}`] as [string, string]] : []),
    ...others.map((one): [string, string] => ['', `${one.request}  -> ${one.response}`]),
    ...(because === undefined ? [] : [['because', because] as [string, string]]),
    ['mend', remedy],
    ...(evidence.length === 0 ? [] : [['rests on', evidence.join(', ')] as [string, string]]),
  ];
  return [
    `${paint.bold(`${file}:${line}:${column}`)}   ${tone(severity)}   ${code}`,
    '',
    ...sourceFrame(connectionPackage, finding).map(
      (text) => `  ${text.startsWith('>') ? text : paint.dim(text)}`,
    ),
    `   ${message}`,
    '',
    ...rows.map(([label, text]) => `   ${paint.dim(label.padEnd(8))}  ${text}`),
  ].join('\n');
}

function endBlock(result: CheckResult, options: PrettyOptions, paint: Paint): string {
  const { errors, warnings, connection, scenarios } = summarise(result);
  const families = [...new Set(result.scenarios.map(({ family }) => family))];
  const guesses = new Set(result.scenarios.flatMap(({ assumptions }) => assumptions)).size;
  const total = result.scenarios.length;
  const findings = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  const verdict =
    errors > 0
      ? paint.red(total === 0 ? findings : `${findings}; ${scenarios.failed} of ${total} scenarios failed`)
      : paint.green(
          total === 0
            ? `nothing wrong to read${warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''}`
            : `${scenarios.passed} of ${total} scenarios passed${warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''}`,
        );
  return [
    ...families.map((family) => familyLine(family, result.scenarios, paint)),
    ...result.scenarios
      .filter(({ status }) => status === 'not-possible')
      .map(({ id, reason }) => `  ${paint.dim(`${id} is not possible: ${reason}`)}`),
    ...(total > 0 ? [''] : []),
    ...settingsLines(result).map((line) => `  ${paint.dim(line)}`),
    ...(connection === 'default'
      ? [
          '  ConnectionJSON cannot be read from an export; the built-in one for Jama was used (--connection FILE gives another).',
        ]
      : []),
    `  ${verdict}      ${(options.durationMs / 1000).toFixed(1)} s`,
    ...(guesses > 0
      ? [
          `  ${paint.dim(`the verdict rests on ${plural(guesses, 'guess')} about Jama and EIC; the JSON report names them by scenario`)}`,
        ]
      : []),
  ].join('\n');
}

/** What the settings switch off, and what they name in vain. */
function settingsLines({ suppressed, unusedSettings }: CheckResult): string[] {
  return [
    ...(suppressed.length > 0
      ? [`${plural(suppressed.length, 'finding')} switched off by the settings:`]
      : []),
    ...suppressed.map(
      ({ finding: { file, line, column, code }, reason }) =>
        `  ${file}:${line}:${column}   ${code}   ${reason}`,
    ),
    ...unusedSettings.map(
      ({ rule, file, pointer }) =>
        `the settings switch off ${rule} at ${file}${pointer}, and nothing is found there`,
    ),
  ];
}

function familyLine(family: string, all: readonly ScenarioResult[], paint: Paint): string {
  const own = all.filter((scenario) => scenario.family === family);
  const count = (status: ScenarioResult['status']) =>
    own.filter((scenario) => scenario.status === status).length;
  const parts = [
    count('passed') > 0 ? paint.green(`${count('passed')} passed`) : '',
    count('failed') > 0 ? paint.red(`${count('failed')} failed`) : '',
    count('not-possible') > 0 ? paint.yellow(`${count('not-possible')} not possible`) : '',
    count('suppressed') > 0 ? paint.yellow(`${count('suppressed')} switched off`) : '',
  ].filter(Boolean);
  return `  ${family.padEnd(14)}${parts.join('   ')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}
