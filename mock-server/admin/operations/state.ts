import type { TenantState } from '../../tenant/state.js';
import type { Tenant } from '../../tenant/tenant.js';
import { describeTenant } from '../describe-tenant.js';
import { type AdminOperation, AdminProblem, type TenantCall } from '../operation.js';
import { answer, listOf, text } from '../schemas.js';

const snapshots = new WeakMap<Tenant, Map<string, TenantState>>();

function snapshotsOf(tenant: Tenant): Map<string, TenantState> {
  const known = snapshots.get(tenant) ?? new Map<string, TenantState>();
  snapshots.set(tenant, known);
  return known;
}

/** A tenant as a whole: reset, snapshots. */
export const STATE_OPERATIONS: readonly AdminOperation<TenantCall>[] = [
  {
    method: 'GET',
    path: '/',
    operationId: 'getTenant',
    summary: 'The tenant in numbers',
    answer: { status: 200, schema: answer('Tenant') },
    handle: ({ tenant }) => describeTenant(tenant),
  },
  {
    method: 'POST',
    path: '/reset',
    operationId: 'resetTenant',
    summary: 'Back to the seed: users, groups, clock, faults, rate limit and traffic; tokens stay valid',
    answer: { status: 204 },
    handle: ({ tenant }) => {
      tenant.reset();
      return tenant.saved();
    },
  },
  {
    method: 'GET',
    path: '/snapshots',
    operationId: 'getSnapshots',
    summary: 'The names of the snapshots',
    answer: { status: 200, schema: listOf(text) },
    handle: ({ tenant }) => [...snapshotsOf(tenant).keys()],
  },
  {
    method: 'PUT',
    path: '/snapshots/{name}',
    operationId: 'takeSnapshot',
    summary: 'Remember the state of the tenant under a name',
    answer: { status: 204 },
    handle: ({ tenant, params }) => void snapshotsOf(tenant).set(params.name ?? '', tenant.snapshot()),
  },
  {
    method: 'POST',
    path: '/snapshots/{name}/restore',
    operationId: 'restoreSnapshot',
    summary: 'Put a snapshot back',
    answer: { status: 204 },
    handle: ({ tenant, params }) => {
      const snapshot = snapshotsOf(tenant).get(params.name ?? '');
      if (snapshot === undefined)
        throw new AdminProblem(404, 'snapshot-unknown', `There is no snapshot "${params.name}".`);
      tenant.restore(snapshot);
      return tenant.saved();
    },
  },
];
