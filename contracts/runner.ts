import type { ConnectionPackage } from '../connector/index.js';
import { attribute } from './attribute.js';
import type { Exchange } from './exchanges.js';
import { type Finding, findingId, mergeFindings } from './findings.js';
import { type LintResult, lintPackage, rules } from './lint/index.js';
import type { GivenPackage } from './read-given.js';
import type { Scenario } from './scenarios/index.js';
import { applySettings, type SuppressedFinding, type Suppression } from './settings/index.js';
import type { Target } from './target/target.js';
import type { Told } from './telling/telling.js';

/**
 * `not-possible`: a connector JSON that the scenario needs is absent, empty or encrypted, or nothing was there to work on.
 * `suppressed`: it failed, and the settings switch off everything that made it fail.
 */
export type ScenarioStatus = 'passed' | 'failed' | 'not-possible' | 'suppressed';

/** How one scenario went. */
export interface ScenarioResult {
  readonly id: string;
  readonly family: Scenario['family'];
  readonly title: string;
  readonly status: ScenarioStatus;
  /** Why it was not possible. */
  readonly reason?: string;
  readonly durationMs: number;
  /** Ids of the findings that made it fail: `<file>#<pointer> <code>`. */
  readonly findings: readonly string[];
  /** Ledger entries that the outcome rests on: guesses about Jama and about EIC. */
  readonly assumptions: readonly string[];
  /** What was sent and how it was answered, in order. */
  readonly exchanges: readonly Exchange[];
}

/** The verdict on a package. */
export interface CheckResult {
  readonly package: string;
  /** Where the connection came from: `default` when the export holds it only as cipher text. */
  readonly connection: 'package' | 'file' | 'default';
  /** What the calls were held against, and why no scenario says anything of it, if that is so. */
  readonly target: Pick<Target, 'name' | 'notSimulated'>;
  /** What counts; findings that the settings switch off are in `suppressed`. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Entries of the settings that switched nothing off. */
  readonly unusedSettings: readonly Suppression[];
  readonly scenarios: readonly ScenarioResult[];
}

/**
 * The scenarios, loaded only when they are to be told, since lint has no use for a tenant.
 * @param only families and ids of those that are wanted, in the order in which to tell them; all of them unless it is given
 */
export async function everyScenario(only?: readonly string[]): Promise<readonly Scenario[]> {
  const { scenarios } = await import('./scenarios/index.js');
  if (!only) return scenarios;
  return [
    ...new Set(only.flatMap((name) => scenarios.filter(({ id, family }) => id === name || family === name))),
  ];
}

/** What was told, in the order in which a report shows it, whatever order it was told in. */
export async function inReportOrder(told: readonly Told[]): Promise<Told[]> {
  const { scenarios } = await import('./scenarios/index.js');
  return told.toSorted((a, b) => scenarios.indexOf(a.scenario) - scenarios.indexOf(b.scenario));
}

/** Reads a package without running it; the result has no scenarios. Settings for codes that no rule has do not count as unused. */
export function lintOnly({ package: connectionPackage, settings, target }: GivenPackage): CheckResult {
  const lint = lintPackage(connectionPackage, target);
  const result = judge({ package: connectionPackage, settings, target }, lint, []);
  const ofRules = ({ rule }: Suppression) => rules.some(({ id }) => id === rule);
  return { ...result, unusedSettings: result.unusedSettings.filter(ofRules) };
}

/** Traces what lint and the scenarios showed to its causes, and takes out what the settings switch off. */
export function judge(
  { package: connectionPackage, settings, target }: GivenPackage,
  lint: readonly LintResult[],
  told: readonly Told[],
): CheckResult {
  const traced = told.map((one) => ({ one, findings: trace(connectionPackage, lint, one) }));
  const all = [...lint.map(({ finding }) => finding), ...traced.flatMap(({ findings }) => findings)];
  const { findings, suppressed, unused } = applySettings(mergeFindings(all), settings);
  const off = new Set(suppressed.map(({ finding }) => findingId(finding)));
  return {
    package: connectionPackage.name,
    connection: connectionPackage.document('ConnectionJSON').origin,
    target: {
      name: target.name,
      ...(target.notSimulated === undefined ? {} : { notSimulated: target.notSimulated }),
    },
    findings,
    suppressed,
    unusedSettings: unused,
    scenarios: traced.map(({ one, findings: own }) => resultOf(one, own, off)),
  };
}

function trace(connectionPackage: ConnectionPackage, lint: readonly LintResult[], told: Told): Finding[] {
  const { scenario, unusable, observations } = told;
  if (unusable) {
    return lint
      .map(({ finding }) => finding)
      .filter(({ file, pointer }) => unusable.files.has(file) && pointer === '');
  }
  return observations.flatMap((observation) => attribute(connectionPackage, lint, scenario.id, observation));
}

function resultOf(told: Told, findings: readonly Finding[], off: ReadonlySet<string>): ScenarioResult {
  const { scenario, unusable, gaveUp, assumptions, exchanges, durationMs } = told;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const failed = unusable ? unusable.broken : errors.length > 0;
  const excused = errors.length > 0 && errors.every((finding) => off.has(findingId(finding)));
  const reason = unusable?.reason ?? (failed ? undefined : gaveUp);
  return {
    id: scenario.id,
    family: scenario.family,
    title: scenario.title,
    status: failed ? (excused ? 'suppressed' : 'failed') : reason === undefined ? 'passed' : 'not-possible',
    ...(reason === undefined ? {} : { reason }),
    durationMs,
    findings: [...new Set(findings.map(findingId))].sort(),
    assumptions,
    exchanges,
  };
}
