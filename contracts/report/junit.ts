import type { ConnectionPackage } from '../../connector/index.js';
import { type Finding, findingId } from '../findings.js';
import type { CheckResult, ScenarioResult } from '../runner.js';
import { attributes, element } from './xml.js';

/** What the JUnit report needs beside the result. */
export interface JunitOptions {
  readonly package: ConnectionPackage;
}

interface Case {
  readonly name: string;
  readonly suite: string;
  readonly seconds: number;
  readonly failures: readonly Finding[];
  /** Why it was not run or does not count. */
  readonly skipped?: string;
  /** Why it failed without a finding of its own. */
  readonly reason?: string;
}

/**
 * The result as JUnit XML: the suite `package` has a test case for each connector JSON and what reading it showed; each family
 * of scenarios is a suite with a test case for each scenario. A failure carries the findings.
 */
export function junitReport(result: CheckResult, options: JunitOptions): string {
  const cases = [...documentCases(result, options.package), ...scenarioCases(result)];
  const suites = [...new Set(cases.map(({ suite }) => suite))].map((suite) => {
    const own = cases.filter((one) => one.suite === suite);
    return element('testsuite', { name: `${result.package}.${suite}`, ...figures(own) }, [
      ...own.map((one) => caseElement(one, `${result.package}.${suite}`)),
    ]);
  });
  const { skipped: _skipped, ...totals } = figures(cases);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'jama-sim', ...totals }, suites)}\n`;
}

function documentCases(result: CheckResult, connectionPackage: ConnectionPackage): Case[] {
  const files = [...connectionPackage.documents.values()];
  return files.map(({ name }) => {
    const off = result.suppressed.filter(({ finding }) => finding.file === name);
    const failures = errorsIn(result.findings).filter(({ file }) => file === name);
    const skipped =
      failures.length === 0 && off.length > 0
        ? off.map(({ finding, reason }) => `${finding.code} is switched off: ${reason}`).join('; ')
        : undefined;
    return { name, suite: 'package', seconds: 0, failures, ...(skipped === undefined ? {} : { skipped }) };
  });
}

function scenarioCases({ scenarios, findings, suppressed }: CheckResult): Case[] {
  return scenarios.map((scenario) => {
    const { title, id, family, durationMs, status, reason } = scenario;
    const failures = status === 'failed' ? named(scenario, errorsIn(findings)) : [];
    const reasons = suppressed
      .filter(({ finding }) => scenario.findings.includes(findingId(finding)))
      .map((one) => `${one.finding.code} is switched off: ${one.reason}`);
    const skipped =
      status === 'not-possible'
        ? (reason ?? status)
        : status === 'suppressed'
          ? reasons.join('; ')
          : undefined;
    return {
      name: `${id}: ${title}`,
      suite: family,
      seconds: durationMs / 1000,
      failures,
      ...(skipped === undefined ? {} : { skipped }),
      ...(status === 'failed' ? { reason: reason ?? title } : {}),
    };
  });
}

function errorsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function named(scenario: ScenarioResult, findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => scenario.findings.includes(findingId(finding)));
}

function figures(cases: readonly Case[]) {
  return {
    tests: cases.length,
    failures: cases.filter(isFailed).length,
    errors: 0,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
    time: cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
  };
}

function isFailed({ failures, reason }: Case): boolean {
  return failures.length > 0 || reason !== undefined;
}

function caseElement(one: Case, classname: string): string {
  const { name, seconds, failures, skipped, reason } = one;
  const children = isFailed(one)
    ? [
        element(
          'failure',
          { message: failures[0]?.message ?? reason ?? '', type: failures[0]?.code ?? 'failed' },
          failures.map(textOf).join('\n\n'),
        ),
      ]
    : skipped === undefined
      ? []
      : [`<skipped${attributes({ message: skipped })}/>`];
  return element('testcase', { name, classname, time: seconds.toFixed(3) }, children);
}

function textOf({ file, line, column, code, message, seen = [], because, remedy }: Finding): string {
  return [
    `${file}:${line}:${column}   ${code}`,
    message,
    ...seen,
    ...(because === undefined ? [] : [`because  ${because}`]),
    `mend     ${remedy}`,
  ].join('\n');
}
