import { fail } from '../failure.js';
import { readEndpointsFilter } from '../import/endpoints.js';
import { accountNameBy } from './account-name.js';
import { userBinding } from './attributes.js';
import { TASK_TYPES } from './task-types.js';
/** Statuses of accounts that are in use. */
function inUse(account) {
    return account !== undefined && (account.status === '1' || account.status === 'Manually Provisioned');
}
function identityOf(request, context, document) {
    if (request.identity === undefined)
        return undefined;
    const found = context.store.identity(request.identity);
    if (found !== undefined)
        return found;
    return fail({ document, pointer: '' }, {
        code: 'identity-unknown',
        message: `There is no identity ${request.identity}.`,
        remedy: 'Name the username of an identity that was given to the run.',
    });
}
function accountOfIdentity(identity, endpoint, context) {
    if (identity === undefined)
        return undefined;
    const own = context.store
        .accounts()
        .filter((account) => account.user === identity.username && account.endpoint === endpoint);
    return own.find(inUse) ?? own[0];
}
function accountIn(endpoint, request, identity, context) {
    if (request.account === undefined)
        return accountOfIdentity(identity, endpoint, context);
    return (context.store.accountByName(request.account, endpoint) ??
        context.store.accountByColumn('accountid', request.account, endpoint));
}
/** The account in the endpoint, or (when the request names no endpoint) its like in that of the connection. */
function accountOf(endpoint, request, identity, context) {
    const found = accountIn(endpoint, request, identity, context);
    if (found !== undefined || request.endpoint !== undefined)
        return found;
    return accountIn(context.system.endpoint, request, identity, context);
}
function endpointOf(request, entitlement, context, document) {
    const { system, source } = context;
    const known = [system.endpoint, ...readEndpointsFilter(source).map(({ name }) => name)];
    const wanted = request.endpoint ?? entitlement?.endpoint ?? system.endpoint;
    if (known.includes(wanted))
        return wanted;
    return fail({ document, pointer: '' }, {
        code: 'endpoint-unknown',
        message: `The security system ${system.name} has no endpoint ${wanted}.`,
        remedy: `Name one of: ${known.join(', ')}; ENDPOINTS_FILTER adds endpoints.`,
    });
}
function entitlementOf(request, context, document) {
    const wanted = request.entitlement;
    if (wanted === undefined)
        return undefined;
    const { store } = context;
    const found = store.entitlementByColumn(wanted.type, 'entitlementid', wanted.id) ??
        store.entitlementByColumn(wanted.type, 'entitlement_value', wanted.id);
    if (found !== undefined)
        return found;
    return fail({ document, pointer: '' }, {
        code: 'entitlement-unknown',
        message: `There is no entitlement ${wanted.id} of type ${wanted.type}.`,
        remedy: 'Import access first, and name the entitlementID or the entitlement_value.',
    });
}
/**
 * The people and things a request is about, before there is a task.
 * @param pending the account is still to be created, by another task of the same request
 * @throws ConnectorFailure
 */
export function findSubjects(request, context, pending = false) {
    const { document, access } = TASK_TYPES[request.type];
    const at = { document, pointer: '' };
    const named = identityOf(request, context, document);
    const entitlement = entitlementOf(request, context, document);
    const endpoint = endpointOf(request, entitlement, context, document);
    const account = request.type === 'create' ? undefined : accountOf(endpoint, request, named, context);
    const identity = named ?? context.store.identity(account?.user ?? '');
    const needsAccount = !/^(create|update-user|create-ticket|ticket-status)$/.test(request.type);
    if (needsAccount && account === undefined && !pending) {
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
    const manager = typeof identity?.manager === 'string' ? context.store.identity(identity.manager) : undefined;
    const { accountNameRule } = context.system;
    const accountName = account?.name ??
        (identity === undefined
            ? ''
            : accountNameBy(accountNameRule, { user: userBinding(identity), requestAccessAttributes: { ...request.requestAccessAttributes } }, context.target.environment, (name) => request.type === 'create' && inUse(context.store.accountByName(name, endpoint))));
    return {
        identity,
        manager,
        account,
        managerAccount: accountOfIdentity(manager, endpoint, context),
        entitlement,
        endpoint,
        accountName,
    };
}
/** The subjects of a task that is tried again. */
export function requestOf(task) {
    return {
        type: task.type,
        ...(task.identity !== null && { identity: task.identity }),
        ...(task.type !== 'create' && task.accountName !== null && { account: task.accountName }),
        ...(task.endpoint !== undefined && { endpoint: task.endpoint }),
        ...(task.entitlement !== null && { entitlement: task.entitlement }),
        requestAccessAttributes: task.requestAccessAttributes,
        businessJustification: task.businessJustification,
        ...(task.action !== null && { action: task.action }),
        ...(task.ticket !== null && { ticket: task.ticket }),
    };
}
