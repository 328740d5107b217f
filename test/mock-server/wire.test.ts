import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createResponseValidator } from '../../contracts/openapi/index.js';
import { startSimulator } from '../../mock-server/index.js';
import { testWithShared } from '../helpers/shared.js';
import { type TenantUnderTest, tenantUnderTest } from '../helpers/tenant-under-test.js';

describe('what every answer looks like', () => {
  test('one record: compact JSON with keys in the captured order', async () => {
    const { call } = await tenantUnderTest();

    const { text, headers } = await call('GET', '/rest/v1/users/current');

    expect(text).toBe(
      '{"meta":{"status":"OK","timestamp":"2025-07-03T17:43:03.807+0000"},"links":{},"data":{"id":101,' +
        '"username":"api.service","firstName":"API","lastName":"Service","email":"api.service@example.com",' +
        '"phone":"","title":"","location":"","licenseType":"NAMED","active":true,"uid":"u101","customData":[],' +
        '"type":"users"}}',
    );
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  test('the headers of the cloud, with no ETag and no word of our software', async () => {
    const { call } = await tenantUnderTest();

    const { headers, cookies } = await call('GET', '/rest/v1/users');

    expect(headers).toMatchObject({
      'content-type': 'application/json',
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
      'x-jama-node': '',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-cache,no-store',
    });
    expect(JSON.parse(headers.jamafishtag ?? '')).toEqual({
      originHost: expect.any(String),
      originUUID: expect.stringMatching(/^[0-9a-f]{16}$/),
      tenantId: null,
      breadCrumbDTOs: [],
    });
    expect(cookies).toEqual([
      'jamaContourServerTime=1751564583807; Path=/; Secure; SameSite=Lax',
      'jamaContourSessionExpiry=1751564583807; Path=/; Secure; SameSite=Lax',
    ]);
    for (const name of ['etag', 'x-powered-by', 'sunset', 'x-sunset'])
      expect(headers).not.toHaveProperty(name);
  });

  test('only /rest/latest announces its sunset', async () => {
    const { call } = await tenantUnderTest();
    const { headers } = await call('GET', '/rest/latest/users');
    expect(headers).toMatchObject({
      sunset: 'Fri, 22 May 2020 00:00:00 GMT',
      'x-sunset': 'Fri, 22 May 2020 00:00:00 GMT',
    });
  });

  testWithShared(
    'header names and user keys are those of the capture',
    'reference/jama-wire/users-current-2025.json',
    async (file) => {
      const capture = JSON.parse(readFileSync(file, 'utf8')) as {
        headers: [string, string][];
        body: { data: object };
      };
      const { call } = await tenantUnderTest();

      const { headers, data } = await call('GET', '/rest/latest/users/current');

      const named = capture.headers.map(([name]) => name).filter((name) => !name.startsWith(':'));
      expect(Object.keys(headers)).toEqual(expect.arrayContaining([...new Set(named)]));
      expect(Object.keys(data)).toEqual(Object.keys(capture.body.data));
    },
  );

  test('HEAD answers as GET does, without a body', async () => {
    const { call } = await tenantUnderTest();
    const get = await call('GET', '/rest/v1/users');
    const head = await call('HEAD', '/rest/v1/users');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  test.each([
    ['/rest/v1/users', 'GET, POST, HEAD, OPTIONS'],
    ['/rest/v1/users/101', 'GET, PUT, HEAD, OPTIONS'],
    ['/rest/v1/users/101/active', 'PUT, OPTIONS'],
    ['/rest/v1/usergroups/31', 'GET, PUT, DELETE, HEAD, OPTIONS'],
    ['/rest', 'GET, HEAD, OPTIONS'],
    ['/rest/oauth/token', 'POST, OPTIONS'],
  ])('OPTIONS %s tells what is allowed, to everybody', async (path, allow) => {
    const { call } = await tenantUnderTest();
    const { status, headers, text } = await call('OPTIONS', path, { anonymous: true });
    expect([status, headers.allow, text]).toEqual([200, allow, '']);
  });

  test('a trailing slash is accepted on resources', async () => {
    const { call } = await tenantUnderTest();
    for (const path of [
      '/rest/v1/users/',
      '/rest/v1/users/101/',
      '/rest/v1/usergroups/33/users/',
      '/rest/v1',
      '/rest/',
    ]) {
      expect((await call('GET', path)).status).toBe(200);
    }
  });

  test('without the context path the same tenant answers, and addresses follow what the client called', async () => {
    const { tenant, credentials, origin } = await tenantUnderTest();
    const { accessToken } = await tenant.tokens.issue(credentials, 'api.service');
    const answer = await fetch(`${origin}/rest/latest/projects`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(await answer.json()).toMatchObject({
      links: { 'data.createdBy': { type: 'users', href: `${origin}/rest/latest/users/{data.createdBy}` } },
    });
  });
});

describe('errors', () => {
  const refusals: [string, string, string, object, number, string][] = [
    ['an unknown path', 'GET', '/rest/v1/items', {}, 404, 'path-unknown'],
    ['a path outside of the API', 'GET', '/login', {}, 404, 'path-unknown'],
    ['a path in other letters', 'GET', '/rest/v1/Users', {}, 404, 'path-unknown'],
    ['an empty segment', 'GET', '/rest/v1//users', {}, 404, ''],
    ['broken percent-encoding', 'GET', '/rest/v1/users/%E0%A4%A', {}, 400, 'path-malformed'],
    ['an id that is a word', 'GET', '/rest/v1/users/u101', {}, 404, 'id-not-integer'],
    ['an id beyond 32 bits', 'GET', '/rest/v1/users/2147483648', {}, 404, 'id-not-integer'],
    ['an id that nobody has', 'GET', '/rest/v1/users/99999', {}, 404, 'record-not-found'],
    ['a method that users do not have', 'DELETE', '/rest/v1/users/101', {}, 405, 'method-not-allowed'],
    ['a method that nothing has', 'PATCH', '/rest/v1/users/101', { body: '[]' }, 405, 'method-not-allowed'],
    [
      'no body',
      'PUT',
      '/rest/v1/users/101',
      { headers: { 'content-type': 'application/json' } },
      400,
      'body-missing',
    ],
    ['null as body', 'PUT', '/rest/v1/users/101', { body: 'null' }, 400, 'body-missing'],
    ['a body that is not JSON', 'POST', '/rest/v1/users', { body: '{"username":' }, 400, 'body-unreadable'],
    ['a body that is a list', 'POST', '/rest/v1/users', { body: '[]' }, 400, 'body-unreadable'],
    [
      'a body that is too large',
      'POST',
      '/rest/v1/users',
      { body: `"${'x'.repeat(1_100_000)}"` },
      413,
      'body-too-large',
    ],
    [
      'another media type',
      'PUT',
      '/rest/v1/users/101',
      { body: '{}', headers: { 'content-type': 'text/plain' } },
      415,
      'media-type',
    ],
    [
      'another charset',
      'PUT',
      '/rest/v1/users/101',
      { body: '{}', headers: { 'content-type': 'application/json; charset=klingon' } },
      415,
      'media-type',
    ],
    [
      'a compressed body',
      'PUT',
      '/rest/v1/users/101',
      { body: '{}', headers: { 'content-encoding': 'gzip' } },
      415,
      'media-type',
    ],
  ];

  test.each(refusals)('%s: an envelope that says so', async (_, method, path, sent, status, rule) => {
    const { call } = await tenantUnderTest();

    const answer = await call(method, path, sent);

    expect(answer.status).toBe(status);
    expect(answer.json.meta.message).not.toBe('');
    expect(answer.inferred.join(',')).toBe(rule);
  });

  test('the words of an error survive any alphabet', async () => {
    const { call } = await tenantUnderTest();
    const { json } = await call('GET', `/rest/v1/users/${encodeURIComponent('あ"é')}`);
    expect(json.meta.message).toBe('あ"é is not an id.');
  });

  test('what is not HTTP is answered with an envelope as well', async () => {
    const simulator = await startSimulator();
    const text = await rawAnswer(simulator.port, 'GET / HTTP/1.1\r\nbroken header\r\n\r\n');
    const large = await rawAnswer(simulator.port, `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`);
    await simulator.stop();

    for (const [answer, status] of [
      [text, 400],
      [large, 431],
    ] as const) {
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      const seen = { method: 'GET', path: '/', status, contentType: 'application/json', body };
      expect(createResponseValidator()(seen)).toEqual([]);
    }
  });

  test('no path, query, method, header or body brings forth a 500 or anything but an envelope', async () => {
    const subject: TenantUnderTest = await tenantUnderTest({ users: 5, groups: 3 });
    const segment = fc.oneof(
      fc.constantFrom(
        'rest',
        'v1',
        'latest',
        'users',
        'usergroups',
        'projects',
        '31',
        '101',
        'active',
        'current',
        '',
      ),
      fc.string({ maxLength: 6 }).map((text) => encodeURIComponent(text)),
      fc.constantFrom('%', '%zz', '..', '.', '*', ':id', '{id}', '(', '+', '~', '%00', '%2F'),
    );
    const path = fc.array(segment, { maxLength: 5 }).map((parts) => `/rest/v1/${parts.join('/')}`);
    const query = fc.oneof(
      fc.constant(''),
      fc.webQueryParameters().map((text) => `?${text}`),
      fc.constantFrom(
        '?startAt=-1',
        '?maxResults=0',
        '?startAt=1e9',
        '?project=x',
        '?include=a&include=data.project',
        '?licenseType=&&=&',
      ),
    );
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS');
    const body = fc.oneof(
      fc.constant(undefined),
      fc.json({ maxDepth: 2 }),
      fc.string({ maxLength: 20 }).filter((text) => text !== ''),
      fc
        .record({ user: fc.anything(), active: fc.boolean(), name: fc.string(), project: fc.integer() })
        .map((value) => JSON.stringify(value) ?? '{}'),
    );

    await fc.assert(
      fc.asyncProperty(method, path, query, body, async (verb, where, search, sent) => {
        const hasBody =
          sent !== undefined && sent !== '' && ['POST', 'PUT', 'PATCH', 'DELETE'].includes(verb);
        const { status } = await subject.call(verb, where + search, hasBody ? { body: sent } : {});
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});

function rawAnswer(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
