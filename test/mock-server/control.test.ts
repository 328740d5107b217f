import { describe, expect, test } from '@jest/globals';
import { NOW, tenantUnderTest } from '../helpers/tenant-under-test.js';

const USERS = '/rest/v1/users';

describe('the clock', () => {
  test('of a tenant is real, frozen or shifted', async () => {
    let now = 1000;
    const { tenant } = await tenantUnderTest({ clock: { now: () => now } });
    const { clock } = tenant;
    expect(clock.now()).toBe(1000);
    clock.freeze();
    now = 2000;
    expect(clock.now()).toBe(1000);
    clock.advance(50);
    expect(clock.now()).toBe(1050);
    clock.shift(-500);
    expect(clock.now()).toBe(1500);
    clock.advance(10);
    now = 3000;
    expect(clock.now()).toBe(2510);
    clock.useReal();
    expect(clock.now()).toBe(3000);
  });

  test('stamps every answer', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.clock.freeze(Date.UTC(2030, 0, 2, 3, 4, 5, 6));
    expect((await call('GET', USERS)).json.meta.timestamp).toBe('2030-01-02T03:04:05.006+0000');
  });
});

describe('the rate limit', () => {
  test('is off by default', async () => {
    const { call } = await tenantUnderTest();
    for (let n = 0; n < 30; n += 1) expect((await call('GET', `${USERS}/101`)).status).toBe(200);
  });

  test('lets so many calls a second pass and answers 429 above, by the clock of the tenant', async () => {
    const { call, tenant } = await tenantUnderTest({ callsPerSecond: 3 });
    const statuses = async (calls: number) => {
      const seen: number[] = [];
      for (let n = 0; n < calls; n += 1) seen.push((await call('GET', `${USERS}/101`)).status);
      return seen;
    };
    expect(await statuses(5)).toEqual([200, 200, 200, 429, 429]);
    tenant.clock.advance(334);
    expect(await statuses(2)).toEqual([200, 429]);
    tenant.clock.advance(60_000);
    expect(await statuses(4)).toEqual([200, 200, 200, 429]);
  });

  test('says so in an envelope, without Retry-After', async () => {
    const { call } = await tenantUnderTest({ callsPerSecond: 1 });
    await call('GET', USERS);
    const { json, headers, inferred } = await call('GET', USERS);
    expect(json.meta.status).toBe('Too Many Requests');
    expect(headers).not.toHaveProperty('retry-after');
    expect(inferred).toEqual(['throttled-message']);
  });
});

