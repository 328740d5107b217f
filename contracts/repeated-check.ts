import { lintPackage } from './lint/index.js';
import type { GivenPackage } from './read-given.js';
import { type CheckResult, everyScenario, inReportOrder, judge } from './runner.js';
import type { Scenario } from './scenarios/index.js';
import { createMemory } from './telling/memory.js';
import { tellAll } from './telling/tell-all.js';
import { startTellers } from './telling/tellers.js';

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

/** How a repeated check goes on. */
export interface RepeatedCheckChoices {
  /** Families and ids of the scenarios to tell; all of them unless it is given. */
  readonly only?: readonly string[] | undefined;
  /** How many threads tell scenarios beside this one; none unless it is given. They stay warm, and keep no process alive. */
  readonly threads?: number;
}

/**
 * A check that remembers what the scenarios showed.
 * @param now milliseconds of a clock that only runs forward
 */
export function createRepeatedCheck(
  now: () => number,
  { only, threads = 0 }: RepeatedCheckChoices = {},
): RepeatedCheck {
  const memory = createMemory();
  const tellers = startTellers(threads);
  return {
    async check(given, { stale, early = async () => undefined }) {
      const startedAt = now();
      const lint = lintPackage(given.package, given.target);
      const all = await everyScenario(only);
      const told = async () => inReportOrder(all.flatMap((scenario) => memory.told(given, scenario) ?? []));
      const soFar = async (): Promise<CheckResult> => ({
        ...judge(given, lint, await told()),
        unusedSettings: [],
      });
      const touched = all.filter((scenario) => memory.told(given, scenario) === undefined);
      const cost = (scenario: Scenario) =>
        memory.duration(scenario) + (scenario.family === 'resilience' ? LAST : 0);
      await early({ ...judge(given, lint, []), unusedSettings: [] });
      let lookedAt = startedAt;
      await tellAll(
        given,
        touched.toSorted((a, b) => cost(a) - cost(b)),
        {
          tellers: await tellers,
          now,
          stop: stale,
          async onTold(one) {
            memory.keep(given, one);
            if (now() - lookedAt <= EARLY_MS) return;
            lookedAt = now();
            await early(await soFar());
          },
        },
      );
      if (touched.some((scenario) => memory.told(given, scenario) === undefined)) return undefined;
      return { result: judge(given, lint, await told()), retold: touched.length };
    },
  };
}
