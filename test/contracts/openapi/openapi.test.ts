import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createResponseValidator, findOperation, openapi } from '../../../contracts/openapi/index.js';
import { testWithShared } from '../../helpers/shared.js';
import { tenantUnderTest } from '../../helpers/tenant-under-test.js';

interface Swagger {
  readonly paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** `GET /users?startAt,maxResults` for every operation that a document has. */
function operations({ paths }: Swagger): Map<string, string[]> {
  return new Map(
    Object.entries(paths).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const names = item[method]?.parameters
          ?.filter((parameter) => parameter.in === 'query')
          .map(({ name }) => name);
        return item[method] === undefined
          ? []
          : [[`${method.toUpperCase()} ${path}`, names?.sort() ?? []] as const];
      }),
    ),
  );
}

const ours = operations(openapi as unknown as Swagger);
const undescribed = ['GET /', 'GET /api-docs', 'GET /rest', 'POST /rest/oauth/token'];

describe('the OpenAPI document', () => {
  test('has the operations that the simulator describes in its own api-docs, with the same query', async () => {
    const { call } = await tenantUnderTest();
    const { text } = await call('GET', '/rest/v1/api-docs');

    const served = operations(JSON.parse(text));

    expect([...served.keys()].sort()).toEqual(
      [...ours.keys()].filter((name) => !undescribed.includes(name)).sort(),
    );
    for (const [name, query] of served) expect({ name, query }).toEqual({ name, query: ours.get(name) });
  });

  test('has operation ids that are unique', () => {
    const ids = Object.values(openapi.paths ?? {}).flatMap((item) =>
      methods.map((method) => item?.[method]?.operationId),
    );
    const given = ids.filter((id) => id !== undefined);
    expect(new Set(given).size).toBe(given.length);
  });

  testWithShared(
    'has the identity operations of the vendor with their query parameters',
    'reference/jama-swagger-v1-2020.json',
    async (file) => {
      const theirs = operations(JSON.parse(readFileSync(file, 'utf8')));
      const identity = [...theirs].filter(
        ([name]) => /^\w+ \/(users|usergroups)(\/|$)/.test(name) && !name.includes('favoritefilters'),
      );
      expect(identity.length).toBeGreaterThan(10);
      for (const [name, query] of identity) {
        const added = name === 'GET /users' ? ['project'] : [];
        expect({ name, query: ours.get(name) }).toEqual({ name, query: [...query, ...added].sort() });
      }
    },
  );
});

describe('finding the operation of a request', () => {
  test.each([
    ['GET', '/rest/v1/users/', '/users'],
    ['HEAD', '/rest/latest/users/5', '/users/{userId}'],
    ['GET', '/rest/v1/users/current', '/users/current'],
    ['GET', '/rest/v1', '/'],
    ['GET', '/rest', '/rest'],
    ['POST', '/rest/oauth/token', '/rest/oauth/token'],
    ['POST', '/rest/oauth/token/', undefined],
    ['GET', '/rest/v1//users', undefined],
    ['GET', '/rest/v1/rest', undefined],
    ['GET', '/users', undefined],
    ['PATCH', '/rest/v1/users/5', undefined],
  ])('%s %s is %s', (method, path, expected) => {
    expect(findOperation(openapi, { method, path })?.path).toBe(expected);
  });
});

describe('the response validator', () => {
  const problems = createResponseValidator();
  const meta = { status: 'OK', timestamp: '2025-07-03T17:43:03.807+0000' };
  const user = {
    id: 5,
    username: 'u',
    firstName: 'f',
    lastName: 'l',
    email: 'e',
    licenseType: 'NAMED',
    active: true,
    type: 'users',
  };
  const response = (body: unknown, change: object = {}) =>
    problems({
      method: 'GET',
      path: '/rest/v1/users/5',
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify(body),
      ...change,
    });

  test('finds nothing wrong with an answer as described', () => {
    expect(response({ meta, links: {}, data: user })).toEqual([]);
  });

  test.each([
    [
      'a status that is not documented',
      { meta, links: {}, data: user },
      { status: 202 },
      /does not document the status 202/,
    ],
    [
      'another content type',
      { meta, links: {}, data: user },
      { contentType: 'text/html' },
      /content type is text\/html/,
    ],
    ['a missing member', { meta, data: user }, {}, /required property 'links'/],
    ['a member too many', { meta, links: {}, data: { ...user, password: 'x' } }, {}, /additional properties/],
    [
      'null for an unset field',
      { meta, links: {}, data: { ...user, phone: null } },
      {},
      /data\/phone must be string/,
    ],
    [
      'a timestamp with a Z',
      { meta: { ...meta, timestamp: '2025-07-03T17:43:03.807Z' }, links: {}, data: user },
      {},
      /timestamp must match/,
    ],
    [
      'a licence that does not exist',
      { meta, links: {}, data: { ...user, licenseType: 'X' } },
      {},
      /licenseType must be equal to one of/,
    ],
    ['an error without an envelope', { error: 'x' }, { status: 404 }, /required property 'meta'/],
    [
      'success where there is no operation',
      { meta: { ...meta, message: '' } },
      { path: '/rest/v1/items' },
      /is no operation/,
    ],
    [
      'a body where there is none',
      {},
      { method: 'DELETE', path: '/rest/v1/usergroups/5', status: 204 },
      /a 204 has no body/,
    ],
  ])('finds %s', (_, body, change, problem) => {
    expect(response(body, change).join('\n')).toMatch(problem);
  });

  test('finds a body that is not JSON', () => {
    expect(
      problems({
        method: 'GET',
        path: '/rest/v1/users',
        status: 500,
        contentType: 'application/json',
        body: '<html>',
      }),
    ).toEqual(['the body is not JSON: <html>']);
  });
});
