import type { TaskRequest } from '../connector.js';
import { fail } from '../failure.js';
import type { Account, Entitlement, Identity, Task } from '../repository/model.js';
import { accountNameBy } from './account-name.js';
import { userBinding } from './attributes.js';
import type { TaskSubjects } from './bindings.js';
import type { ProvisioningContext } from './context.js';
import { TASK_TYPES } from './task-types.js';

/** Statuses of accounts that are in use. */
function inUse(account: Account | undefined): boolean {
  return account !== undefined && (account.status === '1' || account.status === 'Manually Provisioned');
}

function identityOf(
  request: TaskRequest,
  context: ProvisioningContext,
  document: string,
): Identity | undefined {
  if (request.identity === undefined) return undefined;
  const found = context.store.identity(request.identity);
  if (found !== undefined) return found;
  return fail(
    { document, pointer: '' },
    {
      code: 'identity-unknown',
      message: `There is no identity ${request.identity}.`,
      remedy: 'Name the username of an identity that was given to the run.',
    },
  );
}

function accountOfIdentity(
  identity: Identity | undefined,
  context: ProvisioningContext,
): Account | undefined {
  if (identity === undefined) return undefined;
  const own = context.store.accounts().filter(({ user }) => user === identity.username);
  return own.find(inUse) ?? own[0];
}

function accountOf(
  request: TaskRequest,
  identity: Identity | undefined,
  context: ProvisioningContext,
): Account | undefined {
  if (request.account === undefined) return accountOfIdentity(identity, context);
  return (
    context.store.accountByName(request.account) ??
    context.store.accountByColumn('accountid', request.account)
  );
}

function entitlementOf(
  request: TaskRequest,
  context: ProvisioningContext,
  document: string,
): Entitlement | undefined {
  const wanted = request.entitlement;
  if (wanted === undefined) return undefined;
  const { store } = context;
  const found =
    store.entitlementByColumn(wanted.type, 'entitlementid', wanted.id) ??
    store.entitlementByColumn(wanted.type, 'entitlement_value', wanted.id);
  if (found !== undefined) return found;
  return fail(
    { document, pointer: '' },
    {
      code: 'entitlement-unknown',
      message: `There is no entitlement ${wanted.id} of type ${wanted.type}.`,
      remedy: 'Import access first, and name the entitlementID or the entitlement_value.',
    },
  );
}

/** The people and things a request is about, before there is a task. @throws ConnectorFailure */
export function findSubjects(
  request: TaskRequest,
  context: ProvisioningContext,
): Omit<TaskSubjects, 'task' | 'password'> {
  const { document, access } = TASK_TYPES[request.type];
  const at = { document, pointer: '' };
  const named = identityOf(request, context, document);
  const account = request.type === 'create' ? undefined : accountOf(request, named, context);
  const identity = named ?? context.store.identity(account?.user ?? '');
  const needsAccount = !/^(create|update-user|create-ticket|ticket-status)$/.test(request.type);
  if (needsAccount && account === undefined) {
    fail(at, {
      code: 'account-unknown',
      message: `There is no account ${request.account ?? `of the identity ${request.identity ?? '(none named)'}`}.`,
      remedy: 'Import accounts first, or create the account; name its name or its accountID.',
    });
  }
  if (request.type === 'create' && identity === undefined) {
    fail(at, {
      code: 'identity-missing',
      message: 'An account is created for an identity.',
      remedy: 'Name one.',
    });
  }
  if (access && request.entitlement === undefined) {
    fail(at, {
      code: 'entitlement-missing',
      message: 'The task is about an entitlement.',
      remedy: 'Name its type and id.',
    });
  }
  const manager =
    typeof identity?.manager === 'string' ? context.store.identity(identity.manager) : undefined;
  const { accountNameRule } = context.system;
  const accountName =
    account?.name ??
    (identity === undefined
      ? ''
      : accountNameBy(
          accountNameRule,
          { user: userBinding(identity), requestAccessAttributes: { ...request.requestAccessAttributes } },
          context.target.environment,
          (name) => request.type === 'create' && inUse(context.store.accountByName(name)),
        ));
  return {
    identity,
    manager,
    account,
    managerAccount: accountOfIdentity(manager, context),
    entitlement: entitlementOf(request, context, document),
    accountName,
  };
}

/** The subjects of a task that is tried again. */
export function requestOf(task: Task): TaskRequest {
  return {
    type: task.type,
    ...(task.identity !== null && { identity: task.identity }),
    ...(task.type !== 'create' && task.accountName !== null && { account: task.accountName }),
    ...(task.entitlement !== null && { entitlement: task.entitlement }),
    requestAccessAttributes: task.requestAccessAttributes,
    businessJustification: task.businessJustification,
    ...(task.action !== null && { action: task.action }),
    ...(task.ticket !== null && { ticket: task.ticket }),
  };
}
