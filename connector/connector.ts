import type { ImportOutcome, Outcome, TaskOutcome } from './outcome.js';
import type { ConnectionPackage } from './package/package.js';
import type { AttributeValue, EntitlementReference, Identity, TaskType } from './repository/model.js';
import type { Repository } from './repository/repository.js';
import type { Semantics } from './semantics.js';
import type { TraceStep } from './trace.js';

/** What the security system and its endpoint decide outside the connector JSONs. */
export interface SecuritySystem {
  readonly name: string;
  readonly endpoint: string;
  /** Template of the account name; `###` separates fallbacks for a name that is taken. */
  readonly accountNameRule: string;
  /** Which account belongs to which identity: `users.<attribute> = accounts.<column>`. */
  readonly correlationRule: string;
  /** How often a task is tried before it is given up. */
  readonly provisioningTries: number;
}

/** What to provision. `account` is a name or an accountID; without it the account of the identity is taken. */
export interface TaskRequest {
  readonly type: TaskType;
  readonly identity?: string;
  readonly account?: string;
  readonly entitlement?: EntitlementReference;
  readonly password?: string;
  readonly requestAccessAttributes?: Readonly<Record<string, AttributeValue>>;
  readonly businessJustification?: string;
  readonly action?: string;
  readonly ticket?: string;
}

/** How a connector is made. Only `package` and `clock` are needed. */
export interface ConnectorOptions {
  readonly package: ConnectionPackage;
  readonly clock: { now(): number };
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
  readonly fetch?: typeof fetch;
  /** Sends a URL of the package somewhere else, such as `http://localhost:8080/jama/...` to another tenant. */
  readonly mapUrl?: (url: string) => string;
  /** Take the place of CLIENTID and CLIENTSECRET in ConnectionJSON. */
  readonly credentials?: { readonly clientId: string; readonly clientSecret: string };
  readonly semantics?: Partial<Semantics>;
  readonly securitySystem?: Partial<SecuritySystem>;
  readonly identities?: readonly Identity[];
}

/** Runs the connector JSONs of one connection against a target as EIC does. */
export interface Connector {
  readonly repository: Repository;
  readonly trace: readonly TraceStep[];
  testConnection(): Promise<Outcome>;
  importAccounts(): Promise<ImportOutcome>;
  importAccess(): Promise<ImportOutcome>;
  provision(request: TaskRequest): Promise<TaskOutcome>;
}
