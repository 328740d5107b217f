import type { ConnectionPackage } from '../connector/index.js';
import { attribute } from './attribute.js';
import { type Finding, findingId, mergeFindings } from './findings.js';
import { type LintResult, lintPackage } from './lint/index.js';
import { scenarios as allScenarios, openWorld, type Scenario } from './scenarios/index.js';
import { jamaTarget } from './target/jama.js';

/** `not-possible`: a connector JSON that the scenario needs is absent, empty or encrypted, or nothing was there to work on. */
export type ScenarioStatus = 'passed' | 'failed' | 'not-possible';

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
}

/** The verdict on a package. */
export interface CheckResult {
  readonly package: string;
  /** Where the connection came from: `default` when the export holds it only as cipher text. */
  readonly connection: 'package' | 'file' | 'default';
  readonly findings: readonly Finding[];
  readonly scenarios: readonly ScenarioResult[];
}

export interface CheckOptions {
  readonly package: ConnectionPackage;
  /** Milliseconds of a clock that only runs forward, for the durations. */
  readonly now: () => number;
  /** Called after each scenario, for those who want to see it go on. */
  readonly onScenario?: (result: ScenarioResult) => void;
}

/**
 * Checks a package: reads it, runs every scenario on a tenant of its own, and traces what went wrong to its causes.
 * Nothing leaves the machine: every URL of the package is sent to the tenant of the scenario.
 */
export async function checkPackage(options: CheckOptions): Promise<CheckResult> {
  const { package: connectionPackage, now, onScenario } = options;
  const lint = lintPackage(connectionPackage, jamaTarget());
  const seen: Finding[] = [];
  const results: ScenarioResult[] = [];
  for (const scenario of allScenarios) {
    const startedAt = now();
    const told = await tell(connectionPackage, lint, scenario);
    const { findings, status, reason, assumptions } = told;
    const result = {
      id: scenario.id,
      family: scenario.family,
      title: scenario.title,
      status,
      ...(reason === undefined ? {} : { reason }),
      durationMs: Math.round(now() - startedAt),
      findings: [...new Set(findings.map(findingId))].sort(),
      assumptions,
    };
    seen.push(...findings);
    results.push(result);
    onScenario?.(result);
  }
  return {
    package: connectionPackage.name,
    connection: connectionPackage.document('ConnectionJSON').origin,
    findings: mergeFindings([...lint.map(({ finding }) => finding), ...seen]),
    scenarios: results,
  };
}

interface Told {
  readonly status: ScenarioStatus;
  readonly reason?: string | undefined;
  readonly findings: readonly Finding[];
  readonly assumptions: readonly string[];
}

async function tell(
  connectionPackage: ConnectionPackage,
  lint: readonly LintResult[],
  scenario: Scenario,
): Promise<Told> {
  const unusable = scenario.needs
    .map((name) => connectionPackage.document(name))
    .filter(({ state }) => state !== 'ok');
  if (unusable.length > 0) {
    const files = new Set(unusable.map(({ name }) => name));
    const broken = unusable.some(({ state }) => state === 'invalid');
    return {
      status: broken ? 'failed' : 'not-possible',
      reason: unusable.map(({ name, state }) => `${name} is ${state}`).join(', '),
      findings: lint
        .map(({ finding }) => finding)
        .filter(({ file, pointer }) => files.has(file) && pointer === ''),
      assumptions: [],
    };
  }
  const world = await openWorld(connectionPackage, scenario.given ?? {});
  try {
    await scenario.run(world);
  } finally {
    await world.close();
  }
  const findings = world.observations.flatMap((observation) =>
    attribute(connectionPackage, lint, scenario.id, observation),
  );
  const failed = findings.some(({ severity }) => severity === 'error');
  return {
    status: failed ? 'failed' : world.gaveUp === undefined ? 'passed' : 'not-possible',
    reason: failed ? undefined : world.gaveUp,
    findings,
    assumptions: world.assumptions(),
  };
}
