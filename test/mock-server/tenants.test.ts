import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type RunningTenant,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../mock-server/index.js';

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
});

async function simulatorWith(options: SimulatorOptions): Promise<Simulator> {
  const simulator = await startSimulator({ users: 10, ...options });
  running.push(simulator);
  return simulator;
}

async function statusOf(at: RunningTenant, tokenOf: RunningTenant): Promise<number> {
  const { accessToken } = await tokenOf.tenant.tokens.issue(tokenOf.credentials, 'api.service');
  return (await fetch(`${at.url}/rest/v1/users`, { headers: { authorization: `Bearer ${accessToken}` } }))
    .status;
}

describe('the tenants of one simulator', () => {
  test('have addresses, credentials, state, clock, faults and traffic of their own', async () => {
    const simulator = await simulatorWith({ tenants: ['alice', 'bob'] });
    const [, alice, bob] = simulator.tenants();
    if (alice === undefined || bob === undefined) throw new Error('There are not three tenants.');

    expect(alice.url).toBe(`http://127.0.0.1:${simulator.port}/alice`);
    expect(await statusOf(alice, alice)).toBe(200);
    expect(await statusOf(bob, alice)).toBe(401);
    alice.tenant.users.update(103, { phone: 'hers' });
    alice.tenant.clock.freeze(0);
    alice.tenant.faults.add({ effect: { status: 500 } });

    expect(bob.tenant.users.get(103)?.phone).not.toBe('hers');
    expect(bob.tenant.clock.now()).toBeGreaterThan(0);
    expect(await statusOf(alice, alice)).toBe(500);
    expect(await statusOf(bob, bob)).toBe(200);
    expect([alice, bob].map(({ tenant }) => tenant.traffic.count())).toEqual([2, 2]);
    expect(alice.credentials).not.toEqual(bob.credentials);
  });

  test('come and go at run time', async () => {
    const simulator = await simulatorWith({});
    const carol = await simulator.createTenant('carol', { users: 3, clientId: 'id' });
    expect(carol.tenant.users.list()).toHaveLength(3);
    expect(carol.credentials.clientId).toBe('id');
    expect(await statusOf(carol, carol)).toBe(200);
    await simulator.deleteTenant('carol');
    expect(await statusOf(carol, carol)).toBe(404);
    expect(simulator.tenants()).toHaveLength(1);
  });

  test('come and go through the admin API', async () => {
    const simulator = await simulatorWith({});
    const admin = `http://127.0.0.1:${simulator.port}/__admin/tenants`;
    const create = (body: object) =>
      fetch(admin, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

    const created = await create({ name: 'dave', users: 4 });
    expect(created.status).toBe(201);
    expect(await created.json()).toMatchObject({
      name: 'dave',
      url: `http://127.0.0.1:${simulator.port}/dave`,
    });
    expect((await create({ name: 'dave' })).status).toBe(409);
    expect((await create({ name: '..' })).status).toBe(400);
    expect((await create({ name: 'eve', users: 0 })).status).toBe(400);
    expect((await fetch(`${admin}/dave`, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(`${admin}/dave`, { method: 'DELETE' })).status).toBe(404);
    expect((await fetch(`${admin}/jama`, { method: 'DELETE' })).status).toBe(409);
  });

  test.each([
    ['..', 'tenant-name-invalid'],
    ['rest', 'tenant-name-invalid'],
    ['__admin', 'tenant-name-invalid'],
    ['a/b', 'tenant-name-invalid'],
    ['', 'tenant-name-invalid'],
    ['jama', 'tenant-exists'],
    ['JAMA', 'tenant-exists'],
  ])('cannot be named %j', async (name, code) => {
    await expect(startSimulator({ tenants: [name] })).rejects.toMatchObject({ code });
  });

  test('are two hundred in one process, and each is reset and restored in milliseconds', async () => {
    const simulator = await simulatorWith({ users: 120 });
    for (let n = 0; n < 199; n += 1) await simulator.createTenant(`t${n}`, { seed: n });
    expect(new Set(simulator.tenants().map(({ credentials }) => credentials.clientId)).size).toBe(200);
    const times = simulator.tenants().map(({ tenant }) => {
      const startedAt = performance.now();
      const snapshot = tenant.snapshot();
      tenant.users.update(101, { phone: '1' });
      tenant.restore(snapshot);
      tenant.reset();
      return performance.now() - startedAt;
    });
    expect(times.sort((a, b) => a - b)[100]).toBeLessThan(5);
  }, 30_000);
});

describe('a folder of tenants', () => {
  test('has a file for each, also for those that were made at run time', async () => {
    const data = `${await mkdtemp(join(tmpdir(), 'jama-sim-tenants-'))}/all/`;
    const first = await startSimulator({ users: 5, data, tenants: ['alice'] });
    const { tenant, credentials } = await first.createTenant('bob');
    tenant.users.update(101, { phone: 'kept' });
    await first.createTenant('gone');
    await first.deleteTenant('gone');
    await first.stop();

    expect((await readdir(data)).sort()).toEqual(['alice.json', 'bob.json', 'jama.json']);
    const second = await simulatorWith({ data });
    const bob = second.tenants().find((one) => one.tenant.name === 'bob');
    expect(bob?.tenant.users.get(101)?.phone).toBe('kept');
    expect(bob?.credentials).toEqual(credentials);
  });

  test('is needed for more than one', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'jama-sim-tenants-')), 'one.json');
    await expect(startSimulator({ data: file, tenants: ['alice'] })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });
});
