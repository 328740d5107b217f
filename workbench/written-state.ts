import type { Tenant } from '../mock-server/index.js';
import type { SidesView, StateView, StepFacts } from './api.js';
import { cached } from './cached.js';

/** The parts of a state as JSON, all but the clock, which goes on by itself. */
export type WrittenState = Readonly<Record<Exclude<keyof StateView, 'clock'>, string>>;

/** What a state is put together from. */
export interface StateSource {
  readonly tenant: Tenant;
  /** The same object as long as both sides are the same. */
  readonly sides: () => SidesView;
  readonly steps: () => readonly StepFacts[];
  /** Another value whenever the steps may be others. */
  readonly stepsMark: () => unknown;
}

/**
 * Writes the state of a bench whenever somebody asks: the same object as long as nothing has changed, the clock's mode included, and
 * a part anew only when what it tells of has changed. Whoever follows a bench shares the texts.
 */
export function stateWriter({ tenant, sides, steps, stepsMark }: StateSource): () => WrittenState {
  const ofSides = cached((view: SidesView) => {
    const { imports, users, usergroups, accounts, entitlements, identities, tasks, jobs } = view;
    return written({ imports, users, usergroups, accounts, entitlements, identities, tasks, jobs });
  });
  const ofSteps = cached((_mark: unknown) => written({ steps: steps() }));
  const ofLicences = cached((_revision: number) =>
    written({ licences: tenant.licences.use(tenant.users.select({})) }),
  );
  const ofTokens = cached((_revision: number) =>
    written({
      tokens: tenant.tokens.list().map(({ id, issuedAt, expiresAt }) => ({ id, issuedAt, expiresAt })),
    }),
  );
  const ofFaults = cached((_revision: number) => written({ faults: tenant.faults.list() }));
  const whole = cached(
    (view: SidesView, mark: unknown, users: number, tokens: number, faults: number, _clock: object) => ({
      ...ofSides(view),
      ...ofSteps(mark),
      ...ofLicences(users),
      ...ofTokens(tokens),
      ...ofFaults(faults),
    }),
  );
  return () =>
    whole(
      sides(),
      stepsMark(),
      tenant.revision,
      tenant.tokens.revision,
      tenant.faults.revision,
      tenant.clock.state(),
    );
}

/** Each part as JSON. */
function written<Parts extends object>(parts: Parts): Readonly<Record<keyof Parts, string>> {
  const texts = Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]);
  return Object.fromEntries(texts) as Record<keyof Parts, string>;
}
