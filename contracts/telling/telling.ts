import type { ConnectionPackage } from '../../connector/index.js';
import type { Exchange } from '../exchanges.js';
import type { Observation, Scenario } from '../scenarios/index.js';
import type { Target } from '../target/target.js';

/** What a scenario showed, as plain data: it may have been told in another thread. */
export interface Telling {
  /** The connector JSONs that were read for it, and those it needs. */
  readonly restsOn: readonly string[];
  /** Why it could not be told at all. */
  readonly unusable?: {
    readonly files: ReadonlySet<string>;
    readonly broken: boolean;
    readonly reason: string;
  };
  readonly gaveUp?: string;
  readonly observations: readonly Observation[];
  readonly assumptions: readonly string[];
  readonly exchanges: readonly Exchange[];
}

/** A scenario and what it showed, before that is traced to its causes. It holds as long as what it rests on says the same. */
export interface Told extends Telling {
  readonly scenario: Scenario;
  readonly durationMs: number;
}

/** Somebody who tells scenarios, one at a time. */
export interface Teller {
  tell(connectionPackage: ConnectionPackage, scenario: Scenario): Promise<Telling>;
  /** Ends what it has started. */
  close(): Promise<void>;
}

/** Why a scenario cannot be told of a package: nobody simulates its target, or a connector JSON is missing. Undefined when it can. */
export function untellable(
  connectionPackage: ConnectionPackage,
  scenario: Scenario,
  target: Target,
): Telling | undefined {
  const nothing = { restsOn: scenario.needs, observations: [], assumptions: [], exchanges: [] };
  if (target.notSimulated !== undefined) return { ...nothing, gaveUp: target.notSimulated };
  const unusable = scenario.needs
    .map((name) => connectionPackage.document(name))
    .filter(({ state }) => state !== 'ok');
  if (unusable.length === 0) return undefined;
  return {
    ...nothing,
    unusable: {
      files: new Set(unusable.map(({ name }) => name)),
      broken: unusable.some(({ state }) => state === 'invalid'),
      reason: unusable.map(({ name, state }) => `${name} is ${state}`).join(', '),
    },
  };
}
