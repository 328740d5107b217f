import { request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../mock-server/index.js';
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

  test('allows no cross-origin reading', async () => {
    const { origin } = await tenantUnderTest();
    const answer = await fetch(`${origin}/__admin/health`);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('an admin token that is easily guessed is refused', async () => {
    await expect(startSimulator({ adminToken: 'short' })).rejects.toMatchObject({ code: 'option-invalid' });
  });
});
