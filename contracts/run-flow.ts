import {
  type BeforeSend,
  type ConnectionPackage,
  type Connector,
  createConnector,
  type Identity,
  type ImportOutcome,
  type Outcome,
  type Progress,
  type RepositoryStore,
  type TaskOutcome,
  type TaskRequest,
  type TestOutcome,
  usersImported,
} from '../connector/index.js';
import { redirectTo } from './target/redirect.js';

/** The flows that a package can be run through one by one. */
export const flows = [
  'import users',
  'import accounts',
  'import access',
  'create',
  'update',
  'enable',
  'disable',
  'remove',
  'add-access',
  'remove-access',
  'change-password',
  'update-user',
  'create-ticket',
  'ticket-status',
] as const;

export type Flow = (typeof flows)[number];

/** A package and the tenant it is run against. */
export interface RunTarget {
  readonly package: ConnectionPackage;
  /** The tenant's base URL, such as `http://localhost:8080/jama`. */
  readonly target: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  readonly clock: { now(): number };
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** A package, a tenant and an EIC side that stay together for several flows. */
export interface RunConnectorOptions extends RunTarget {
  readonly identities: readonly Identity[];
  /** An EIC side that is kept between runs; without it, one that knows only the identities. */
  readonly repository?: RepositoryStore;
  readonly progress?: (progress: Progress) => void;
  readonly fetch?: typeof fetch;
  readonly beforeSend?: BeforeSend;
}

/** Which flow, and on whom. */
export interface FlowRequest {
  readonly flow: Flow;
  /** For a task: the username of the identity it is for. */
  readonly identity?: string;
  /** For a task on an account that exists: its name or accountID. */
  readonly account?: string;
  /** For a task of access: the user group, by its entitlementID or name. */
  readonly entitlement?: string;
  /** The endpoint a task is about; without one that of the entitlement, else that of the connection. */
  readonly endpoint?: string;
  /** For update-user: the action of UpdateUserJSON; without one its first. */
  readonly action?: string;
  /** For ticket-status: the number of the ticket. */
  readonly ticket?: string;
  /** Imports only add and change. */
  readonly incremental?: boolean;
}

/** Where a flow runs, and on whom. */
export interface RunFlowOptions extends RunConnectorOptions, FlowRequest {}

/** The outcomes in the order in which they came about; the flow that was asked for is the last one, unless one before it failed. */
export interface FlowRun {
  readonly outcomes: readonly (ImportOutcome | TaskOutcome)[];
  readonly connector: Connector;
}

/**
 * Runs one flow of a package against a tenant. What the flow rests on is run before it, unless the EIC side has it already:
 * users before accounts and accounts before access, as the integration guide demands, and an import before a task on an
 * account that exists.
 */
export async function runFlow(options: RunFlowOptions): Promise<FlowRun> {
  return runFlowOn(runConnector(options), options);
}

/** A connector that runs flows of a package against a tenant, one after the other; it keeps its token between them. */
export function runConnector(options: RunConnectorOptions): Connector {
  const { identities, repository, progress, fetch: ownFetch, beforeSend } = options;
  return createConnector({
    ...connectorOptions(options),
    identities,
    ...(repository ? { repository } : {}),
    ...(progress ? { progress } : {}),
    ...(ownFetch ? { fetch: ownFetch } : {}),
    ...(beforeSend ? { beforeSend } : {}),
  });
}

/** Runs one flow, and what it rests on, on a connector that is there. */
export async function runFlowOn(connector: Connector, options: FlowRequest): Promise<FlowRun> {
  const outcomes: (ImportOutcome | TaskOutcome)[] = [];
  for (const step of stepsOf(options, connector)) {
    const outcome = await step();
    outcomes.push(outcome);
    if (outcome.status !== 'ok') break;
  }
  return { outcomes, connector };
}

/** Save & Test Connection of a package against a tenant. */
export function runConnectionTest(options: RunTarget): Promise<TestOutcome> {
  return createConnector(connectorOptions(options)).testConnection();
}

function connectorOptions({ target, package: connectionPackage, credentials, clock, sleep }: RunTarget) {
  const mapUrl = redirectTo(target);
  return {
    package: connectionPackage,
    clock,
    credentials,
    mapUrl,
    shownAddress: 'asked' as const,
    ...(sleep ? { sleep } : {}),
  };
}

type Step = () => Promise<ImportOutcome | TaskOutcome>;

function stepsOf(options: FlowRequest, connector: Connector): Step[] {
  const { flow, incremental = false } = options;
  const { repository } = connector;
  const accounts = () => connector.importAccounts({ incremental });
  const access = () => connector.importAccess({ incremental });
  const users = () => connector.importUsers({ incremental });
  if (flow === 'import users') return [users];
  const hasUsers = connector.jobs.some(({ id }) => id === 'import-users');
  const usersFirst = hasUsers && !usersImported(repository) ? [users] : [];
  if (flow === 'import accounts') return [...usersFirst, accounts];
  const accountsFirst = repository.accounts().length > 0 ? [] : [...usersFirst, accounts];
  if (flow === 'import access') return [...accountsFirst, access];
  const task = () => connector.provision(requestOf(flow, options, connector));
  if (flow === 'create') return [...usersFirst, task];
  const aboutAccess = flow.endsWith('-access') || options.entitlement !== undefined;
  if (WITHOUT_ACCOUNT.has(flow) && !aboutAccess && options.account === undefined)
    return [...usersFirst, task];
  const accessFirst = aboutAccess && repository.entitlements().length === 0 ? [access] : [];
  return [...accountsFirst, ...accessFirst, task];
}

/** Tasks that may be about an identity alone. */
const WITHOUT_ACCOUNT: ReadonlySet<Flow> = new Set(['update-user', 'create-ticket', 'ticket-status']);

function requestOf(
  type: Exclude<Flow, `import ${string}`>,
  options: FlowRequest,
  connector: Connector,
): TaskRequest {
  const { identity, account, entitlement, endpoint, action, ticket } = options;
  const held = connector.repository
    .entitlements()
    .find(({ entitlementID, value }) => entitlement === entitlementID || entitlement === value);
  return {
    type,
    ...(identity === undefined ? {} : { identity }),
    ...(account === undefined ? {} : { account }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(action === undefined ? {} : { action }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(entitlement === undefined
      ? {}
      : {
          entitlement: {
            type: held?.type ?? connector.repository.entitlements()[0]?.type ?? '',
            id: entitlement,
          },
        }),
  };
}

/** How a run ended as a whole: `unreachable` when the target did not answer at all. */
export function flowStatus(run: FlowRun): 'ok' | 'failed' | 'unreachable' {
  return outcomeStatus(run.outcomes.at(-1));
}

/** How one outcome ended: `unreachable` when the target did not answer at all. */
export function outcomeStatus(outcome: Outcome | undefined): 'ok' | 'failed' | 'unreachable' {
  if (outcome?.status === 'ok') return 'ok';
  return outcome?.problems.some(({ code }) => code === 'target-unreachable') ? 'unreachable' : 'failed';
}
