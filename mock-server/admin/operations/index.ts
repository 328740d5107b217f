import type { AdminCall, AdminOperation, TenantCall } from '../operation.js';
import { CLOCK_OPERATIONS } from './clock.js';
import { FAULT_OPERATIONS } from './faults.js';
import { PEOPLE_OPERATIONS } from './people.js';
import { OVERVIEW_OPERATIONS } from './server.js';
import { STATE_OPERATIONS } from './state.js';
import { CREATE_TENANT, DELETE_TENANT } from './tenants.js';
import { TRAFFIC_OPERATIONS } from './traffic.js';

/** Operations below `/__admin`. */
export const SERVER_OPERATIONS: readonly AdminOperation<AdminCall>[] = [
  ...OVERVIEW_OPERATIONS,
  CREATE_TENANT,
];

/** Operations below `/__admin/tenants/{tenant}`. */
export const TENANT_OPERATIONS: readonly AdminOperation<TenantCall>[] = [
  DELETE_TENANT,
  ...STATE_OPERATIONS,
  ...CLOCK_OPERATIONS,
  ...FAULT_OPERATIONS,
  ...TRAFFIC_OPERATIONS,
  ...PEOPLE_OPERATIONS,
];
