import type { ConnectionPackage } from '../connector/index.js';
import { lintPackage } from './lint/index.js';
import { type GivenChoices, readGiven } from './read-given.js';
import {
  type CheckResult,
  everyScenario,
  inReportOrder,
  judge,
  lintOnly,
  type ScenarioResult,
} from './runner.js';
import { tellAll } from './telling/tell-all.js';
import { closeTellers, startTellers } from './telling/tellers.js';
import type { Told } from './telling/telling.js';

/** As many scenarios take about as long as the start of a thread. */
const WORTH_A_THREAD = 8;

/** What a check may be told beside the package. */
export interface CheckChoices extends GivenChoices {
  /** Milliseconds of a clock that only runs forward, for the durations. */
  readonly now?: () => number;
  /** Called after each scenario, for those who want to see it go on; `told` of `of` were told by then. */
  readonly onScenario?: (
    result: ScenarioResult,
    progress: { readonly told: number; readonly of: number },
  ) => void;
  /** Families and ids of the scenarios to run, in this order; all of them unless it is given. The result lists them in its own. */
  readonly only?: readonly string[];
  /** How many threads tell scenarios beside this one; none unless it is given. The verdict is the same. */
  readonly threads?: number;
}

export interface CheckOptions extends CheckChoices {
  /** A package, or the path of one. */
  readonly package: ConnectionPackage | string;
}

/**
 * Checks a package: reads it, runs every scenario on a tenant of its own, and traces what went wrong to its causes.
 * Nothing leaves the machine: every URL of the package is sent to the tenant of the scenario.
 * @param subject the path of a package (folder, transport zip, transport JSON, connector JSON), a package, or both with choices
 * @throws PackageError when the package cannot be used, SettingsError when its settings cannot
 */
export async function checkPackage(
  subject: string | ConnectionPackage | CheckOptions,
  choices: CheckChoices = {},
): Promise<CheckResult> {
  const {
    package: given,
    now = () => performance.now(),
    onScenario,
    only,
    threads = 0,
    ...more
  } = isOptions(subject) ? subject : { ...choices, package: subject };
  const judged = await readGiven(given, more);
  const scenarios = await everyScenario(only);
  const tellers = await startTellers(Math.min(threads, Math.floor(scenarios.length / WORTH_A_THREAD)));
  const told: Told[] = [];
  try {
    const lint = lintPackage(judged.package, judged.target);
    await tellAll(judged, scenarios, {
      tellers,
      now,
      onTold(one) {
        told.push(one);
        if (!onScenario) return;
        const progress = { told: told.length, of: scenarios.length };
        for (const result of judge(judged, lint, [one]).scenarios) onScenario(result, progress);
      },
    });
    return judge(judged, lint, await inReportOrder(told));
  } finally {
    await closeTellers(tellers);
  }
}

/** What `only` can name: every family and every scenario. */
export async function scenarioNames(): Promise<ReadonlySet<string>> {
  return new Set((await everyScenario()).flatMap(({ id, family }) => [family, id]));
}

/** Reads a package by the rules alone; nothing is run. Takes what {@link checkPackage} takes; the result has no scenarios. */
export async function lintFiles(
  subject: string | ConnectionPackage,
  choices: GivenChoices = {},
): Promise<CheckResult> {
  return lintOnly(await readGiven(subject, choices));
}

function isOptions(subject: string | ConnectionPackage | CheckOptions): subject is CheckOptions {
  return typeof subject === 'object' && 'package' in subject;
}
