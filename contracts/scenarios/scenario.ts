import type {
  ConnectionPackage,
  Connector,
  ConnectorProblem,
  Identity,
  Outcome,
} from '../../connector/index.js';
import type { Profile, Simulator, Tenant } from '../../mock-server/index.js';
import type { FindingDraft } from '../findings.js';
import type { Span } from '../lint/body-skeleton.js';
import type { CallSite } from '../lint/call-sites.js';

/** One short story: a fresh tenant, something the EIC side does, and what must be true of both sides afterwards. */
export interface Scenario {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly family: 'token' | 'import' | 'provisioning' | 'access' | 'lifecycle' | 'resilience';
  readonly title: string;
  /** Connector JSONs without which the story cannot be told. */
  readonly needs: readonly string[];
  /** The tenant; its default has 120 users in 12 groups. */
  readonly given?: TenantSize;
  run(world: World): Promise<void>;
}

export interface TenantSize {
  readonly users?: number;
  readonly groups?: number;
  readonly projects?: number;
  readonly seed?: number;
  /** The release of Jama to imitate; the cloud of today unless it is given. */
  readonly profile?: string | Profile;
  /** Seconds that a token lives. */
  readonly tokenTtl?: number;
}

/** What a scenario works with: the two sides, and where it says what it saw. */
export interface World {
  readonly package: ConnectionPackage;
  readonly tenant: Tenant;
  readonly simulator: Simulator;
  readonly connector: Connector;
  /** Identities that have no user in the tenant yet. */
  readonly joiners: readonly Identity[];
  /** The calls of the package, to say where something is rooted. */
  readonly calls: readonly CallSite[];
  /** The EIC side learns of a change of somebody's identity. */
  identify(identity: Identity): void;
  /** Something is not as it should be. */
  see(observation: Observation): void;
  /** Every problem of an outcome is an observation; true when the outcome is `ok`. */
  succeeds(outcome: Outcome): boolean;
  /** The outcome may be either; true when it is `ok`. For what the target does to any package. */
  attempts(outcome: Outcome): boolean;
  /** The target refused, so the outcome must not be `ok`: a refusal that counts as success hides what went wrong. */
  refused(outcome: Outcome, document: string, message: string): void;
  /** The story cannot go on for want of something that another scenario is about. */
  giveUp(reason: string): void;
  /** Runs something each time the tenant has answered the n-th request from now on. */
  afterRequest(nth: number, act: () => void): void;
}

/** Something seen on one side that does not fit the other, with the place in the package that it is rooted in. */
export interface Observation extends FindingDraft {
  readonly document: string;
  readonly pointer: string;
  /** Offsets in the decoded string at the pointer. */
  readonly span?: Span;
  /** Lint rules whose findings explain what was seen, at or below `within`; at or below the pointer unless it is given. */
  readonly causes?: readonly string[];
  readonly within?: string;
}

/** The rules whose finding beside a problem, or below it, is its cause. */
const causesOf: Readonly<Record<string, readonly string[]>> = {
  'access-call-missing': ['access-type-unmatched', 'wrong-shape', 'unknown-key'],
  'authentication-missing': ['connection-unknown', 'wrong-shape'],
  'authentication-refused': ['authorization-missing', 'double-scheme'],
  'call-without-url': ['wrong-shape'],
  'calls-missing': ['wrong-shape'],
  'connection-properties-missing': ['auth-type-doubtful'],
  'connection-params-missing': ['token-settings-missing'],
  'token-not-refreshed': ['no-refresh-on-401'],
  'token-request-failed': ['token-settings-missing', 'token-request-wrong'],
  'token-url-missing': ['token-settings-missing'],
};

/** What an observation is made of when the connector itself says what went wrong. */
export function observationOf(problem: ConnectorProblem): Observation {
  const { document, pointer, code, message, remedy, start, end, assumptions } = problem;
  return {
    document,
    pointer,
    code,
    message,
    remedy,
    evidence: assumptions,
    ...(causesOf[code] === undefined
      ? {}
      : { causes: causesOf[code], within: pointer.replace(/\/[^/]*$/, '') }),
    ...(start !== undefined && end !== undefined ? { span: { start, end } } : {}),
  };
}
