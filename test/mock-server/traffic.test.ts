import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv, type SchemaObject } from 'ajv';
import formats from 'ajv-formats';
import { adminUnderTest } from '../helpers/admin-under-test.js';
import { NOW, tenantUnderTest } from '../helpers/tenant-under-test.js';

const USERS = '/rest/v1/users';
const require = createRequire(import.meta.url);

/** A stopwatch that shows 5 ms more each time it is looked at. */
function stopwatch() {
  let now = 0;
  return {
    now: () => {
      now += 5;
      return now;
    },
  };
}

describe('the traffic of a tenant', () => {
  test('answers whether PUT active was called once with false', async () => {
    const { call, tenant } = await tenantUnderTest();
    await call('PUT', `${USERS}/103/active`, { body: { active: false } });
    await call('PUT', `${USERS}/104/active`, { body: { active: false } });
    await call('PUT', `${USERS}/103/active`, { body: { active: true } });

    const { traffic } = tenant;
    expect(traffic.count({ method: 'PUT', path: `${USERS}/103/active`, body: { active: false } })).toBe(1);
    expect(traffic.count({ method: 'put', path: '/rest/*/users/*/active' })).toBe(3);
    expect(traffic.count({ path: '/rest/**', bodyText: 'true' })).toBe(1);
    expect(traffic.count({ body: { active: 'false' } })).toBe(0);
    expect(traffic.count()).toBe(3);
  });

  test('is searched by query, header, status, guess and position', async () => {
    const { call, tenant } = await tenantUnderTest();
    await call('GET', `${USERS}?startAt=0&maxResults=50`, { headers: { 'x-run': 'one' } });
    await call('GET', `${USERS}?startAt=50&maxResults=50`);
    await call('GET', `${USERS}/9999`);

    const ids = (query: Parameters<typeof tenant.traffic.find>[0]) =>
      tenant.traffic.find(query).map(({ id }) => id);
    expect(ids({ query: { startAt: '50' } })).toEqual([2]);
    expect(ids({ query: { maxResults: '50' } })).toEqual([1, 2]);
    expect(ids({ requestHeaders: { 'X-Run': 'one' } })).toEqual([1]);
    expect(ids({ status: 404 })).toEqual([3]);
    expect(ids({ inferred: 'record-not-found' })).toEqual([3]);
    expect(ids({ afterId: 1 })).toEqual([2, 3]);
    expect(ids({})).toEqual([1, 2, 3]);
  });

  test('nested objects may have more fields, lists must be equal', async () => {
    const { call, tenant } = await tenantUnderTest();
    await call('POST', USERS, { body: { a: { b: 1, c: 2 }, list: [1, 2] } });
    expect(tenant.traffic.count({ body: { a: { b: 1 } } })).toBe(1);
    expect(tenant.traffic.count({ body: { list: [1, 2] } })).toBe(1);
    expect(tenant.traffic.count({ body: { list: [1] } })).toBe(0);
    expect(tenant.traffic.count({ body: { a: { b: 2 } } })).toBe(0);
  });

  test('has the headers of the answer and the time it took, by the stopwatch', async () => {
    const { call, tenant } = await tenantUnderTest({ stopwatch: stopwatch() });
    await call('GET', `${USERS}/101`);
    expect(tenant.traffic.entries()).toMatchObject([
      {
        at: NOW,
        durationMs: 5,
        responseHeaders: {
          'content-type': 'application/json',
          server: 'nginx/1.18.0',
          'set-cookie': '[REDACTED]',
        },
      },
    ]);
  });

  test('shows no secret of the query either', async () => {
    const { call, tenant, credentials } = await tenantUnderTest();
    await call('GET', `${USERS}?client_secret=${credentials.clientSecret}&access_token=abc&startAt=1`);
    expect(tenant.traffic.entries()[0]?.search).toBe(
      '?client_secret=[REDACTED]&access_token=[REDACTED]&startAt=1',
    );
  });

  test('can be told as it happens, until that is ended', async () => {
    const { call, tenant } = await tenantUnderTest();
    const seen: number[] = [];
    const end = tenant.traffic.subscribe(({ id }) => seen.push(id));
    await call('GET', USERS);
    await call('GET', USERS);
    end();
    await call('GET', USERS);
    expect(seen).toEqual([1, 2]);
  });
});

describe('the admin API of the traffic', () => {
  test('finds, counts, shows and forgets requests', async () => {
    const { call, origin } = await tenantUnderTest();
    const admin = await adminUnderTest(origin);
    await call('PUT', `${USERS}/103/active`, { body: { active: false } });
    await call('GET', USERS);

    const query = { method: 'PUT', path: '/rest/*/users/*/active', body: { active: false } };
    expect((await admin('POST', '/tenants/jama/requests/count', query)).json).toEqual({ count: 1 });
    expect((await admin('POST', '/tenants/jama/requests/find', query)).json).toMatchObject([
      { id: 1, status: 200 },
    ]);
    expect((await admin('POST', '/tenants/jama/requests/count')).json).toEqual({ count: 2 });
    expect((await admin('POST', '/tenants/jama/requests/count', { methd: 'PUT' })).json).toMatchObject({
      code: 'body-invalid',
      detail: expect.stringContaining('did you mean "method"?'),
    });
    expect((await admin('GET', '/tenants/jama/requests/2')).json).toMatchObject({ method: 'GET' });
    expect((await admin('GET', '/tenants/jama/requests/3')).json).toMatchObject({ code: 'request-unknown' });
    expect((await admin('GET', '/tenants/jama/requests')).json).toMatchObject({ count: 2 });
    expect((await admin('DELETE', '/tenants/jama/requests')).status).toBe(204);
    expect((await admin('GET', '/tenants/jama')).json).toMatchObject({ requests: 0 });
  });

  test('gives an archive that is HAR 1.2', async () => {
    const { call, origin, tenant } = await tenantUnderTest({ stopwatch: stopwatch() });
    const admin = await adminUnderTest(origin);
    await call('GET', `${USERS}?maxResults=2&email=あ`);
    await call('PUT', `${USERS}/103/active`, { body: { active: false } });
    tenant.faults.add({ effect: { reset: 'before' } });
    await expect(call('GET', USERS)).rejects.toThrow();

    const har = (await admin('GET', '/tenants/jama/har')).json;

    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json') as SchemaObject);
    ajv.addSchema(Object.values(require('har-schema') as Record<string, SchemaObject>));
    expect([ajv.validate('har.json#', har), ajv.errors]).toEqual([true, null]);
    expect(har).toMatchObject({
      log: {
        version: '1.2',
        creator: { name: 'jama-sim' },
        entries: [
          {
            startedDateTime: new Date(NOW).toISOString(),
            time: 5,
            request: {
              url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/jama\/rest\/v1\/users\?/),
              queryString: [
                { name: 'maxResults', value: '2' },
                { name: 'email', value: 'あ' },
              ],
            },
            response: { status: 200, statusText: 'OK', content: { mimeType: 'application/json' } },
          },
          { request: { postData: { mimeType: 'application/json', text: '{"active":false}' } } },
          { response: { status: 0 }, _fault: '1' },
        ],
      },
    });
  });
});
