import {
  appendFile,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator, type TenantState } from '../../mock-server/index.js';
import { crashingTenant } from '../helpers/crashing-tenant.js';

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

  test('belongs to one simulator at a time', async () => {
    const data = await newFile();
    const first = await startSimulator({ data });
    await expect(startSimulator({ data })).rejects.toMatchObject({
      code: 'data-file-in-use',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await first.stop();

    const parent = `${process.ppid} ${hostname()}`;
    await writeFile(`${data}.lock`, parent);
    await expect(startSimulator({ data })).rejects.toMatchObject({ code: 'data-file-in-use' });
    expect(await readFile(`${data}.lock`, 'utf8')).toBe(parent);
  });

  test.each([
    ['a process that was killed', `4194305 ${hostname()}`],
    ['another machine, or container', `1 elsewhere`],
    ['nobody', ''],
  ])('is taken over from %s', async (_owner, lock) => {
    const data = await newFile();
    await (await startSimulator({ data })).stop();
    await writeFile(`${data}.lock`, lock);
    await (await startSimulator({ data })).stop();
    await expect(readFile(`${data}.lock`, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('has a change on the disk before the change is answered', async () => {
    const data = await newFile();
    const simulator = await startSimulator({ data });
    for (const userId of [103, 106, 109]) {
      expect(await addMember(simulator, userId)).toBe(201);
      const { memberships } = await onDisk(data);
      expect(new Map(memberships).get(53)).toContain(userId);
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

  test('comes back from snapshot and journal with changes of every kind', async () => {
    const data = await newFile();
    const simulator = await startSimulator({ data, profile: 'self-hosted' });
    const { tenant } = simulator;
    const user = tenant.users.create({
      username: 'new',
      firstName: 'あ',
      lastName: 'N',
      email: 'n@example.com',
      licenseType: 'NAMED',
      password: 'secret word',
    });
    tenant.users.update(103, { phone: '1' });
    tenant.users.setActive(106, false);
    tenant.users.setPassword(103, 'another word');
    const kept = tenant.usergroups.create({ name: 'kept' });
    const gone = tenant.usergroups.create({ name: 'gone' });
    tenant.usergroups.update(kept.id, { description: 'changed' });
    tenant.usergroups.addMember(kept.id, user.id);
    tenant.usergroups.addMember(kept.id, 103);
    tenant.usergroups.removeMember(kept.id, 103);
    tenant.usergroups.delete(gone.id);
    await tenant.saved();

    expect(await onDisk(data)).toEqual(tenant.snapshot());
    expect((await readFile(`${data}.journal`, 'utf8')).split('\n')).toHaveLength(3);
    await simulator.stop();
  });

  test('keeps a reset and a restored snapshot', async () => {
    const data = await newFile();
    const simulator = await startSimulator({ data });
    const { tenant } = simulator;
    const seed = tenant.snapshot();
    tenant.users.update(103, { phone: '1' });
    const changed = tenant.snapshot();
    tenant.reset();
    tenant.users.update(106, { phone: '2' });
    await tenant.saved();
    expect((await onDisk(data)).users).toEqual(tenant.users.list());
    tenant.restore(changed);
    await tenant.saved();
    expect(await onDisk(data)).toEqual(changed);
    tenant.restore(seed);
    await simulator.stop();
    expect(await onDisk(data)).toEqual(seed);
  });

  test('is one file again after a stop in good order', async () => {
    const data = await newFile();
    const simulator = await startSimulator({ data });
    simulator.tenant.users.update(103, { phone: '1' });
    await simulator.stop();
    expect(await readdir(join(data, '..'))).toEqual(['tenant.json']);
  });

  test('folds its journal into the snapshot before it is much longer than the snapshot', async () => {
    const data = await newFile();
    const simulator = await startSimulator({ data, users: 5 });
    const { tenant } = simulator;
    let longest = 0;
    for (let n = 0; n < 40; n += 1) {
      tenant.users.update(103, { location: `${n} ${'x'.repeat(60_000)}` });
      await tenant.saved();
      longest = Math.max(longest, (await stat(`${data}.journal`)).size);
    }
    expect(longest).toBeGreaterThan(1_000_000);
    expect(longest).toBeLessThan(1_300_000);
    expect(await onDisk(data)).toEqual(tenant.snapshot());
    await simulator.stop();
  });

  test('tries a change again that could not be written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-data-'));
    const data = join(folder, 'tenant.json');
    const simulator = await startSimulator({ data });
    const { tenant } = simulator;
    await rm(folder, { recursive: true });
    tenant.reset();
    tenant.users.update(103, { phone: '1' });
    await expect(tenant.saved()).rejects.toThrow('ENOENT');
    await expect(simulator.stop()).rejects.toThrow('ENOENT');
  });
});

describe('the journal of a process that ended without warning', () => {
  test.each([
    ['one byte', 1],
    ['half a line', 40],
    ['all but one byte of a line', 0],
  ])('may lack %s at its end, which was never acknowledged', async (_, missing) => {
    const { data, states } = await killedTenant();
    const { size } = await stat(`${data}.journal`);
    const lines = (await readFile(`${data}.journal`, 'utf8')).split('\n');
    const last = lines.at(-2)?.length ?? 0;
    await truncate(`${data}.journal`, size - (missing === 0 ? last : missing));
    expect(await onDisk(data)).toEqual(states.at(-2));

    const simulator = await startSimulator({ data });
    simulator.tenant.users.update(103, { phone: 'later' });
    await simulator.tenant.saved();
    expect((await onDisk(data)).users).toEqual(simulator.tenant.users.list());
    await simulator.stop();
  });

  test('may end in blocks of zeros', async () => {
    const { data, states } = await killedTenant();
    await appendFile(`${data}.journal`, `${'\0'.repeat(512)}\n`);
    expect(await onDisk(data)).toEqual(states.at(-1));
  });

  test.each<[string, (lines: string[]) => void, RegExp]>([
    [
      'a line was changed',
      (lines) => lines.splice(2, 1, lines[2]?.replace('"1"', '"7"') ?? ''),
      /line 3: .*checksum/,
    ],
    ['a line was lost', (lines) => lines.splice(2, 1), /line 3: changes 3 to 3 are missing/],
    ['a line comes twice', (lines) => lines.splice(2, 0, lines[2] ?? ''), /line 4: change 3 comes twice/],
    ['lines were swapped', (lines) => lines.splice(1, 2, lines[2] ?? '', lines[1] ?? ''), /line 2/],
    ['the first line was lost', (lines) => lines.splice(0, 1), /line 1: its format/],
    ['it is no journal', (lines) => lines.splice(0, lines.length, 'hello', ''), /line 1: its checksum/],
  ])('is refused if %s, and both files stay as they are', async (_, change, message) => {
    const { data } = await killedTenant();
    const lines = (await readFile(`${data}.journal`, 'utf8')).split('\n');
    change(lines);
    const text = lines.join('\n');
    await writeFile(`${data}.journal`, text);
    const snapshot = await readFile(data, 'utf8');

    await expect(startSimulator({ data })).rejects.toMatchObject({
      code: 'data-journal-unusable',
      message: expect.stringMatching(message),
      remedy: expect.stringContaining('move the journal away'),
    });
    expect(await readFile(`${data}.journal`, 'utf8')).toBe(text);
    expect(await readFile(data, 'utf8')).toBe(snapshot);
  });

  test('is refused beside the file of another tenant, and without its file', async () => {
    const { data } = await killedTenant();
    const other = await newFile();
    await (await startSimulator({ data: other })).stop();
    await copyFile(`${data}.journal`, `${other}.journal`);
    const refusal = { code: 'data-journal-unusable', message: expect.stringContaining('another data file') };
    await expect(startSimulator({ data: other })).rejects.toMatchObject(refusal);
    await rm(other);
    await expect(startSimulator({ data: other })).rejects.toMatchObject(refusal);
  });
});

describe('a process that is killed under load', () => {
  test('loses nothing that was acknowledged', async () => {
    const tenant = crashingTenant(await newFile());
    for (const count of [1, 8, 30]) await tenant.round({ after: 'changes', count });
    await tenant.end();
    expect(tenant.acknowledged).toBeGreaterThanOrEqual(39);
  }, 30_000);
});

/** What another process would find: both files are copied, so that nothing is folded here. */
async function onDisk(data: string): Promise<TenantState> {
  const copy = await newFile();
  await copyFile(data, copy);
  await copyFile(`${data}.journal`, `${copy}.journal`).catch(() => undefined);
  const simulator = await startSimulator({ data: copy });
  await simulator.stop();
  return simulator.tenant.snapshot();
}

/** Files as a killed process leaves them: a snapshot, a journal of three batches, and the states after each of them. */
async function killedTenant(): Promise<{ data: string; states: TenantState[] }> {
  const data = await newFile();
  const running = await startSimulator({ data });
  const { tenant } = running;
  const states = [tenant.snapshot()];
  for (const phone of ['0', '1', '2']) {
    tenant.users.update(103, { phone });
    await tenant.saved();
    states.push(tenant.snapshot());
  }
  const copy = await newFile();
  await copyFile(data, copy);
  await copyFile(`${data}.journal`, `${copy}.journal`);
  await running.stop();
  return { data: copy, states };
}

async function brokenTenant(): Promise<string> {
  const data = await newFile();
  const simulator = await startSimulator({ data });
  await simulator.stop();
  const content = JSON.parse(await readFile(data, 'utf8'));
  content.state.users[3].active = 'yes';
  return JSON.stringify(content);
}
