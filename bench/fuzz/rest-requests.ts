import fc from 'fast-check';
import { body, headers, inTarget, METHODS, type RawRequest, weird } from './values.js';

const IDS = [
  '101',
  '103',
  '53',
  '0',
  '-1',
  '1e3',
  '2147483648',
  '99999999999',
  'current',
  '%31%30%31',
  '１０１',
  'null',
];
const PATHS = [
  '/users',
  '/users/{id}',
  '/users/{id}/active',
  '/usergroups',
  '/usergroups/{id}',
  '/usergroups/{id}/users',
  '/usergroups/{id}/users/{id}',
  '/projects',
  '/projects/{id}',
  '/api-docs',
  '/',
  '',
  '/items/{id}',
];
const PARAMETERS = [
  'startAt',
  'maxResults',
  'include',
  'username',
  'email',
  'firstName',
  'lastName',
  'licenseType',
  'includeInactive',
  'project',
  'grant_type',
];

const path = fc
  .tuple(
    fc.constantFrom('/jama', '/jama', '', '/other'),
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('/rest/v1', '/rest/v1', '/rest/latest') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '/rest',
          '/rest/',
          '/rest/v2',
          '/rest//v1',
          '/rest/oauth/token',
          '/rest/oauth/token/',
        ),
      },
    ),
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PATHS) },
      { weight: 1, arbitrary: weird.map((text) => `/${inTarget(text)}`) },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...IDS) },
      { weight: 1, arbitrary: weird.map(inTarget) },
    ),
    fc.constantFrom('', '', '', '/', '//', '/%2e%2e', ';a=b'),
  )
  .map(([context, api, below, id, end]) => {
    if (api.startsWith('/rest/oauth')) return context + api;
    return context + api + below.replaceAll('{id}', id) + end;
  });

const query = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...PARAMETERS) },
        { weight: 1, arbitrary: weird.map(inTarget) },
      ),
      fc.oneof(
        weird.map(inTarget),
        fc.constantFrom('1', '0', '50', 'true', 'NAMED', 'api.service', 'client_credentials', 'project'),
      ),
    ),
    { maxLength: 4 },
  )
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );

/** Requests of every route and of what is beside the routes, well formed as HTTP. */
export const restRequests: fc.Arbitrary<RawRequest> = fc
  .record({ method: fc.constantFrom(...METHODS), path, query, headers, body })
  .map(({ method, path: at, query: search, ...rest }) => ({ method, target: at + search, ...rest }));
