import type { ConnectorProblem } from './problem.js';
import type { AccessRequest, Account, Task } from './repository/model.js';
import type { TraceStep } from './trace.js';

/** `not-possible`: the connector JSON that the flow needs is absent, empty or still encrypted. */
export type OutcomeStatus = 'ok' | 'failed' | 'not-possible';

/** What every flow ends with. Times are epoch milliseconds of the clock that was passed in. */
export interface Outcome {
  readonly flow: string;
  readonly status: OutcomeStatus;
  /** What made the flow fail, first cause first; empty when the status is `ok`. */
  readonly problems: readonly ConnectorProblem[];
  /** What was noticed and did not stop the flow. */
  readonly warnings: readonly ConnectorProblem[];
  readonly steps: readonly TraceStep[];
  /** Ids of the undocumented semantics this run relied on. */
  readonly assumptions: readonly string[];
  readonly startedAt: number;
  readonly endedAt: number;
}

/** How many records a reconciliation met, by what became of them. */
export interface RecordCounts {
  /** Records that arrived from the target, those without a key included. */
  readonly received: number;
  /** Records without a value in the key column: they are left out. */
  readonly dropped: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** No longer in the target, and now `SUSPENDED FROM IMPORT SERVICE`. */
  readonly suspended: number;
  /** No longer in the target, and now inactive. */
  readonly inactivated: number;
}

/** How many links between accounts and entitlements a reconciliation met. */
export interface LinkCounts {
  readonly received: number;
  readonly added: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Pairs whose account or entitlement is not known on the EIC side. */
  readonly unmatched: number;
}

/** What one endpoint holds. */
export interface EndpointCounts {
  readonly endpoint: string;
  readonly accounts: number;
  readonly entitlements: number;
  readonly links: number;
}

/** One change worth naming at the end of a run. */
export interface NamedChange {
  readonly kind: 'changed' | 'suspended' | 'inactivated' | 'activated';
  readonly object: 'user' | 'account' | 'entitlement';
  readonly name: string;
}

/** The end of a user, account or access import. A failed import counts nothing: it changed nothing, unless failedImport says otherwise. */
export interface ImportOutcome extends Outcome {
  /** Identities; those that are gone from the target are never suspended. */
  readonly users: RecordCounts;
  readonly accounts: RecordCounts;
  readonly entitlements: RecordCounts;
  readonly links: LinkCounts;
  /** Owners of entitlements. */
  readonly owners: LinkCounts;
  /** Maps between entitlements. */
  readonly maps: LinkCounts;
  /** What stands in the other endpoints of the security system after the run (ENDPOINTS_FILTER). */
  readonly endpoints: readonly EndpointCounts[];
  /** Accounts that belong to an identity after the run, and those that belong to none. */
  readonly correlated: { readonly linked: number; readonly without: number };
  /** The first changes by name; at most `NAMED_CHANGES` of them. */
  readonly changes: readonly NamedChange[];
  readonly calls: number;
}

/** The end of one provisioning task. */
export interface TaskOutcome extends Outcome {
  readonly task: Task | undefined;
  readonly account: Account | undefined;
}

/** The end of a request: its tasks wait for the provisioning job. */
export interface RequestOutcome extends Outcome {
  readonly request: AccessRequest | undefined;
  readonly tasks: readonly Task[];
}

/** How many changes an import outcome names. */
export const NAMED_CHANGES = 500;

/** The end of a test of the connection; one result for each authentication. */
export interface TestOutcome extends Outcome {
  readonly authentications: readonly { readonly name: string; readonly ok: boolean; readonly how: string }[];
}

/** The end of a run of the provisioning job. */
export interface RetryOutcome extends Outcome {
  readonly tasks: readonly TaskOutcome[];
}
