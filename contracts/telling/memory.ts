import type { GivenPackage } from '../read-given.js';
import type { Scenario } from '../scenarios/index.js';
import { contentOf } from './rests-on.js';
import type { Told } from './telling.js';

/** How many tellings of a scenario are kept: who takes a change back has the verdict at once. */
const KEPT = 8;

/** What scenarios showed of a package at several times. */
export interface Memory {
  keep(given: GivenPackage, told: Told): void;
  /** What a scenario showed when everything it rests on said what it says now. */
  told(given: GivenPackage, scenario: Scenario): Told | undefined;
  /** Milliseconds that a scenario took the last time; 0 as long as it was not told. */
  duration(scenario: Scenario): number;
}

interface Kept {
  readonly told: Told;
  readonly content: string;
}

/** An empty memory. */
export function createMemory(): Memory {
  const known = new Map<string, readonly Kept[]>();
  const of = ({ id }: Scenario) => known.get(id) ?? [];
  return {
    keep(given, told) {
      const content = contentFor(given, told);
      known.set(told.scenario.id, [{ told, content }, ...of(told.scenario)].slice(0, KEPT));
    },
    told(given, scenario) {
      const found = of(scenario).find(({ told, content }) => content === contentFor(given, told));
      // What was asked for last is forgotten last.
      if (found) known.set(scenario.id, [found, ...of(scenario).filter((one) => one !== found)]);
      return found?.told;
    },
    duration: (scenario) => of(scenario)[0]?.told.durationMs ?? 0,
  };
}

/** What a telling rests on: its connector JSONs, and whether there is anybody to tell it of. */
function contentFor({ package: connectionPackage, target }: GivenPackage, { restsOn }: Told): string {
  return `${target.notSimulated ?? ''} ${contentOf(connectionPackage, restsOn)}`;
}
