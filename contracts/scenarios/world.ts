import {
  type ConnectionPackage,
  createConnector,
  type Outcome,
  type RetryOutcome,
} from '../../connector/index.js';
import { type Clock, startSimulator } from '../../mock-server/index.js';
import { type CallSite, callSites } from '../lint/call-sites.js';
import { redirectTo } from '../target/redirect.js';
import { explained } from './explained.js';
import { identityOf, joiners } from './identities.js';
import type { Observation, TenantSize, World } from './scenario.js';
import { signInOf } from './sign-in.js';

/** A world to run one scenario in, and what was noticed there. */
export interface OpenWorld extends World {
  readonly observations: readonly Observation[];
  /** Why the story could not be told, if so. */
  readonly gaveUp: string | undefined;
  /** Ledger entries that the run relied on, sorted. */
  assumptions(): string[];
  close(): Promise<void>;
}

const usual = { users: 120, groups: 12, projects: 3, seed: 1 };

/** Stands still unless a scenario moves it, so that a report is the same each time. */
const clock: Clock = { now: () => Date.UTC(2026, 0, 5, 8) };

/**
 * Starts a fresh tenant on a free port and a connector with an empty EIC side that knows the tenant's people as identities.
 * @param calls the calls of the package
 */
export async function openWorld(
  connectionPackage: ConnectionPackage,
  size: TenantSize,
  calls: readonly CallSite[] = callSites(connectionPackage),
): Promise<OpenWorld> {
  const { caller, ...signIn } = signInOf(connectionPackage, size);
  const simulator = await startSimulator({ ...usual, ...size, ...signIn, clock });
  const { tenant, credentials, url } = simulator;
  if (caller !== undefined) tenant.users.update(tenant.owner.id, { username: caller });
  const observations: Observation[] = [];
  const outcomes: Outcome[] = [];
  let gaveUp: string | undefined;

  const connector = createConnector({
    package: connectionPackage,
    clock: tenant.clock,
    sleep: async (milliseconds) => tenant.clock.advance(milliseconds),
    mapUrl: redirectTo(url),
    keepsHost: true,
    credentials,
    identities: [...tenant.users.list().map(identityOf), ...joiners],
  });

  return {
    package: connectionPackage,
    simulator,
    tenant,
    connector,
    joiners,
    calls,
    observations,
    get gaveUp() {
      return gaveUp;
    },
    identify: (identity) => connector.identify(identity),
    see: (observation) => void observations.push(observation),
    succeeds(outcome) {
      outcomes.push(outcome);
      for (const { problems, steps } of partsOf(outcome))
        observations.push(...problems.map((problem) => explained(problem, steps, calls)));
      if (outcome.status === 'not-possible')
        gaveUp ??= outcome.problems[0]?.message ?? 'The flow is not possible.';
      return outcome.status === 'ok';
    },
    attempts(outcome) {
      outcomes.push(outcome);
      return outcome.status === 'ok';
    },
    refused(outcome, document, message) {
      outcomes.push(outcome);
      if (outcome.status !== 'ok') {
        const asked = outcome.steps.some(({ response }) => response !== undefined);
        if (!asked)
          observations.push(...outcome.problems.map((problem) => explained(problem, outcome.steps, calls)));
        return;
      }
      const last = outcome.steps.findLast(({ response }) => response !== undefined);
      // A request that asked for something else was not refused: whoever checks what it did says so.
      if (!last?.response || last.response.status < 400) return;
      observations.push({
        document,
        pointer: `${last.pointer}/successResponses`,
        causes: ['success-status-of-refusal'],
        code: 'refusal-taken-for-success',
        message,
        remedy: 'List only the statuses of a success in successResponses.',
      });
    },
    giveUp(reason) {
      gaveUp ??= reason;
    },
    afterRequest(nth, act) {
      let answered = 0;
      const end = tenant.traffic.subscribe(() => {
        answered += 1;
        if (answered < nth) return;
        end();
        act();
      });
    },
    assumptions: () =>
      [
        ...new Set([...outcomes.flatMap((outcome) => outcome.assumptions), ...guessesIn(connector.trace)]),
      ].sort(),
    close: () => simulator.stop(),
  };
}

/** The tasks of a job, whose steps are theirs; any other outcome stands for itself. */
function partsOf(outcome: Outcome | RetryOutcome): readonly Outcome[] {
  return 'tasks' in outcome ? outcome.tasks : [outcome];
}

/** The guesses about the target that its answers rested on, as the simulator names them in a header. */
function guessesIn(trace: OpenWorld['connector']['trace']): string[] {
  return trace.flatMap(({ response }) => response?.headers['x-jama-sim-inferred']?.split(/,\s*/) ?? []);
}
