import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../mock-server/index.js';
import { runCli } from '../helpers/run-cli.js';

const clean = resolve('fixtures/packages/jama-connect');

describe('jama-sim run', () => {
  test('shows what an import changed in a tenant of its own', async () => {
    const { status, stdout, stderr } = await runCli(['run', clean, 'import', 'accounts']);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/120 new {3}0 changed {3}0 unchanged/);
  }, 30_000);

  test('changes a tenant that runs already', async () => {
    const simulator = await startSimulator({ users: 3, groups: 1 });
    const { clientId, clientSecret } = simulator.credentials;
    const [user] = simulator.tenant.users.list();

    const { status } = await runCli([
      ...['run', clean, 'disable', '--account', user?.username ?? ''],
      ...['--target', simulator.url, '--client-id', clientId, '--client-secret', clientSecret],
    ]);
    await simulator.stop();

    expect(status).toBe(0);
    expect(simulator.tenant.users.get(user?.id ?? 0)?.active).toBe(false);
  }, 30_000);

  test('ends with 3 when the target cannot be reached', async () => {
    const stopped = await startSimulator({ users: 1, groups: 0 });
    await stopped.stop();

    const { status, stdout } = await runCli([
      ...['run', clean, 'import', 'accounts', '--target', stopped.url],
      ...['--client-id', 'a', '--client-secret', 'b'],
    ]);

    expect(status).toBe(3);
    expect(stdout).toContain(`${stopped.url}/rest/v1/users`);
    expect(stdout).not.toContain('localhost:8080');
  }, 30_000);

  test('keeps the EIC side between runs, and tells what changed since', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-'));
    const repository = join(folder, 'eic.json');
    const identities = join(folder, 'people.csv');
    const simulator = await startSimulator({ users: 4, groups: 1 });
    const [changed, gone] = simulator.tenant.users.list();
    if (changed === undefined || gone === undefined) throw new Error('the tenant has no users');
    await writeFile(identities, `username,lastname\n${changed.username},"Lee, Jr."\n`);
    const { clientId, clientSecret } = simulator.credentials;
    const args = [
      ...['run', clean, 'import', 'accounts', '--target', simulator.url, '--repository', repository],
      ...['--client-id', clientId, '--client-secret', clientSecret, '--identities', identities],
    ];

    const first = await runCli(args);
    simulator.tenant.users.update(changed.id, { title: 'Chief Tester' });
    const second = await runCli([...args, '--incremental', '--trace']);
    await simulator.stop();

    expect([first.status, second.status, first.stderr, second.stderr]).toEqual([0, 0, '', '']);
    expect(first.stdout).toMatch(/4 new.*\n {2}linked {8}1 to identities, 3 without one/);
    expect(second.stdout).toMatch(/0 new {3}1 changed {3}3 unchanged/);
    expect(second.stdout).toContain(`changed: ${changed.username}`);
    expect(second.stdout).toContain(`GET ${simulator.url}/rest/v1/users`);
    expect(second.stdout).not.toContain(clientSecret);
    expect(JSON.parse(await readFile(repository, 'utf8')).accounts).toHaveLength(4);
  }, 30_000);
});

describe('jama-sim test-connection', () => {
  test('tries every authentication against a tenant', async () => {
    const simulator = await startSimulator({ users: 1, groups: 0 });
    const { clientId } = simulator.credentials;
    const args = [
      'test-connection',
      clean,
      '--target',
      simulator.url,
      '--client-id',
      clientId,
      '--client-secret',
    ];

    const good = await runCli([...args, simulator.credentials.clientSecret]);
    const bad = await runCli([...args, 'wrong-secret']);
    await simulator.stop();
    const stopped = await runCli([...args, 'wrong-secret']);

    expect([good.status, bad.status, stopped.status]).toEqual([0, 1, 3]);
    expect(good.stdout).toMatch(/acctAuth {6}ok: GET /);
    expect(bad.stdout).toContain(`${simulator.url}/rest/oauth/token`);
    expect(bad.stdout).not.toContain('wrong-secret');
  }, 30_000);
});

describe('jama-sim pack and unpack', () => {
  test('a folder survives the way through a transport zip byte for byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-'));
    const zip = join(folder, 'package.zip');
    const back = join(folder, 'back');

    const packed = await runCli(['pack', clean, '--output', zip, '--name', 'Jama Test']);
    const unpacked = await runCli(['unpack', zip, '--output', back]);
    const again = await runCli(['pack', clean, '--output', zip]);

    expect([packed.status, unpacked.status, again.status]).toEqual([0, 0, 2]);
    expect(packed.stdout).toContain('Jama Test');
    expect(again.stderr).toMatch(/is there already/);
    const files = (await readdir(back)).sort();
    expect(files).toEqual((await readdir(clean)).filter((name) => name.endsWith('.json')).sort());
    for (const file of files) {
      expect(await readFile(join(back, file))).toEqual(await readFile(join(clean, file)));
    }
  }, 30_000);
});
