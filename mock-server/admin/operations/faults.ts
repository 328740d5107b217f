import { FAULT_CHOICE_SCHEMA, type FaultRule, type FaultUse } from '../../tenant/faults/index.js';
import { type AdminOperation, AdminProblem, type TenantCall, tenantOperation } from '../operation.js';
import { answer, listOf } from '../schemas.js';

/** The faults of a tenant. */
export const FAULT_OPERATIONS: readonly AdminOperation<TenantCall>[] = [
  {
    method: 'GET',
    path: '/faults',
    operationId: 'getFaults',
    summary: 'The fault rules with how often each matched and worked',
    answer: { status: 200, schema: listOf(answer('Fault')) },
    handle: ({ tenant }) => tenant.faults.list(),
  },
  tenantOperation<FaultRule | FaultUse>({
    method: 'POST',
    path: '/faults',
    operationId: 'addFault',
    summary: 'Add a rule, or {"use":NAME} for a fault of the catalogue, which may have several',
    body: FAULT_CHOICE_SCHEMA,
    answer: { status: 201, schema: listOf(answer('Fault')) },
    handle: ({ tenant, body }) => tenant.faults.addAll([body]),
  }),
  {
    method: 'DELETE',
    path: '/faults/{id}',
    operationId: 'removeFault',
    summary: 'Take a rule back',
    answer: { status: 204 },
    handle: ({ tenant, params }) => {
      if (!tenant.faults.remove(Number(params.id)))
        throw new AdminProblem(404, 'fault-unknown', `There is no fault rule with id ${params.id}.`);
    },
  },
  {
    method: 'DELETE',
    path: '/faults',
    operationId: 'removeFaults',
    summary: 'Take every rule back',
    answer: { status: 204 },
    handle: ({ tenant }) => tenant.faults.clear(),
  },
];
