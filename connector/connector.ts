import type { JobDefinition } from './jobs/jobs.js';
import type { ImportOutcome, RequestOutcome, RetryOutcome, TaskOutcome, TestOutcome } from './outcome.js';
import type { ConnectionPackage } from './package/package.js';
import type { AttributeValue, EntitlementReference, Identity, Task, TaskType } from './repository/model.js';
import type { Repository } from './repository/repository.js';
import type { RepositoryStore } from './repository/store.js';
import type { Semantics } from './semantics.js';
import type { RequestTrace, TraceStep } from './trace.js';

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

/** What is asked for at once, and by whom. */
export interface RequestDetails {
  /** The username of who asks. */
  readonly requestor?: string;
  readonly businessJustification?: string;
}

/** What to provision. `account` is a name or an accountID; without it the account of the identity is taken. */
export interface TaskRequest {
  readonly type: TaskType;
  readonly identity?: string;
  readonly account?: string;
  /** The endpoint it is about; without one that of the entitlement, else that of the connection. */
  readonly endpoint?: string;
  readonly entitlement?: EntitlementReference;
  readonly password?: string;
  readonly requestAccessAttributes?: Readonly<Record<string, AttributeValue>>;
  readonly businessJustification?: string;
  readonly action?: string;
  readonly ticket?: string;
}

/** How an import is run; full unless told otherwise. */
export interface ImportOptions {
  readonly incremental?: boolean;
}

/** How far an import is. */
export interface Progress {
  readonly what: string;
  readonly records: number;
  readonly calls: number;
  /** How many records the target says there are, if it does. */
  readonly total?: number | undefined;
}

/** Decides on a request that is about to go out; `stop` ends its flow with the problem `run-stopped`. */
export type BeforeSend = (request: RequestTrace) => Promise<'send' | 'stop'>;

/** How a connector is made. Only `package` and `clock` are needed. */
export interface ConnectorOptions {
  readonly package: ConnectionPackage;
  readonly clock: { now(): number };
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
  readonly fetch?: typeof fetch;
  /** Awaited before each request goes out, with the request as it will be sent, secrets replaced: a run can be held, or stopped. */
  readonly beforeSend?: BeforeSend;
  /** Sends a URL of the package somewhere else, such as `http://localhost:8080/jama/...` to another tenant. */
  readonly mapUrl?: (url: string) => string;
  /** Which address traces and messages show: the package's (default, the same from run to run), or the one that mapUrl gave. */
  readonly shownAddress?: 'package' | 'asked';
  /**
   * Sends the Host of the package's URL also where mapUrl leads elsewhere, so that an answer which names its own address names that of
   * the package, the same from run to run. For simulated targets; others may serve several hosts.
   */
  readonly keepsHost?: boolean;
  /** Take the place of CLIENTID and CLIENTSECRET in ConnectionJSON. */
  readonly credentials?: { readonly clientId: string; readonly clientSecret: string };
  readonly semantics?: Partial<Semantics>;
  readonly securitySystem?: Partial<SecuritySystem>;
  readonly identities?: readonly Identity[];
  /** Where the EIC side is kept (openRepository); without it, in memory. */
  readonly repository?: RepositoryStore;
  readonly progress?: (progress: Progress) => void;
  /** Time zone and locale of dates in templates; UTC and en-US unless given. */
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Runs the connector JSONs of one connection against a target as EIC does. Flows run one after the other. */
export interface Connector {
  readonly repository: Repository;
  /** Every call of every flow so far. */
  readonly trace: readonly TraceStep[];
  /** The jobs that appeared with the connection. */
  readonly jobs: readonly JobDefinition[];
  /** The EIC side learns of a person, or of a change of one. */
  identify(identity: Identity): void;
  testConnection(): Promise<TestOutcome>;
  /** The users of the target become identities (ImportUserJSON). */
  importUsers(options?: ImportOptions): Promise<ImportOutcome>;
  importAccounts(options?: ImportOptions): Promise<ImportOutcome>;
  importAccess(options?: ImportOptions): Promise<ImportOutcome>;
  /** Creates a task and runs it at once (instant provisioning). */
  provision(request: TaskRequest): Promise<TaskOutcome>;
  /** Creates a task that waits for the provisioning job. The outcome has no steps. */
  request(request: TaskRequest): Promise<TaskOutcome>;
  /**
   * One request for several tasks, such as an account and its access; they wait for the provisioning job. Access for an
   * account that the same request creates waits as Pending Create. Nothing is made when one of them cannot be.
   */
  submit(requests: readonly TaskRequest[], details?: RequestDetails): Promise<RequestOutcome>;
  /** Runs the provisioning job (WSRETRY): all tasks that are New. */
  runProvisioningJob(types?: readonly TaskType[]): Promise<RetryOutcome>;
  task(id: number): Task | undefined;
  /**
   * Remembers the tokens of the connector and its draws, when no flow runs; the function that is given back restores them. The EIC side is remembered by its
   * repository.
   */
  remember(): () => void;
}
