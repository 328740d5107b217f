import { apiDocs } from './api-docs.js';
import { endpoints } from './endpoints.js';
import type { Operation } from './operation.js';
import { PROJECT_OPERATIONS } from './projects.js';
import { USERGROUP_OPERATIONS } from './usergroups.js';
import { USER_OPERATIONS } from './users.js';

/** The operations on resources, the busiest first: the router looks at them in this order. */
const RESOURCES: readonly Operation[] = [...USER_OPERATIONS, ...USERGROUP_OPERATIONS, ...PROJECT_OPERATIONS];

/** Every operation below `/rest/v1` and `/rest/latest`; the last two describe the others. */
export const OPERATIONS: readonly Operation[] = [
  ...RESOURCES,
  {
    method: 'GET',
    path: '/',
    operationId: 'getEndpoints',
    summary: 'List the endpoints',
    result: { kind: 'names' },
    handle: (exchange) => endpoints(exchange, RESOURCES),
  },
  {
    method: 'GET',
    path: '/api-docs',
    operationId: 'getApiDocs',
    summary: 'Describe the API as Swagger 2.0',
    result: { kind: 'document' },
    handle: (exchange) => apiDocs(exchange, RESOURCES),
  },
];
