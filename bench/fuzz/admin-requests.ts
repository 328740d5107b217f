import fc from 'fast-check';
import { body, inTarget, json, METHODS, type RawRequest, value, weird } from './values.js';

/** Not the events: an answer to them does not end. */
const PATHS = [
  '',
  '/version',
  '/health',
  '/ready',
  '/openapi',
  '/metrics',
  '/faults',
  '/evidence',
  '/tenants',
  '/tenants/{name}',
  '/tenants/{name}/reset',
  '/tenants/{name}/snapshots',
  '/tenants/{name}/snapshots/{name}',
  '/tenants/{name}/snapshots/{name}/restore',
  '/tenants/{name}/clock',
  '/tenants/{name}/tokens',
  '/tenants/{name}/tokens/expire',
  '/tenants/{name}/faults',
  '/tenants/{name}/faults/{name}',
  '/tenants/{name}/requests',
  '/tenants/{name}/requests/{name}',
  '/tenants/{name}/requests/find',
  '/tenants/{name}/requests/count',
  '/tenants/{name}/har',
  '/tenants/{name}/users',
  '/tenants/{name}/usergroups',
  '/tenants/{name}/licences',
];
const FIELDS = [
  ...['name', 'users', 'groups', 'projects', 'seed', 'clientId', 'clientSecret', 'profile', 'tokenTtl'],
  ...['callsPerSecond', 'journal', 'licences', 'faults', 'freeze', 'shift', 'advance', 'real', 'id', 'use'],
  ...['match', 'effect', 'times', 'method', 'path', 'query', 'requestHeaders', 'body', 'bodyText', 'status'],
];
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('jama', 'jama', 'alice', 'bob', '1') },
  { weight: 1, arbitrary: weird.map(inTarget) },
);
const path = fc
  .tuple(fc.constantFrom(...PATHS), name, name)
  .map(([template, first, second]) =>
    template.replace('{name}', () => first).replace('{name}', () => second),
  );
/** Small tenants: the largest that may be asked for takes its time, which is no fault. */
const number = fc.integer({ min: -2, max: 200 });
const fields = fc
  .array(fc.tuple(fc.constantFrom(...FIELDS), fc.oneof(number, value)), { maxLength: 4 })
  .map((pairs) => json(Object.fromEntries(pairs)));
const working = fc
  .constantFrom<unknown>(
    { name: 'alice', users: 3, groups: 2 },
    { name: 'bob', users: 0, profile: 'cloud-2023' },
    { freeze: '2025-01-01T00:00:00Z' },
    { advance: 3600 },
    { shift: -86_400 },
    { real: true },
    { use: 'throttled' },
    { match: { path: '/rest/*/users' }, effect: { status: 503 } },
    { method: 'GET', path: '/rest/*/users' },
    {},
  )
  .map(json);

/** Requests of the admin API, and beside it. */
export const adminRequests: fc.Arbitrary<RawRequest> = fc
  .record({
    method: fc.constantFrom(...METHODS.filter((method) => method !== 'CONNECT'), 'GET', 'POST', 'POST'),
    path,
    search: fc.oneof(
      fc.constant(''),
      fc.tuple(weird, weird).map(([key, text]) => `?${inTarget(key)}=${inTarget(text)}`),
    ),
    body: fc.oneof(working, fields, body),
    contentType: fc.constantFrom('application/json', 'application/json', 'text/plain', ''),
  })
  .map(({ method, path: below, search, body: content, contentType }) => ({
    method,
    target: `/__admin${below}${search}`,
    headers: [
      ['host', '127.0.0.1'],
      ['content-type', contentType],
    ],
    body: content,
  }));
