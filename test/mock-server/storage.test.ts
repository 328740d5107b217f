import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from '../../mock-server/index.js';

const newFile = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), 'jama-sim-data-')), 'tenant.json');

async function addMember(simulator: Simulator, userId: number): Promise<number> {
  const { accessToken } = await simulator.tenant.tokens.issue(simulator.credentials, 'api.service');
  const answer = await fetch(`${simulator.url}/rest/v1/usergroups/53/users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: userId }),
  });
  return answer.status;
}

describe('a tenant that is kept in a file', () => {
  test('is there again after a restart, with its credentials', async () => {
    const data = await newFile();
    const first = await startSimulator({ data });
    expect(await addMember(first, 103)).toBe(201);
    first.tenant.users.setActive(106, false);
    await first.stop();

    const second = await startSimulator({ data, users: 5 });
    const { tenant, credentials } = second;
    await second.stop();

    expect(tenant.snapshot()).toEqual(first.tenant.snapshot());
    expect(credentials).toEqual(first.credentials);
  });

  test('has a change on the disk before the change is answered', async () => {
    const data = await newFile();
    const simulator = await startSimulator({ data });
    for (const userId of [103, 106, 109]) {
      expect(await addMember(simulator, userId)).toBe(201);
      const { state } = JSON.parse(await readFile(data, 'utf8'));
      expect(new Map(state.memberships).get(53)).toContain(userId);
    }
    await simulator.stop();
  });

  test('keeps what many write at once', async () => {
    const data = await newFile();
    const simulator = await startSimulator({ data });
    const ids = simulator.tenant.users.list().map(({ id }) => id);
    const statuses = await Promise.all(ids.map((id) => addMember(simulator, id)));
    await simulator.stop();
    expect(new Set(statuses)).toEqual(new Set([201]));
    const { state } = JSON.parse(await readFile(data, 'utf8'));
    expect(new Map(state.memberships).get(53)).toEqual(ids);
  });

  test.each([
    ['not JSON', '{"format":'],
    ['another JSON', '{"users":[]}'],
    ['empty', ''],
    ['a list', '[]'],
    ['a tenant with a broken user', undefined],
  ])('is refused if the file is %s, and the file stays as it is', async (_, content) => {
    const data = await newFile();
    const text = content ?? (await brokenTenant());
    await writeFile(data, text);

    const refused = startSimulator({ data });

    await expect(refused).rejects.toMatchObject({
      code: 'data-file-unusable',
      message: expect.stringContaining(data),
      remedy: expect.stringContaining('--data'),
    });
    expect(await readFile(data, 'utf8')).toBe(text);
  });

  test('is readable whenever its process is killed while it writes', async () => {
    const data = await newFile();
    let acknowledged = 0;
    for (let round = 0; round < 12; round += 1) {
      const child = await writer(data);
      acknowledged = Math.max(acknowledged, await killAfter(child, 20 + ((round * 37) % 140)));
      const { format, state } = JSON.parse(await readFile(data, 'utf8'));
      expect(format).toBe('jama-sim tenant 1');
      expect(Number(state.users[0].phone || 0)).toBeGreaterThanOrEqual(acknowledged);
    }
    expect(acknowledged).toBeGreaterThan(0);
    const simulator = await startSimulator({ data });
    await simulator.stop();
    expect(simulator.tenant.users.list()).toHaveLength(400);
    expect((await readdir(join(data, '..'))).filter((name) => !name.startsWith('.'))).toEqual([
      'tenant.json',
    ]);
  }, 60_000);
});

async function brokenTenant(): Promise<string> {
  const data = await newFile();
  const simulator = await startSimulator({ data });
  await simulator.stop();
  const content = JSON.parse(await readFile(data, 'utf8'));
  content.state.users[3].active = 'yes';
  return JSON.stringify(content);
}

/** A process that counts in a user's phone number, and prints each number once the tenant says that it is kept. */
async function writer(data: string): Promise<ChildProcess> {
  const simulator = resolve(import.meta.dirname, '../../dist/mock-server/index.js');
  const program = `
    const { startSimulator } = await import(${JSON.stringify(`file://${simulator}`)});
    const { tenant } = await startSimulator({ data: ${JSON.stringify(data)}, users: 400 });
    let count = Number(tenant.users.get(101).phone || 0);
    console.log('ready');
    for (;;) {
      tenant.users.update(101, { phone: String(++count) });
      await tenant.saved();
      console.log(count);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  await new Promise<void>((ready, failed) => {
    child.stdout?.once('data', () => ready());
    child.once('exit', (status) => failed(new Error(`The writer ended with ${status}.`)));
  });
  return child;
}

/** Kills the writer and gives the last number that it printed. */
function killAfter(child: ChildProcess, ms: number): Promise<number> {
  return new Promise((killed) => {
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
    });
    child.removeAllListeners('exit');
    child.once('close', () => killed(Number(printed.trim().split('\n').at(-1) || 0)));
    setTimeout(() => child.kill('SIGKILL'), ms);
  });
}
