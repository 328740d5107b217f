import { describe, expect, test } from '@jest/globals';
import { version } from '../../mock-server/version.js';
import { adminUnderTest } from '../helpers/admin-under-test.js';
import { NOW, tenantUnderTest } from '../helpers/tenant-under-test.js';

async function given(...choices: Parameters<typeof tenantUnderTest>) {
  const made = await tenantUnderTest(...choices);
  return { ...made, admin: await adminUnderTest(made.origin) };
}

describe('the admin API', () => {
  test('tells its version, its health and its tenants, and lists what it can do', async () => {
    const { admin } = await given();
    expect((await admin('GET', '/version')).json).toEqual({ version: version() });
    expect((await admin('GET', '/health')).json).toEqual({ status: 'up', tenants: ['jama'] });
    expect((await admin('GET', '/tenants')).json).toEqual([
      { name: 'jama', profile: 'cloud', users: 120, usergroups: 12, projects: 3, requests: 0 },
    ]);
    expect((await admin('GET', '/')).json).toMatchObject({
      tenants: ['jama'],
      operations: expect.arrayContaining(['GET /health', 'POST /tenants/{tenant}/requests/count']),
    });
  });

  test('is ready as soon as it can issue tokens', async () => {
    const { admin, tenant, credentials } = await given();
    await tenant.tokens.issue(credentials, 'api.service');
    expect((await admin('GET', '/ready')).json).toEqual({ ready: true });
  });

  test('resets, takes snapshots and puts them back', async () => {
    const { admin, tenant } = await given();
    tenant.users.setActive(103, false);
    expect((await admin('PUT', '/tenants/jama/snapshots/one')).status).toBe(204);
    expect((await admin('POST', '/tenants/jama/reset')).status).toBe(204);
    expect(tenant.users.get(103)?.active).toBe(true);
    expect((await admin('POST', '/tenants/jama/snapshots/one/restore')).status).toBe(204);
    expect(tenant.users.get(103)?.active).toBe(false);
    expect((await admin('GET', '/tenants/jama/snapshots')).json).toEqual(['one']);
    expect((await admin('POST', '/tenants/jama/snapshots/two/restore')).json).toMatchObject({
      code: 'snapshot-unknown',
    });
  });

  test('sets the clock and ends tokens', async () => {
    const { admin, tenant, credentials } = await given();
    const token = await tenant.tokens.issue(credentials, 'api.service');
    expect((await admin('POST', '/tenants/jama/clock', { advance: 600_000 })).json).toEqual({
      now: NOW + 600_000,
      mode: 'shifted',
      byMs: 600_000,
    });
    expect((await admin('GET', '/tenants/jama/tokens')).json).toEqual([
      { id: token.id, issuedAt: NOW, expiresAt: NOW + 3_600_000, leftMs: 3_000_000 },
    ]);
    expect((await admin('POST', '/tenants/jama/tokens/expire', { id: 'none' })).status).toBe(404);
    expect((await admin('POST', '/tenants/jama/tokens/expire', { id: token.id })).status).toBe(204);
    expect((await admin('GET', '/tenants/jama/tokens')).json).toMatchObject([{ leftMs: 0 }]);
    const frozen = await admin('POST', '/tenants/jama/clock', { freeze: 5 });
    expect(frozen.json).toEqual({ now: 5, mode: 'frozen', at: 5 });
    const real = await admin('POST', '/tenants/jama/clock', { real: true });
    expect(real.json).toEqual({ now: NOW, mode: 'real' });
    expect((await admin('POST', '/tenants/jama/clock', { to: 'tomorrow' })).json).toMatchObject({
      status: 400,
      code: 'body-invalid',
      pointer: '/to',
      detail: expect.stringContaining('Known: freeze, shift, advance, real.'),
    });
    expect((await admin('POST', '/tenants/jama/tokens/expire')).status).toBe(204);
    expect((await admin('GET', '/tenants/jama/clock')).json).toEqual({ now: NOW, mode: 'real' });
  });

  test('takes fault rules, alone or from the catalogue, and takes them back', async () => {
    const { admin, call } = await given();
    const rule = { match: { path: '/rest/v1/**' }, effect: { status: 429 } };
    const added = await admin('POST', '/tenants/jama/faults', rule);
    expect(added).toMatchObject({ status: 201, json: [{ id: 1, applied: 0 }] });
    expect((await call('GET', '/rest/v1/usergroups/31/users')).status).toBe(429);
    expect((await admin('GET', '/tenants/jama/faults')).json).toMatchObject([
      { id: 1, matched: 1, applied: 1 },
    ]);
    expect((await admin('DELETE', '/tenants/jama/faults/1')).status).toBe(204);
    expect((await admin('DELETE', '/tenants/jama/faults/1')).status).toBe(404);
    expect((await call('GET', '/rest/v1/usergroups/31/users')).status).toBe(200);

    const used = await admin('POST', '/tenants/jama/faults', { use: 'credentials-revoked-mid-import' });
    expect(used.json).toMatchObject([{ name: 'credentials-revoked-mid-import' }, { id: 3 }]);
    expect((await admin('DELETE', '/tenants/jama/faults')).status).toBe(204);
    expect((await admin('GET', '/faults')).json).toContainEqual(
      expect.objectContaining({ name: 'throttled' }),
    );
  });

  test.each([
    [{}, '', '"effect" is missing'],
    [{ effect: {} }, '/effect', 'It is empty'],
    [{ effect: { status: 999 } }, '/effect/status', '999 must be <= 599'],
    [{ effect: { stats: 500 } }, '/effect/stats', 'did you mean "status"?'],
    [{ use: 'throtled' }, '/use', 'did you mean "throttled"?'],
    [{ match: { nth: 0 }, effect: { status: 500 } }, '/match/nth', '0 must be >= 1'],
    [
      { match: { window: { from: 'noon' } }, effect: { status: 500 } },
      '/match/window/from',
      'a text such as 2026-05-01T08:00:00Z',
    ],
    [{ effect: { change: { kind: 'user-deactivated' } } }, '/effect/change', '"user" is missing'],
  ])('refuses the fault %j and says where it is wrong', async (body, pointer, words) => {
    const { admin, tenant } = await given();
    const refused = await admin('POST', '/tenants/jama/faults', body);
    expect(refused).toMatchObject({ status: 400, json: { code: 'body-invalid', pointer } });
    expect(refused.json).toMatchObject({ detail: expect.stringContaining(words) });
    expect(tenant.faults.size).toBe(0);
  });

  test('shows the people, the members and the licences of a tenant', async () => {
    const { admin } = await given({ licences: { NAMED: 200 } });
    const users = (await admin('GET', '/tenants/jama/users?maxResults=2&startAt=1')).json;
    expect(users).toMatchObject({ total: 120, users: [{ id: 103 }, {}] });
    expect((await admin('GET', '/tenants/jama/usergroups')).json).toMatchObject({
      total: 12,
      usergroups: expect.arrayContaining([
        expect.objectContaining({
          members: expect.arrayContaining([expect.objectContaining({ active: true })]),
        }),
      ]),
    });
    const licences = (await admin('GET', '/tenants/jama/licences')).json as { licenseType: string }[];
    expect(licences.find(({ licenseType }) => licenseType === 'NAMED')).toMatchObject({ owned: 200 });
    expect(licences.find(({ licenseType }) => licenseType === 'FLOATING')).toMatchObject({
      owned: null,
      left: null,
    });
    expect((await admin('GET', '/tenants/jama/users?startAt=first')).json).toMatchObject({
      code: 'parameter-invalid',
    });
  });

  test('gives metrics for Prometheus', async () => {
    const { admin, call, tenant } = await given();
    await call('GET', '/rest/v1/users');
    tenant.faults.add({ name: 'broken', effect: { status: 500 } });
    await call('GET', '/rest/v1/users');
    const { text } = await admin('GET', '/metrics');
    expect(text).toContain('jama_sim_requests_total{tenant="jama",method="GET",status="200"} 1');
    expect(text).toContain('jama_sim_requests_total{tenant="jama",method="GET",status="500"} 1');
    expect(text).toContain('jama_sim_records{tenant="jama",kind="users"} 120');
    expect(text).toContain('jama_sim_fault_hits{tenant="jama",fault="broken"} 1');
    expect(text).toMatch(/^process_cpu_seconds_total /m);
  });

  test('shows the ledger', async () => {
    const { admin } = await given({ overrides: { rules: { 'list-order': { source: 'seen' } } } });
    expect((await admin('GET', '/evidence')).json).toContainEqual(
      expect.objectContaining({ id: 'list-order', grade: 'overridden', source: 'seen' }),
    );
  });

  test('answers what it does not know, and what is not JSON, as a problem', async () => {
    const { admin, origin } = await given();
    expect(await admin('GET', '/nothing')).toMatchObject({ status: 404, json: { code: 'unknown' } });
    expect((await admin('GET', '/tenants/other')).json).toMatchObject({
      status: 404,
      code: 'tenant-unknown',
    });
    const broken = await fetch(`${origin}/__admin/tenants/jama/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([broken.status, broken.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
  });
});
