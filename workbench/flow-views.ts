import type { ConnectionPackage, Repository } from '../connector/index.js';
import { type Flow, flows, tenantPlace } from '../contracts/index.js';
import type { RunningTenant } from '../mock-server/index.js';
import type { BenchFlow, FlowView } from './api.js';

const DOCUMENTS: Readonly<Record<string, string>> = {
  'test connection': 'ConnectionJSON',
  'import users': 'ImportUserJSON',
  'import accounts': 'ImportAccountEntJSON',
  'import access': 'ImportAccountEntJSON',
  create: 'CreateAccountJSON',
  update: 'UpdateAccountJSON',
  enable: 'EnableAccountJSON',
  disable: 'DisableAccountJSON',
  remove: 'RemoveAccountJSON',
  'add-access': 'AddAccessJSON',
  'remove-access': 'RemoveAccessJSON',
  'change-password': 'ChangePassJSON',
  'update-user': 'UpdateUserJSON',
  'create-ticket': 'CreateTicketJSON',
  'ticket-status': 'TicketStatusJSON',
};

/** What every flow of a package needs, and whom it is for unless somebody is named. */
export function flowViews(
  source: ConnectionPackage,
  running: RunningTenant,
  repository: Repository,
): FlowView[] {
  const place = tenantPlace(running);
  const identityFor = (flow: BenchFlow): string | undefined => {
    if (flow === 'test connection' || flow.startsWith('import')) return undefined;
    return (flow === 'create' ? withoutAccount(repository) : undefined) ?? place.identityFor(flow as Flow);
  };
  return (['test connection', ...flows] as const).map((flow) => {
    const document = DOCUMENTS[flow] ?? '';
    const entitlement = flow === 'test connection' ? undefined : place.entitlementFor(flow);
    return {
      flow,
      document,
      state: source.document(document).state,
      identity: identityFor(flow) ?? null,
      entitlement: entitlement ?? null,
    };
  });
}

/** Somebody who is new: no account is correlated to them, and no user of the tenant has their name. */
function withoutAccount(repository: Repository): string | undefined {
  const holders = new Set(repository.accounts().map(({ user }) => user));
  const joiners = repository.identities().filter(({ employeeid }) => String(employeeid).startsWith('E9'));
  return joiners.find(({ username }) => !holders.has(username))?.username;
}
