import { FAULT_CHOICE_SCHEMA } from '../../tenant/faults/index.js';
import type { TenantSetup } from '../../tenants.js';
import {
  type AdminCall,
  type AdminOperation,
  AdminProblem,
  type TenantCall,
  tenantOperation,
} from '../operation.js';
import { closed, count, listOf, text } from '../schemas.js';

/** Statuses of what is refused; everything else that a user can mend is 400. */
const STATUSES: Readonly<Record<string, number>> = { 'tenant-exists': 409, 'tenant-is-default': 409 };

const setup = {
  name: text,
  users: count,
  groups: count,
  projects: count,
  seed: count,
  clientId: text,
  clientSecret: text,
  profile: text,
  tokenTtl: count,
  callsPerSecond: count,
  journal: count,
  licences: { type: 'object', additionalProperties: count },
  faults: listOf(FAULT_CHOICE_SCHEMA),
};

export const CREATE_TENANT: AdminOperation<AdminCall> = {
  method: 'POST',
  path: '/tenants',
  operationId: 'createTenant',
  whole: true,
  summary: 'Make one more tenant; what is absent is as for the default tenant, but credentials are new ones',
  body: closed(
    setup,
    Object.keys(setup).filter((name) => name !== 'name'),
  ),
  answer: { status: 201, schema: closed({ name: text, url: text, clientId: text, clientSecret: text }) },
  handle: async ({ context, body, origin }) => {
    const { name, ...rest } = body as TenantSetup & { readonly name: string };
    const { credentials } = await withStatus(context.tenants.create(name, rest));
    return { name, url: `${origin}/${name}`, ...credentials };
  },
};

export const DELETE_TENANT: AdminOperation<TenantCall> = tenantOperation({
  method: 'DELETE',
  path: '/',
  operationId: 'deleteTenant',
  whole: true,
  summary: 'Remove the tenant and what is kept of it; the default tenant stays',
  answer: { status: 204 },
  handle: ({ context, tenant }) => withStatus(context.tenants.delete(tenant.name)),
});

async function withStatus<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const status = STATUSES[code];
    if (status === undefined) throw error;
    throw new AdminProblem(status, code, (error as Error).message);
  }
}
