import type { Finding } from '../findings.js';
import type { CheckResult, ScenarioResult, ScenarioStatus } from '../runner.js';
import type { SuppressedFinding, Suppression } from '../settings/index.js';

/** The figures of a check at a glance. */
export interface Summary {
  readonly package: string;
  readonly verdict: 'passed' | 'failed';
  readonly connection: CheckResult['connection'];
  readonly target: CheckResult['target'];
  readonly errors: number;
  readonly warnings: number;
  /** Findings that the settings switch off. */
  readonly suppressed: number;
  readonly scenarios: Readonly<Record<ScenarioStatus, number>>;
}

/** The JSON report: one object. Its JSON Schema is `schemas/report.schema.json`. */
export interface JsonReport {
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly scenarios: readonly Omit<ScenarioResult, 'exchanges'>[];
  /** Only when there are any. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** Entries of the settings that switched nothing off; only when there are any. */
  readonly unusedSettings?: readonly Suppression[];
}

/** Counts a result. A package fails with its first finding of severity error. */
export function summarise(result: CheckResult): Summary {
  const count = (severity: Finding['severity']) =>
    result.findings.filter((finding) => finding.severity === severity).length;
  const told = (status: ScenarioStatus) =>
    result.scenarios.filter((scenario) => scenario.status === status).length;
  return {
    package: result.package,
    verdict: count('error') > 0 ? 'failed' : 'passed',
    connection: result.connection,
    target: result.target,
    errors: count('error'),
    warnings: count('warning'),
    suppressed: result.suppressed.length,
    scenarios: {
      passed: told('passed'),
      failed: told('failed'),
      'not-possible': told('not-possible'),
      suppressed: told('suppressed'),
    },
  };
}

/** The report as text, ready for a file. */
export function jsonReport(result: CheckResult): string {
  const { findings, suppressed, unusedSettings } = result;
  const report: JsonReport = {
    summary: summarise(result),
    findings,
    scenarios: result.scenarios.map(({ exchanges: _exchanges, ...scenario }) => scenario),
    ...(suppressed.length > 0 ? { suppressed } : {}),
    ...(unusedSettings.length > 0 ? { unusedSettings } : {}),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
