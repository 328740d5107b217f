import { resolve } from 'node:path';
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
    expect(stdout).toMatch(new RegExp(`${stopped.port}`));
  }, 30_000);
});
