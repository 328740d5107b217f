import type { Identity } from '../connector/index.js';
import type { RunningTenant } from '../mock-server/index.js';
import type { Flow } from './run-flow.js';
import { identityOf, joiners } from './scenarios/identities.js';

/** Where a flow is run: a tenant, the identities of the EIC side, and whom a task is for when nobody is named. */
export interface RunPlace {
  readonly url: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  readonly identities: readonly Identity[];
  /** The username a task is for unless another is given. */
  identityFor(flow: Flow): string | undefined;
  /** The user group that an access task is about unless another is given. */
  entitlementFor(flow: Flow): string | undefined;
  close(): Promise<void>;
}

/** Starts a tenant of 120 users whose people are the identities, and three who have no account yet. */
export async function ownPlace(): Promise<RunPlace> {
  // Loaded only here: those who read a package or have a target need no tenant.
  const { startSimulator } = await import('../mock-server/index.js');
  const simulator = await startSimulator({});
  return { ...tenantPlace(simulator), close: () => simulator.stop() };
}

/** A tenant of a simulator in this process: its people as they are now are the identities, and three who have no account yet. */
export function tenantPlace({ tenant, url, credentials }: RunningTenant): RunPlace {
  const users = tenant.users.list();
  const [group] = tenant.usergroups.list();
  const members = new Set(group ? tenant.usergroups.memberIds(group.id) : []);
  // A token of somebody inactive is refused: nobody is to disable the owner of the credentials by default.
  const active = users.filter((user) => user.active && user.id !== tenant.owner.id);
  return {
    url,
    credentials,
    get identities() {
      return [...users.map(identityOf), ...joiners];
    },
    identityFor(flow) {
      if (flow === 'create') return joiners[0]?.username;
      if (flow === 'enable') return users.find((user) => !user.active)?.username;
      if (flow === 'remove-access') return active.find((user) => members.has(user.id))?.username;
      if (flow === 'add-access') return active.find((user) => !members.has(user.id))?.username;
      return active[0]?.username;
    },
    entitlementFor: (flow) => (flow.endsWith('-access') ? group?.name : undefined),
    close: async () => {},
  };
}

/** A tenant that runs already; whom a task is for must be named. */
export function targetPlace(
  url: string,
  credentials: RunPlace['credentials'],
  identities: readonly Identity[],
): RunPlace {
  return {
    url,
    credentials,
    identities,
    identityFor: () => undefined,
    entitlementFor: () => undefined,
    close: async () => {},
  };
}
