import { harOf, type TrafficQuery } from '../../tenant/traffic/index.js';
import { version } from '../../version.js';
import { streamEvents } from '../events.js';
import { type AdminOperation, AdminProblem, type TenantCall, tenantOperation } from '../operation.js';
import { answer, closed, count, id, listOf, text } from '../schemas.js';

const QUERY = {
  method: text,
  path: { ...text, description: '* for any part of a segment, ** for any rest' },
  query: { type: 'object', additionalProperties: text },
  requestHeaders: { type: 'object', additionalProperties: text },
  body: { description: 'JSON that the body must contain; objects may have more fields' },
  bodyText: text,
  status: count,
  fault: text,
  inferred: text,
  afterId: count,
} as const;
const QUERY_SCHEMA = closed(QUERY, Object.keys(QUERY));

/** The requests of a tenant and their answers. */
export const TRAFFIC_OPERATIONS: readonly AdminOperation<TenantCall>[] = [
  {
    method: 'GET',
    path: '/requests',
    operationId: 'getRequests',
    summary: 'The last requests, and how many there were',
    answer: { status: 200, schema: closed({ count, requests: listOf(answer('Request')) }) },
    handle: ({ tenant }) => ({ count: tenant.traffic.count(), requests: tenant.traffic.entries() }),
  },
  {
    method: 'GET',
    path: '/requests/{id}',
    operationId: 'getRequest',
    summary: 'One request',
    answer: { status: 200, schema: answer('Request') },
    handle: ({ tenant, params }) => {
      const entry = tenant.traffic.entries().find((one) => one.id === Number(params.id));
      if (entry === undefined)
        throw new AdminProblem(404, 'request-unknown', `No request with id ${params.id} is remembered.`);
      return entry;
    },
  },
  tenantOperation<TrafficQuery | undefined>({
    method: 'POST',
    path: '/requests/find',
    operationId: 'findRequests',
    summary: 'The requests that match',
    body: QUERY_SCHEMA,
    answer: { status: 200, schema: listOf(answer('Request')) },
    handle: ({ tenant, body }) => tenant.traffic.find(body ?? {}),
  }),
  tenantOperation<TrafficQuery | undefined>({
    method: 'POST',
    path: '/requests/count',
    operationId: 'countRequests',
    summary: 'How many requests match',
    body: QUERY_SCHEMA,
    answer: { status: 200, schema: closed({ count }) },
    handle: ({ tenant, body }) => ({ count: tenant.traffic.count(body ?? {}) }),
  }),
  {
    method: 'DELETE',
    path: '/requests',
    operationId: 'forgetRequests',
    summary: 'Forget every request',
    answer: { status: 204 },
    handle: ({ tenant }) => tenant.traffic.clear(),
  },
  {
    method: 'GET',
    path: '/har',
    operationId: 'getHar',
    summary: 'The requests as an HTTP archive (HAR 1.2)',
    answer: { status: 200, schema: { type: 'object', required: ['log'] } },
    handle: ({ tenant, origin }) =>
      harOf(tenant.traffic.entries(), { base: `${origin}/${tenant.name}`, version: version() }),
  },
  {
    method: 'GET',
    path: '/events',
    operationId: 'streamEvents',
    summary: 'Every request as it is answered, as server-sent events of type "request"',
    query: [
      {
        name: 'afterId',
        schema: id,
        description: 'begin with the remembered requests after this one, as Last-Event-ID does',
      },
    ],
    answer: { status: 200, stream: 'text/event-stream' },
    handle: streamEvents,
  },
];