describe('fault rules', () => {
  test('answer a status instead of doing the work, for what they match, as often as they say', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.faults.add({
      match: { method: 'PUT', path: '/rest/*/users/*' },
      effect: { status: 500, message: 'down' },
      times: 1,
    });
    const change = () => call('PUT', `${USERS}/103`, { body: { phone: '1' } });

    expect((await call('GET', `${USERS}/103`)).status).toBe(200);
    const failed = await change();
    expect([failed.status, failed.json.meta.message]).toEqual([500, 'down']);
    expect(tenant.users.get(103)?.phone).not.toBe('1');
    expect((await change()).status).toBe(200);
    expect(tenant.users.get(103)?.phone).toBe('1');
  });

  test('may mean the n-th request, a query or a header', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.faults.add({ match: { nth: 2, path: '/rest/v1/users' }, effect: { status: 429 } });
    tenant.faults.add({ match: { query: { startAt: '20' } }, effect: { status: 500 } });
    tenant.faults.add({ match: { headers: { 'x-test': 'yes' } }, effect: { status: 401 } });

    expect((await call('GET', USERS)).status).toBe(200);
    expect((await call('GET', USERS)).status).toBe(429);
    expect((await call('GET', `${USERS}?startAt=20`)).status).toBe(500);
    expect((await call('GET', `${USERS}/101`, { headers: { 'x-test': 'yes' } })).status).toBe(401);
    expect(tenant.faults.list().map(({ matched, applied }) => [matched, applied])).toEqual([
      [3, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('can cut the connection before the change or after it', async () => {
    const { call, tenant } = await tenantUnderTest();
    const change = (phone: string) => call('PUT', `${USERS}/103`, { body: { phone } });

    const before = tenant.faults.add({ effect: { reset: 'before' } });
    await expect(change('before')).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(tenant.users.get(103)?.phone).not.toBe('before');
    expect(tenant.faults.remove(before.id)).toBe(true);

    tenant.faults.add({ effect: { reset: 'after' } });
    await expect(change('after')).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(tenant.users.get(103)?.phone).toBe('after');
  });

  test('can cut the body, answer a login page, wait, and end all tokens', async () => {
    const { tenant, origin, credentials } = await tenantUnderTest();
    const { accessToken } = await tenant.tokens.issue(credentials, 'api.service');
    const get = () =>
      fetch(`${origin}/jama${USERS}`, { headers: { authorization: `Bearer ${accessToken}` } });

    tenant.faults.add({ effect: { cutBodyAt: 10 }, times: 1 });
    await expect(get().then((answer) => answer.text())).rejects.toThrow(/terminated/);

    const rawBody = '<html>Anmeldung für あ</html>';
    tenant.faults.add({
      effect: { rawBody, contentType: 'text/html', headers: { 'x-more': '1' } },
      times: 1,
    });
    const page = await get();
    expect([
      page.status,
      page.headers.get('content-type'),
      page.headers.get('x-more'),
      await page.text(),
    ]).toEqual([200, 'text/html', '1', rawBody]);

    tenant.faults.add({ effect: { delayMs: 60 }, times: 1 });
    const startedAt = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(55);

    tenant.faults.add({ effect: { expireTokens: true }, times: 1 });
    expect((await get()).status).toBe(401);
  });
});

describe('the journal', () => {
  test('keeps the last requests with their answers, and no secret', async () => {
    const { call, tenant, credentials } = await tenantUnderTest({ journal: 3 });
    await call('GET', `${USERS}?maxResults=1`);
    await call('POST', '/rest/oauth/token', {
      body: 'grant_type=client_credentials',
      headers: {
        authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    await call('POST', USERS, { body: { username: 'あ', password: 'top"secret' } });
    await call('GET', `${USERS}?username=%E3%81%82`);

    const entries = tenant.traffic.entries();

    expect(tenant.traffic.count()).toBe(4);
    expect(
      entries.map(({ id, method, path, search, status, at }) => [id, method, path, search, status, at]),
    ).toEqual([
      [2, 'POST', '/rest/oauth/token', '', 200, NOW],
      [3, 'POST', USERS, '', 400, NOW],
      [4, 'GET', USERS, '?username=%E3%81%82', 200, NOW],
    ]);
    expect(JSON.parse(entries[1]?.requestBody ?? '')).toEqual({ username: 'あ', password: '[REDACTED]' });
    expect(entries.map(({ requestHeaders }) => requestHeaders.authorization)).toEqual([
      'Basic [REDACTED]',
      'Bearer [REDACTED]',
      'Bearer [REDACTED]',
    ]);
    expect(JSON.parse(entries[0]?.responseBody ?? '')).toMatchObject({
      access_token: '[REDACTED]',
      expires_in: 3600,
    });
    expect(entries[2]?.inferred).toEqual(['token-many-valid', 'filter-match']);
    tenant.traffic.clear();
    expect(tenant.traffic.entries()).toEqual([]);
  });

  test('puts a page together as it was sent', async () => {
    const { call, tenant } = await tenantUnderTest();
    const { text } = await call('GET', `${USERS}?maxResults=50`);
    tenant.users.update(103, { firstName: 'Later' });
    expect(tenant.traffic.entries().at(-1)?.responseBody).toBe(text);
  });
});
