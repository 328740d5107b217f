import type { ActiveFault, LicenceUse } from '../../mock-server/index.js';
import type {
  BenchView,
  ClockFacts,
  ExchangeFacts,
  SidesView,
  StateNews,
  StepFacts,
  TokenFacts,
} from '../../workbench/index.js';

/** Everything the console knows of one tenant at this moment. */
export interface Live {
  readonly bench: BenchView | undefined;
  readonly sides: SidesView | undefined;
  readonly steps: readonly StepFacts[];
  readonly exchanges: readonly ExchangeFacts[];
  readonly clock: ClockFacts | undefined;
  /** Milliseconds of the page's stopwatch when the clock was read: a running clock is shown without asking again. */
  readonly clockReadAt: number;
  readonly tokens: readonly TokenFacts[];
  readonly licences: readonly LicenceUse[];
  readonly faults: readonly ActiveFault[];
  /** Why nothing new arrives, if so. */
  readonly trouble: string | undefined;
}

export const NOTHING: Live = {
  bench: undefined,
  sides: undefined,
  steps: [],
  exchanges: [],
  clock: undefined,
  clockReadAt: 0,
  tokens: [],
  licences: [],
  faults: [],
  trouble: undefined,
};

/** With the parts of the state that are new, as they were told at a moment of the page's stopwatch. The first news have all of them. */
export function withState(live: Live, news: StateNews, readAt: number): Live {
  const { clock, tokens = live.tokens, licences = live.licences, faults = live.faults, ...rest } = news;
  const { steps = live.steps, ...changed } = rest;
  const sides = Object.keys(changed).length === 0 ? live.sides : ({ ...live.sides, ...changed } as SidesView);
  return { ...live, sides, clock, clockReadAt: readAt, tokens, licences, faults, steps };
}

/** So many exchanges are shown. */
const SHOWN = 200;

/** The exchanges with one more. One whose number was there already begins anew: the tenant was reset. */
export function withExchange(
  known: readonly ExchangeFacts[],
  added: ExchangeFacts,
): readonly ExchangeFacts[] {
  const last = known.at(-1)?.id ?? 0;
  return added.id <= last ? [added] : [...known, added].slice(-SHOWN);
}

/** What time it is for the tenant: a clock that is not frozen goes on between two readings. */
export function tenantNow({ clock, clockReadAt }: Live, stopwatch: number): number {
  if (clock === undefined) return 0;
  return clock.mode === 'frozen' ? clock.now : clock.now + Math.max(0, stopwatch - clockReadAt);
}
