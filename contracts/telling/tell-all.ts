import type { GivenPackage } from '../read-given.js';
import type { Scenario } from '../scenarios/index.js';
import { type Teller, type Told, untellable } from './telling.js';

/** How scenarios are told. */
export interface TellingChoices {
  /** Who tells them; each takes the next one as soon as it is free. */
  readonly tellers: readonly Teller[];
  /** Milliseconds of a clock that only runs forward, for the durations. */
  readonly now: () => number;
  /** Given each as it is told; the next one waits for it. */
  onTold(told: Told): Promise<void> | void;
  /** Asked before each; when it says yes no other is begun. */
  stop?(): boolean;
}

/** Tells scenarios of a package. Which teller tells what makes no difference to what it shows. */
export async function tellAll(
  given: GivenPackage,
  scenarios: readonly Scenario[],
  { tellers, now, onTold, stop = () => false }: TellingChoices,
): Promise<void> {
  const waiting = [...scenarios];
  const telling = async (teller: Teller): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !stop(); next = waiting.shift()) {
      const startedAt = now();
      const shown = untellable(given.package, next, given.target) ?? (await teller.tell(given.package, next));
      await onTold({ ...shown, scenario: next, durationMs: Math.round(now() - startedAt) });
    }
  };
  await Promise.all(tellers.map(telling));
}
