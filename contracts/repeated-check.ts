import type { ConnectionPackage } from '../connector/index.js';
import { lintPackage } from './lint/index.js';
import type { GivenPackage } from './read-given.js';
import { type CheckResult, everyScenario, judge, type Told, tellScenario } from './runner.js';
import type { Scenario } from './scenarios/index.js';

/** What every scenario rests on, whether it says so or not. */
const shared = ['ConnectionJSON', 'ConfigJSON', 'STATUS_THRESHOLD_CONFIG'];

/** Checks a package that changes again and again; a scenario is told anew only when a connector JSON that it rests on has changed. */
export interface RepeatedCheck {
  /**
   * Checks the package as it is now. Lint is run each time.
   * @param stale asked before each scenario; when it says yes the check is given up, and what was told is kept
   * @returns the verdict, and how many scenarios were told anew; undefined when it was given up
   */
  check(
    given: GivenPackage,
    stale: () => boolean,
  ): Promise<{ readonly result: CheckResult; readonly retold: number } | undefined>;
}

/**
 * A check that remembers what the scenarios showed.
 * @param now milliseconds of a clock that only runs forward
 * @param only families and ids of the scenarios to tell; all of them unless it is given
 */
export function createRepeatedCheck(now: () => number, only?: readonly string[]): RepeatedCheck {
  const known = new Map<string, { readonly restsOn: string; readonly told: Told }>();
  return {
    async check(given, stale) {
      const { package: connectionPackage, target } = given;
      const told: Told[] = [];
      let retold = 0;
      for (const scenario of await everyScenario(only)) {
        const restsOn = `${target.notSimulated ?? ''} ${textsOf(connectionPackage, scenario)}`;
        const before = known.get(scenario.id);
        if (before?.restsOn === restsOn) {
          told.push(before.told);
          continue;
        }
        if (stale()) return undefined;
        const one = await tellScenario(connectionPackage, scenario, now, target);
        known.set(scenario.id, { restsOn, told: one });
        told.push(one);
        retold += 1;
      }
      const lint = lintPackage(connectionPackage, target);
      return { result: judge(given, lint, told), retold };
    },
  };
}

function textsOf(connectionPackage: ConnectionPackage, { needs }: Scenario): string {
  const names = [...new Set([...needs, ...shared])];
  return JSON.stringify(names.map((name) => connectionPackage.document(name).text));
}
