import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../mock-server/index.js';
import { runCli } from '../helpers/run-cli.js';

const clean = resolve('fixtures/packages/jama-connect');

describe('jama-sim run', () => {
  test.each([
    ['import accounts', /120 new/],
    ['import access', /links\s+\d+ added/],
    ['create', /Complete/],
    ['update', /Complete/],
    ['enable', /Complete/],
    ['disable', /Complete/],
    ['remove', /Complete/],
    ['add-access', /Complete/],
    ['remove-access', /Complete/],
  ])(
    '%s against a tenant of its own',
    async (flow, expected) => {
      const { status, stdout, stderr } = await runCli(['run', clean, ...flow.split(' ')]);

      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(expected);
    },
    30_000,
  );

  test('changes a tenant that runs already', async () => {
    const simulator = await startSimulator({ users: 3, groups: 1 });
    const { clientId, clientSecret } = simulator.credentials;
    const [user] = simulator.tenant.users.list();

    const { status } = await runCli([
      ...['run', clean, 'disable', '--identity', user?.username ?? ''],
      ...['--target', simulator.url, '--client-id', clientId, '--client-secret', clientSecret],
    ]);
    await simulator.stop();

    expect(status).toBe(0);
    expect(simulator.tenant.users.get(user?.id ?? 0)?.active).toBe(false);
  }, 30_000);

  test('ends with 3 when the target cannot be reached', async () => {
    const { status, stdout } = await runCli([
      ...['run', clean, 'import', 'accounts', '--target', 'http://127.0.0.1:1/jama'],
      ...['--client-id', 'a', '--client-secret', 'b'],
    ]);

    expect(status).toBe(3);
    expect(stdout).toMatch(/127\.0\.0\.1:1/);
  }, 30_000);
});
