import type { Finding } from '../findings.js';
import type { CheckResult, ScenarioResult, ScenarioStatus } from '../runner.js';

/** The figures of a check at a glance. */
export interface Summary {
  readonly package: string;
  readonly verdict: 'passed' | 'failed';
  readonly connection: CheckResult['connection'];
  readonly errors: number;
  readonly warnings: number;
  readonly scenarios: Readonly<Record<ScenarioStatus, number>>;
}

/** The JSON report: one object. */
export interface JsonReport {
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly scenarios: readonly ScenarioResult[];
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
    errors: count('error'),
    warnings: count('warning'),
    scenarios: { passed: told('passed'), failed: told('failed'), 'not-possible': told('not-possible') },
  };
}

/** The report as text, ready for a file. */
export function jsonReport(result: CheckResult): string {
  const { findings, scenarios } = result;
  const report: JsonReport = { summary: summarise(result), findings, scenarios };
  return `${JSON.stringify(report, null, 2)}\n`;
}
