import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from '../../mock-server/index.js';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

const TOKEN = 'correct horse battery';

/** The status of a request to the admin API with these headers; a Host of another name stands for another machine. */
function statusOf(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/__admin${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe('the guard of the admin API', () => {
  test('lets programs of this machine in', async () => {
    const { origin } = await tenantUnderTest();
    const { host } = new URL(origin);
    expect(await statusOf(origin, '/tenants', {})).toBe(200);
    expect(await statusOf(origin, '/tenants', { origin: `http://${host}` })).toBe(200);
  });

  test.each([
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a name that was bent to this machine', { host: 'evil.example' }],
    ['a page under such a name', { host: 'evil.example', origin: 'http://evil.example' }],
  ])('keeps %s out', async (_, headers) => {
    const { origin } = await tenantUnderTest();
    expect(await statusOf(origin, '/tenants', headers)).toBe(403);
    expect(await statusOf(origin, '/nothing', headers)).toBe(403);
  });

  test('lets others in with the admin token, and health checks without it', async () => {
    const { origin } = await tenantUnderTest({ adminToken: TOKEN });
    const host = 'sim.example';
    expect(await statusOf(origin, '/tenants', { host })).toBe(401);
    expect(await statusOf(origin, '/tenants', { host, authorization: 'Bearer wrong' })).toBe(401);
    expect(await statusOf(origin, '/tenants', { host, authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(
      await statusOf(origin, '/tenants', {
        host,
        authorization: `Bearer ${TOKEN}`,
        origin: 'https://evil.example',
      }),
    ).toBe(403);
    expect(await statusOf(origin, '/health', { host })).toBe(200);
    expect(await statusOf(origin, '/tenants', {})).toBe(200);
  });

  test('judges whoever sends a token by it, on this machine too', async () => {
    const { origin } = await tenantUnderTest({ adminToken: TOKEN });
    expect(await statusOf(origin, '/tenants', { authorization: 'Bearer wrong' })).toBe(401);
    const { origin: without } = await tenantUnderTest();
    expect(await statusOf(without, '/tenants', { authorization: 'Bearer of a tenant' })).toBe(200);
  });

  test('allows no cross-origin reading', async () => {
    const { origin } = await tenantUnderTest();
    const answer = await fetch(`${origin}/__admin/health`);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('an admin token that is easily guessed is refused', async () => {
    await expect(startSimulator({ adminToken: 'short' })).rejects.toMatchObject({ code: 'option-invalid' });
    const limitedTokens = [{ token: 'short', tenants: ['jama'] }];
    await expect(startSimulator({ limitedTokens })).rejects.toMatchObject({ code: 'option-invalid' });
  });
});

describe('a token that is limited to tenants', () => {
  const ALICE = { authorization: 'Bearer for alice alone', host: 'sim.example' };
  const choices = {
    adminToken: TOKEN,
    tenants: ['alice', 'bob'],
    limitedTokens: [
      { token: 'for alice alone', tenants: ['alice'] },
      { token: 'for the two of them', tenants: ['alice', 'bob'] },
    ],
  };
  let simulator: Simulator;
  let origin: string;
  beforeAll(async () => {
    simulator = await startSimulator(choices);
    origin = new URL(simulator.url).origin;
  });
  afterAll(() => simulator.stop());
  const bodyOf = async (path: string, token: string) =>
    (
      await fetch(`${origin}/__admin${path}`, { headers: { authorization: `Bearer ${token}` } })
    ).json() as Promise<{ tenants: string[]; code: string; detail: string }>;

  test.each([
    ['/tenants/alice', 200],
    ['/tenants/alice/users', 200],
    ['/tenants/%61lice/faults', 200],
    ['/Tenants/alice/clock', 200],
    ['/faults', 200],
    ['/openapi', 200],
    ['/nothing', 404],
    ['/tenants/bob', 403],
    ['/tenants/bob/events', 403],
    ['/tenants/b%6Fb/users', 403],
    ['/TENANTS/bob/users', 403],
    ['/tenants/nobody', 403],
    ['/tenants/jama', 403],
    ['/metrics', 403],
  ])('is answered for %s with %d', async (path, status) => {
    expect(await statusOf(origin, path, ALICE)).toBe(status);
    expect(await statusOf(origin, path, { authorization: ALICE.authorization })).toBe(status);
  });

  test('is told of its own tenants only', async () => {
    expect(await bodyOf('/tenants', 'for alice alone')).toMatchObject([{ name: 'alice' }]);
    expect((await bodyOf('/', 'for the two of them')).tenants).toEqual(['alice', 'bob']);
    expect((await bodyOf('/', TOKEN)).tenants).toEqual(['jama', 'alice', 'bob']);
    expect(await bodyOf('/tenants/bob', 'for alice alone')).toMatchObject({
      code: 'token-limited',
      detail: expect.stringMatching(/"bob".*alice alone/),
    });
  });

  test('makes and removes no tenant, its own not either', async () => {
    const headers = { authorization: 'Bearer for alice alone', 'content-type': 'application/json' };
    const made = await fetch(`${origin}/__admin/tenants`, {
      method: 'POST',
      headers,
      body: '{"name":"eve"}',
    });
    const gone = await fetch(`${origin}/__admin/tenants/alice`, { method: 'DELETE', headers });
    expect([made.status, gone.status]).toEqual([403, 403]);
    expect(simulator.tenants().map(({ tenant }) => tenant.name)).toEqual(['jama', 'alice', 'bob']);
  });

  test('is not sent from a page of another origin', async () => {
    expect(await statusOf(origin, '/tenants/alice', { ...ALICE, origin: 'https://evil.example' })).toBe(403);
  });

  test('that is the admin token as well is refused', async () => {
    const limitedTokens = [{ token: TOKEN, tenants: ['alice'] }];
    await expect(startSimulator({ adminToken: TOKEN, limitedTokens })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });
});
