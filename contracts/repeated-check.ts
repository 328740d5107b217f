import { lintPackage } from './lint/index.js';
import type { GivenPackage } from './read-given.js';
import { contentOf } from './rests-on.js';
import { type CheckResult, everyScenario, inReportOrder, judge, type Told, tellScenario } from './runner.js';
import type { Scenario } from './scenarios/index.js';

/** Milliseconds between two looks at what was found so far. */
const EARLY_MS = 300;

/** What a package does when the target fails comes after what it does when the target is well. */
const LAST = 1e9;

/** Checks a package that changes again and again; a scenario is told anew only when a connector JSON that was read for it says something else. */
export interface RepeatedCheck {
  /**
   * Checks the package as it is now. Lint is run each time and first, then what takes the shortest, as far as that is known, and faults last.
   * @returns the verdict, and how many scenarios were told anew; undefined when it was given up
   */
  check(
    given: GivenPackage,
    watcher: CheckWatcher,
  ): Promise<{ readonly result: CheckResult; readonly retold: number } | undefined>;
}

/** Somebody who waits for the verdict. */
export interface CheckWatcher {
  /** Asked before each scenario; when it says yes the check is given up, and what was told is kept. */
  stale(): boolean;
  /**
   * Given what lint says, and every 300 ms what the scenarios told by then show as well.
   * Settings that switch nothing off are not known yet.
   */
  early?(result: CheckResult): Promise<void>;
}

/**
 * A check that remembers what the scenarios showed.
 * @param now milliseconds of a clock that only runs forward
 * @param only families and ids of the scenarios to tell; all of them unless it is given
 */
export function createRepeatedCheck(now: () => number, only?: readonly string[]): RepeatedCheck {
  const known = new Map<string, { readonly content: string; readonly told: Told }>();
  return {
    async check(given, { stale, early }) {
      const { package: connectionPackage, target } = given;
      const startedAt = now();
      const lint = lintPackage(connectionPackage, target);
      const soFar = (told: readonly Told[]): CheckResult => ({
        ...judge(given, lint, told),
        unusedSettings: [],
      });
      await early?.(soFar([]));
      const all = await everyScenario(only);
      const untouched = ({ id }: Scenario) => {
        const one = known.get(id);
        return one?.content === contentFor(given, one?.told.restsOn ?? []);
      };
      const toldNow = async () =>
        inReportOrder(
          all.filter(untouched).flatMap(({ id }) => {
            const one = known.get(id);
            return one ? [one.told] : [];
          }),
        );
      const touched = all.filter((scenario) => !untouched(scenario));
      const cost = ({ id, family }: Scenario) =>
        (known.get(id)?.told.durationMs ?? 0) + (family === 'resilience' ? LAST : 0);
      let lookedAt = startedAt;
      for (const scenario of touched.toSorted((a, b) => cost(a) - cost(b))) {
        if (stale()) return undefined;
        if (early && now() - lookedAt > EARLY_MS) {
          lookedAt = now();
          await early(soFar(await toldNow()));
        }
        const told = await tellScenario(connectionPackage, scenario, now, target);
        known.set(scenario.id, { content: contentFor(given, told.restsOn), told });
      }
      return {
        result: judge(given, lint, await toldNow()),
        retold: touched.length,
      };
    },
  };
}

/** What a telling rests on: its connector JSONs, and whether there is anybody to tell it of. */
function contentFor({ package: connectionPackage, target }: GivenPackage, names: readonly string[]): string {
  return `${target.notSimulated ?? ''} ${contentOf(connectionPackage, names)}`;
}
