import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { OverviewRow } from '../../workbench/index.js';
import { runCli } from '../helpers/run-cli.js';

const bin = resolve(import.meta.dirname, '../../bin/jama-sim.js');
const running: ChildProcess[] = [];
/** Everything that the last class wrote to its outputs. */
let written = '';

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Member {
  readonly name: string;
  readonly url: string;
  readonly clientId: string;
  readonly secret: string;
  readonly console: string;
  readonly token: string;
}

interface ClassUnderTest {
  readonly child: ChildProcess;
  readonly printed: string;
  /** Where this machine reaches it. */
  readonly origin: string;
  readonly overview: string;
  readonly trainerToken: string;
  readonly members: readonly Member[];
}

/** Starts a class and reads what it prints. */
async function started(args: readonly string[]): Promise<ClassUnderTest> {
  const child = spawn(process.execPath, [bin, 'class', '-p', '0', '--users', '30', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
  });
  running.push(child);
  const printed = await new Promise<string>((ready, failed) => {
    written = '';
    for (const output of [child.stdout, child.stderr])
      output.on('data', (chunk) => {
        written += chunk;
        if (written.includes('Ctrl-C')) ready(written);
      });
    child.once('exit', () => failed(new Error(written)));
  });
  const [, overview = '', trainerToken = ''] = /overview +(\S+token=(\S+))/.exec(printed) ?? [];
  const members = [...printed.matchAll(/^ {2}(\S+) +(http\S+) +(\S+) +(\S+) +(http\S+token=(\S+))$/gm)].map(
    ([, name = '', url = '', clientId = '', secret = '', console = '', token = '']) => ({
      ...{ name, url, clientId, secret, console, token },
    }),
  );
  const { port } = new URL(overview);
  return { child, printed, overview, trainerToken, members, origin: `http://127.0.0.1:${port}` };
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((done) => {
    child.once('exit', (status) => done(status));
    child.kill(signal);
  });

/** Asks a class as somebody with a token does. */
async function ask(url: string, token: string, method = 'GET', body?: unknown) {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** The status with which a tenant answers a request for a token. */
async function signIn({ url, clientId, secret }: Member, origin: string): Promise<number> {
  const answer = await fetch(`${origin}${new URL(url).pathname}/rest/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return answer.status;
}

describe('jama-sim class', () => {
  test('gives each trainee a tenant, credentials and a link of their own', async () => {
    const { members, printed, origin, overview } = await started(['--trainees', '3']);
    expect(printed).toMatch(/class of 3 ready in \d+ ms/);
    expect(members.map(({ name }) => name)).toEqual(['trainee-01', 'trainee-02', 'trainee-03']);
    expect(overview).toMatch(/^http:\/\/localhost:\d+\/__console\/#\/class\?token=[a-z0-9]{32}$/);
    for (const member of members) {
      expect(member.console).toContain(`/__console/#/live/${member.name}?token=`);
      expect(await signIn(member, origin)).toBe(200);
    }
    const [first, second] = members as [Member, Member];
    expect(await signIn({ ...first, url: second.url }, origin)).toBe(401);
    for (const key of ['clientId', 'secret', 'token'] as const)
      expect(new Set(members.map((member) => member[key])).size).toBe(3);
  });

  test('a trainee’s token opens their tenant, and nothing else', async () => {
    const { members, origin, trainerToken } = await started(['--trainees', 'alice,bob', '--host', '0.0.0.0']);
    const [alice, bob] = members as [Member, Member];
    const statusOf = async (path: string, token: string, method = 'GET', body?: unknown) =>
      (await ask(`${origin}${path}`, token, method, body)).status;
    for (const path of ['/__admin/tenants', '/__workbench/tenants']) {
      const [own, other] = [`${path}/alice`, `${path}/bob`];
      expect(await statusOf(own, alice.token)).toBe(200);
      expect(await statusOf(other, alice.token)).toBe(403);
      expect(await statusOf(`${other}/reset`, alice.token, 'POST')).toBe(403);
      expect(await statusOf(other, bob.token)).toBe(200);
      expect(await statusOf(other, trainerToken)).toBe(200);
      expect(await statusOf(own, 'no-token-of-anybody')).toBe(401);
    }
    expect(await statusOf('/__admin/tenants', alice.token, 'POST', { name: 'eve' })).toBe(403);
    expect(await statusOf('/__workbench/overview', alice.token)).toBe(403);
    expect(await statusOf('/__workbench/overview/anew', alice.token, 'POST', { tenants: ['alice'] })).toBe(
      403,
    );
    expect(await statusOf('/__workbench/packages', alice.token)).toBe(200);
    expect((await ask(`${origin}/__admin/tenants`, alice.token)).body).toMatchObject([{ name: 'alice' }]);
  });

  test('a package that a trainee brings or edits is theirs alone', async () => {
    const { members, origin, trainerToken } = await started(['--trainees', 'alice,bob']);
    const [alice, bob] = members as [Member, Member];
    const at = `${origin}/__workbench`;
    const text = await readFile(
      resolve(import.meta.dirname, '../../fixtures/packages/jama-connect/CreateAccountJSON.json'),
    );
    const files = [{ name: 'CreateAccountJSON.json', content: text.toString('base64') }];
    const brought = await ask(`${at}/packages`, alice.token, 'POST', { name: 'of alice', files });
    const { id } = brought.body;
    expect(brought.status).toBe(201);
    const idsFor = async ({ name, token }: Member) =>
      (await ask(`${at}/packages?tenant=${name}`, token)).body.map((one: { id: string }) => one.id);
    expect(await idsFor(alice)).toContain(id);
    expect(await idsFor(bob)).not.toContain(id);
    expect((await ask(`${at}/packages?tenant=alice`, bob.token)).status).toBe(403);
    const choose = (member: Member) =>
      ask(`${at}/tenants/${member.name}/package`, member.token, 'PUT', { id });
    expect((await ask(`${at}/packages/${id}`, bob.token)).body).toMatchObject({ code: 'package-unknown' });
    expect((await choose(bob)).status).toBe(404);
    expect((await choose(alice)).body).toMatchObject({ package: { id } });
    expect((await ask(`${at}/packages/${id}`, trainerToken)).status).toBe(200);

    await ask(`${at}/overview/anew`, trainerToken, 'POST', { tenants: ['alice'] });
    expect(await idsFor(alice)).not.toContain(id);
    expect((await ask(`${at}/tenants/bob/lessons`, alice.token)).status).toBe(403);
  });

  test('the overview tells where everybody is, and opens no bench for it', async () => {
    const { origin, trainerToken, members } = await started(['--trainees', 'alice,bob,carla']);
    const overview = async () =>
      (await ask(`${origin}/__workbench/overview`, trainerToken)).body as OverviewRow[];
    expect(await overview()).toEqual(
      ['alice', 'bob', 'carla'].map((tenant) => ({
        ...{ tenant, calls: 0, last: null, idleMs: null },
        ...{ package: null, run: null, agreement: null, progress: null },
      })),
    );
    const [alice] = members as [Member];
    await fetch(`${origin}/bob/rest/v1/users`);
    const runs = `${origin}/__workbench/tenants/alice/runs`;
    await ask(runs, alice.token, 'POST', { flow: 'import access', mode: 'whole' });
    for (let tries = 0; tries < 100 && (await overview())[0]?.run?.status !== 'ok'; tries += 1)
      await new Promise((soon) => setTimeout(soon, 50));
    const [first, second, third] = await overview();
    expect(first).toMatchObject({
      run: { flow: 'import access', status: 'ok' },
      agreement: { different: 0, onlyTenant: 0, onlyEic: 0 },
      package: { id: 'jama-connect' },
      last: { status: 200 },
    });
    expect(second).toMatchObject({
      calls: 1,
      last: { status: 401, path: '/rest/v1/users' },
      agreement: null,
    });
    expect(second?.idleMs).toBeGreaterThanOrEqual(0);
    expect(third).toMatchObject({ calls: 0, package: null });
  });

  test('a reset takes one trainee back to the beginning, or all; credentials and links stay', async () => {
    const { origin, trainerToken, members } = await started(['--trainees', 'alice,bob']);
    const [alice, bob] = members as [Member, Member];
    const made = (member: Member) => ask(`${origin}/__workbench/tenants/${member.name}`, member.token);
    const create = async (member: Member) => {
      const url = `${origin}/__workbench/tenants/${member.name}`;
      await ask(`${url}/runs`, member.token, 'POST', {
        flow: 'create',
        mode: 'whole',
        identity: 'nadia.berg',
      });
      for (let tries = 0; tries < 100 && (await made(member)).body.runs.at(-1)?.endedAt === null; tries += 1)
        await new Promise((soon) => setTimeout(soon, 50));
    };
    const usersOf = async (member: Member): Promise<number> =>
      (await ask(`${origin}/__admin/tenants/${member.name}`, member.token)).body.users;
    const anew = (tenants: readonly string[]) =>
      ask(`${origin}/__workbench/overview/anew`, trainerToken, 'POST', { tenants });

    await create(alice);
    await create(bob);
    expect([await usersOf(alice), await usersOf(bob)]).toEqual([31, 31]);
    expect((await anew(['alice'])).status).toBe(200);
    expect([await usersOf(alice), await usersOf(bob)]).toEqual([30, 31]);
    expect((await made(alice)).body).toMatchObject({ runs: [], package: { id: 'jama-connect' } });
    expect((await made(bob)).body.runs).toHaveLength(1);
    expect(await signIn(alice, origin)).toBe(200);

    expect((await anew(['bob', 'nobody'])).body).toMatchObject({ code: 'tenant-unknown' });
    expect(await usersOf(bob)).toBe(31);
    const { body } = await anew(['alice', 'bob']);
    expect(body).toMatchObject([
      { tenant: 'alice', calls: 0, run: null },
      { tenant: 'bob', calls: 0, run: null },
    ]);
  });

  test('with --data a class survives a restart: tenants, credentials and links', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'jama-sim-class-')), 'kept');
    const args = ['--trainees', 'alice,bob', '--data', folder];
    const before = await started(args);
    const [alice] = before.members as [Member];
    await ask(`${before.origin}/__workbench/tenants/alice/runs`, alice.token, 'POST', {
      flow: 'create',
      mode: 'whole',
      identity: 'nadia.berg',
    });
    const users = async (at: ClassUnderTest) =>
      (await ask(`${at.origin}/__admin/tenants/alice`, alice.token)).body.users;
    for (let tries = 0; tries < 100 && (await users(before)) === 30; tries += 1)
      await new Promise((soon) => setTimeout(soon, 50));
    expect(await ended(before.child, 'SIGTERM')).toBe(0);

    const after = await started(args);
    const withoutPort = (members: readonly Member[]) => JSON.stringify(members).replaceAll(/:\d+\//g, '/');
    expect(withoutPort(after.members)).toBe(withoutPort(before.members));
    expect(after.trainerToken).toBe(before.trainerToken);
    expect(await users(after)).toBe(31);
    expect((await stat(join(folder, 'class.key'))).mode & 0o077).toBe(0);
    expect(await ended(after.child, 'SIGINT')).toBe(130);
  });

  test('hand-outs repeat by the seed on this machine only, and by the admin token anywhere', async () => {
    const secretsOf = async (args: readonly string[]) => {
      const { members, trainerToken, child } = await started(['--trainees', '1', ...args]);
      await ended(child, 'SIGTERM');
      const [{ clientId, secret, token } = {} as Member] = members;
      return [clientId, secret, token, trainerToken].join(' ');
    };
    const local = await secretsOf(['--seed', '7']);
    expect(await secretsOf(['--seed', '7'])).toBe(local);
    expect(await secretsOf([])).not.toBe(await secretsOf([]));
    const network = ['--seed', '7', '--host', '0.0.0.0'];
    expect(await secretsOf(network)).not.toBe(await secretsOf(network));
    const given = ['--host', '0.0.0.0', '--admin-token', 'correct horse battery'];
    expect(await secretsOf(given)).toBe(await secretsOf(given));
  }, 60_000);

  test('writes hand-outs that hold nothing of the trainer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-class-'));
    for (const form of ['html', 'md', 'csv', 'json']) {
      const file = join(folder, `class.${form}`);
      const { members, trainerToken, child } = await started(['--trainees', 'alice,bob', '--handout', file]);
      const text = await readFile(file, 'utf8');
      for (const { name, url, clientId, secret, console } of members)
        for (const part of [name, url, clientId, secret, console]) expect(text).toContain(part);
      expect(text).not.toContain(trainerToken);
      expect((await stat(file)).mode & 0o077).toBe(0);
      await ended(child, 'SIGTERM');
    }
  }, 60_000);

  test('names the address that trainees use: that of the network, or the one that is given', async () => {
    const { printed, members } = await started(['--trainees', '1', '--host', '0.0.0.0']);
    expect(printed).toMatch(/address +(\d+\.\d+\.\d+\.\d+ is this machine on \w+|no network was found)/);
    expect(members[0]?.url).not.toContain('0.0.0.0');
    const given = await started(['--trainees', '1', '--public-url', 'https://class.example']);
    expect(given.members[0]).toMatchObject({
      url: 'https://class.example/trainee-01',
      console: expect.stringMatching(/^https:\/\/class\.example\/__console\/#/),
    });
  });

  test('logs no token, whatever it logs', async () => {
    const { members, trainerToken, origin, child } = await started([
      ...['--trainees', 'alice', '--log-level', 'debug'],
    ]);
    const [alice] = members as [Member];
    await ask(`${origin}/__admin/tenants/alice/users`, alice.token);
    await ask(`${origin}/__admin/tenants/other`, alice.token);
    await ask(`${origin}/alice/rest/v1/users`, alice.token);
    await ask(`${origin}/__workbench/overview`, trainerToken);
    await ended(child, 'SIGTERM');
    const logged = written.slice(written.indexOf('Ctrl-C'));
    expect(logged).toContain('/rest/v1/users');
    expect(logged).not.toContain(alice.token);
    expect(logged).not.toContain(trainerToken);
  });

  test.each([
    [[], /--trainees/],
    [['--trainees', '0'], /number from 1 to 200/],
    [['--trainees', 'alice,Alice'], /"Alice" is there twice/],
    [['--trainees', 'Anna Müller'], /anna\.mueller/],
    [['--trainees', 'jama'], /"jama" is the trainer's own tenant/],
    [['--trainees', '2', '--handout', 'class.pdf'], /\.html \(slips to be printed\)/],
    [['--trainees', '2', '--handout', '/nowhere/class.md'], /\/nowhere\/class\.md cannot be written/],
    [['--trainees', '2', '--public-url', 'class.example/path'], /scheme, host and port/],
    [['--trainees', '2', '--admin-token', 'short'], /less than 8 characters/],
    [['--trainees', '2', '--data', '/dev/null/nowhere'], /class\.key.*cannot be used/],
  ])('%j is refused', async (args, message) => {
    const { status, stderr } = await runCli(['class', '-p', '0', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
    expect(status).toBe(2);
  });
});
