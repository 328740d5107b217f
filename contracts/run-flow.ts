import {
  type ConnectionPackage,
  type Connector,
  createConnector,
  type Identity,
  type ImportOutcome,
  type TaskOutcome,
  type TaskRequest,
} from '../connector/index.js';
import { redirectTo } from './target/redirect.js';

/** The flows that a package can be run through one by one. */
export const flows = [
  'import accounts',
  'import access',
  'create',
  'update',
  'enable',
  'disable',
  'remove',
  'add-access',
  'remove-access',
] as const;

export type Flow = (typeof flows)[number];

/** Where a flow runs, and on whom. */
export interface RunFlowOptions {
  readonly package: ConnectionPackage;
  readonly flow: Flow;
  /** The tenant's base URL, such as `http://localhost:8080/jama`. */
  readonly target: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  readonly clock: { now(): number };
  readonly identities: readonly Identity[];
  /** For a task: the username of the identity it is for. */
  readonly identity?: string;
  /** For a task on an account that exists: its name or accountID. */
  readonly account?: string;
  /** For a task of access: the user group, by its entitlementID or name. */
  readonly entitlement?: string;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The outcomes in the order in which they came about; the flow that was asked for is the last one, unless one before it failed. */
export interface FlowRun {
  readonly outcomes: readonly (ImportOutcome | TaskOutcome)[];
  readonly connector: Connector;
}

/**
 * Runs one flow of a package against a tenant. What the flow rests on is run before it: accounts before access, as the
 * integration guide demands, and an import before a task on an account that exists.
 */
export async function runFlow(options: RunFlowOptions): Promise<FlowRun> {
  const { flow, target, package: connectionPackage, credentials, clock, identities, sleep } = options;
  const connector = createConnector({
    package: connectionPackage,
    clock,
    credentials,
    identities,
    mapUrl: redirectTo(target),
    ...(sleep ? { sleep } : {}),
  });
  const outcomes: (ImportOutcome | TaskOutcome)[] = [];
  for (const step of stepsOf(flow, options, connector)) {
    const outcome = await step();
    outcomes.push(outcome);
    if (outcome.status !== 'ok') break;
  }
  return { outcomes, connector };
}

type Step = () => Promise<ImportOutcome | TaskOutcome>;

function stepsOf(flow: Flow, options: RunFlowOptions, connector: Connector): Step[] {
  const accounts = () => connector.importAccounts();
  const access = () => connector.importAccess();
  if (flow === 'import accounts') return [accounts];
  if (flow === 'import access') return [accounts, access];
  const task = () => connector.provision(requestOf(flow, options, connector));
  if (flow === 'create') return [task];
  return flow.endsWith('-access') ? [accounts, access, task] : [accounts, task];
}

function requestOf(
  type: Exclude<Flow, `import ${string}`>,
  options: RunFlowOptions,
  connector: Connector,
): TaskRequest {
  const { identity, account, entitlement } = options;
  const held = connector.repository
    .entitlements()
    .find(({ entitlementID, value }) => entitlement === entitlementID || entitlement === value);
  return {
    type,
    ...(identity === undefined ? {} : { identity }),
    ...(account === undefined ? {} : { account }),
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
  const last = run.outcomes.at(-1);
  if (last?.status === 'ok') return 'ok';
  return last?.problems.some(({ code }) => code === 'target-unreachable') ? 'unreachable' : 'failed';
}
