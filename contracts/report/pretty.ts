import pc from 'picocolors';
import type { ConnectionPackage } from '../../connector/index.js';
import { EVIDENCE } from '../../mock-server/index.js';
import { type Finding, findingId } from '../findings.js';
import type { CheckResult, ScenarioResult } from '../runner.js';
import { summarise } from './json.js';
import { sourceFrame } from './source-frame.js';

/** What the pretty report needs beside the result. */
export interface PrettyOptions {
  readonly package: ConnectionPackage;
  readonly color: boolean;
  /** Wall time of the whole check, in milliseconds. */
  readonly durationMs: number;
  /** Warnings are counted and not shown. */
  readonly errorsOnly?: boolean | undefined;
}

/** The report for people: every finding with its place first, then the scenarios by family, then the verdict. */
export function prettyReport(result: CheckResult, options: PrettyOptions): string {
  const paint = pc.createColors(options.color);
  const blocks = result.findings
    .filter(({ severity }) => severity === 'error' || options.errorsOnly !== true)
    .map((finding) => findingBlock(finding, options.package, paint));
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
    ...(seen.length > 3
      ? [['', `... and in ${plural(seen.length - 3, 'more way')}`] as [string, string]]
      : []),
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
  const { scenarios, target } = result;
  const families = [...new Set(scenarios.map(({ family }) => family))];
  return [
    ...(target.notSimulated === undefined || scenarios.length === 0
      ? families.flatMap((family) => familyLines(family, scenarios, paint))
      : [
          `  ${paint.yellow(`${plural(scenarios.length, 'scenario')} not possible: ${target.notSimulated}`)}`,
        ]),
    ...(scenarios.length > 0 ? [''] : []),
    ...settingsLines(result).map((line) => `  ${paint.dim(line)}`),
    ...notes(result, options).map((line) => `  ${line}`),
    `  ${verdict(result, paint)}      ${(options.durationMs / 1000).toFixed(1)} s`,
    ...guesses(scenarios).map((line) => `  ${paint.dim(line)}`),
  ].join('\n');
}

/** The last word: how much failed, and from how many causes in how many files. */
function verdict(result: CheckResult, paint: Paint): string {
  const { errors, warnings, scenarios } = summarise(result);
  const total = result.scenarios.length;
  const found = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  if (scenarios.failed > 0) {
    const failed = result.scenarios.filter(({ status }) => status === 'failed');
    const causes = new Set(failed.flatMap(({ findings }) => findings));
    const errorsIn = result.findings.filter((one) => one.severity === 'error' && causes.has(findingId(one)));
    const files = new Set(errorsIn.map(({ file }) => file));
    return paint.red(
      `${plural(failed.length, 'scenario')} failed from ${plural(errorsIn.length, 'cause')}, in ${plural(files.size, 'file')}; ${found} in all`,
    );
  }
  if (errors > 0) return paint.red(found);
  const more = warnings > 0 ? `, ${plural(warnings, 'warning')}` : '';
  const told = total - scenarios['not-possible'];
  return paint.green(
    told === 0 ? `nothing wrong to read${more}` : `${scenarios.passed} of ${total} scenarios passed${more}`,
  );
}

/** What a reader must know of the package and its target to take the verdict for what it is. */
function notes(
  { connection, findings, scenarios, target }: CheckResult,
  { package: given, errorsOnly = false }: PrettyOptions,
): string[] {
  const toMend = findings.filter(({ severity }) => severity !== 'info');
  const exported = toMend.length > 0 && toMend.every(({ file }) => given.document(file).file === file);
  return [
    ...(target.notSimulated !== undefined && scenarios.length === 0
      ? [`Only read: ${target.notSimulated}.`]
      : []),
    ...(connection !== 'default'
      ? []
      : [
          target.notSimulated === undefined
            ? 'The package has no ConnectionJSON that can be read; the built-in one for Jama was used (--connection FILE gives another).'
            : 'There is no ConnectionJSON that can be read; nothing is said of it (--connection FILE gives it).',
        ]),
    ...(exported
      ? [`To mend it, write its JSONs as files: jama-sim unpack ${quoted(given.source)} --output FOLDER`]
      : []),
    ...(errorsOnly ? ['Only errors are shown (--errors-only).'] : []),
  ];
}

const jamaRules: ReadonlySet<string> = new Set(EVIDENCE.map(({ id }) => id));

function guesses(scenarios: readonly ScenarioResult[]): string[] {
  const told = scenarios.filter(({ status }) => status === 'passed' || status === 'failed');
  const [jama, eic] = [true, false].map(
    (wanted) =>
      told.filter(({ assumptions }) => assumptions.some((id) => jamaRules.has(id) === wanted)).length,
  );
  return jama || eic
    ? [
        `verdicts that rest on a guess about Jama: ${jama}   about EIC: ${eic}      (jama-sim evidence shows them)`,
      ]
    : [];
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

/** How many scenarios of a family came out how, with the reasons of those that were not possible. */
function familyLines(family: string, all: readonly ScenarioResult[], paint: Paint): string[] {
  const own = all.filter((scenario) => scenario.family === family);
  const count = (status: ScenarioResult['status']) =>
    own.filter((scenario) => scenario.status === status).length;
  const reasons = new Map<string, number>();
  for (const { status, reason = '' } of own)
    if (status === 'not-possible') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const parts = [
    count('passed') > 0 ? paint.green(`${count('passed')} passed`) : '',
    count('failed') > 0 ? paint.red(`${count('failed')} failed`) : '',
    count('suppressed') > 0 ? paint.yellow(`${count('suppressed')} switched off`) : '',
  ].filter(Boolean);
  const impossible = [...reasons].map(([reason, times]) => paint.yellow(`${times} not possible: ${reason}`));
  const [first = '', ...others] = parts.length > 0 ? [parts.join('   '), ...impossible] : impossible;
  return [`  ${family.padEnd(14)}${first}`, ...others.map((line) => `  ${''.padEnd(14)}${line}`)];
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./\\:~-]+$/.test(path) ? path : `"${path}"`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}
