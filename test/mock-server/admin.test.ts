import { describe, expect, test } from '@jest/globals';
import { NOW, tenantUnderTest } from '../helpers/tenant-under-test.js';

async function adminOf(origin: string) {
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${origin}/__admin${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
  };
}

describe('the admin API', () => {
  test('tells its health and its tenants', async () => {
    const { origin } = await tenantUnderTest();
    const admin = await adminOf(origin);
    expect(await admin('GET', '/health')).toEqual({ status: 200, json: { status: 'up', tenants: ['jama'] } });
    expect((await admin('GET', '/tenants')).json).toEqual([
      { name: 'jama', profile: 'cloud', users: 120, usergroups: 12, projects: 3, requests: 0 },
    ]);
  });

  test('resets, takes snapshots and puts them back', async () => {
    const { origin, tenant } = await tenantUnderTest();
    const admin = await adminOf(origin);
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
    const { origin, tenant, credentials } = await tenantUnderTest();
    const admin = await adminOf(origin);
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
    expect((await admin('POST', '/tenants/jama/clock', { freeze: 5 })).json).toEqual({
      now: 5,
      mode: 'frozen',
      at: 5,
    });
    expect((await admin('POST', '/tenants/jama/clock', { real: true })).json).toEqual({
      now: NOW,
      mode: 'real',
    });
    expect((await admin('POST', '/tenants/jama/clock', { to: 'tomorrow' })).json).toMatchObject({
      code: 'clock-invalid',
    });
    expect((await admin('GET', '/tenants/jama/clock')).json).toEqual({ now: NOW, mode: 'real' });
  });

  test('takes fault rules and shows the journal', async () => {
    const { origin, call } = await tenantUnderTest();
    const admin = await adminOf(origin);
    const rule = await admin('POST', '/tenants/jama/faults', {
      match: { path: '/rest/v1/**' },
      effect: { status: 429 },
    });
    expect(rule).toMatchObject({ status: 201, json: { id: 1, applied: 0 } });
    expect((await call('GET', '/rest/v1/usergroups/31/users')).status).toBe(429);
    expect((await admin('GET', '/tenants/jama/faults')).json).toMatchObject([
      { id: 1, matched: 1, applied: 1 },
    ]);
    expect((await admin('DELETE', '/tenants/jama/faults')).status).toBe(204);
    expect((await call('GET', '/rest/v1/usergroups/31/users')).status).toBe(200);
    expect((await admin('GET', '/tenants/jama/requests')).json).toMatchObject({
      count: 2,
      requests: [{ status: 429 }, { status: 200 }],
    });
    expect((await admin('DELETE', '/tenants/jama/requests')).status).toBe(204);
    expect((await admin('GET', '/tenants/jama')).json).toMatchObject({ requests: 0 });
    expect((await admin('POST', '/tenants/jama/faults', {})).json).toMatchObject({ code: 'fault-invalid' });
  });

  test('cannot be driven by a web page of another origin or under another name', async () => {
    const { origin } = await tenantUnderTest();
    const admin = await adminOf(origin);
    expect(
      (await admin('POST', '/tenants/jama/reset', undefined, { origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect((await admin('POST', '/tenants/jama/reset', undefined, { origin })).status).toBe(204);
    const rebound = await fetch(`${origin}/__admin/health`);
    expect(rebound.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('answers what it does not know, and what is not JSON, as a problem', async () => {
    const { origin } = await tenantUnderTest();
    const admin = await adminOf(origin);
    expect(await admin('GET', '/nothing')).toMatchObject({ status: 404, json: { code: 'unknown' } });
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
