import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFixture, type Simulator, startSimulator } from '../../mock-server/index.js';
import { runCli } from '../helpers/run-cli.js';
import { deviatingTenant } from '../mock-server/record/deviating-tenant.js';

const bin = resolve(import.meta.dirname, '../../bin/jama-sim.js');
const CREDENTIALS = { clientId: 'clientofcontoso', clientSecret: 'secret-of-contoso' };
const SIGN_IN = ['--client-id', CREDENTIALS.clientId, '--client-secret', CREDENTIALS.clientSecret];

// Some of these wait for two processes one after the other.
jest.setTimeout(30_000);

let simulator: Simulator;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  simulator = await startSimulator({ ...CREDENTIALS, users: 60, groups: 4 });
});
afterAll(() => simulator.stop());
afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
});

/** Starts the command line in a new folder and waits until it has printed some words. */
async function started(args: readonly string[], words: string): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'jama-sim-record-'));
  const running = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
  });
  child = running;
  return new Promise((ready, failed) => {
    let printed = '';
    running.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes(words)) ready(printed);
    });
    running.stderr.on('data', (chunk) => failed(new Error(String(chunk))));
  });
}

const exitOf = (running: ChildProcess | undefined, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((ended) => {
    running?.once('exit', (status) => ended(status));
    running?.kill(signal);
  });

describe('jama-sim record', () => {
  test('--crawl reads a tenant, writes the fixture alone, and ends', async () => {
    folder = await mkdtemp(join(tmpdir(), 'jama-sim-record-'));
    const run = await runCli(['record', '--crawl', '--target', simulator.url, ...SIGN_IN], { cwd: folder });
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('fixture.json: 60 users, 4 groups, 3 projects, 0 refusals, 0 corrections');
    expect(await readdir(folder)).toEqual(['fixture.json']);
    const fixture = await readFixture(join(folder, 'fixture.json'));
    expect(fixture.memberships.map(({ users }) => users.length)).toEqual(
      simulator.tenant.snapshot().memberships.map(([, users]) => users.length),
    );
    const text = await readFile(join(folder, 'fixture.json'), 'utf8');
    const people = simulator.tenant.users.list().flatMap(({ username, email }) => [username, email]);
    expect([...people, ...Object.values(CREDENTIALS)].filter((one) => text.includes(one))).toEqual([]);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 0],
  ] as const)('%s writes what has passed and ends with %d', async (signal, status) => {
    const printed = await started(['record', '--target', simulator.url, '--port', '0'], 'Ctrl-C');
    const url = /Point the client at (\S+)/.exec(printed)?.[1] ?? '';
    const refused = await fetch(`${url}/rest/v1/users`);
    await refused.text();
    expect(await exitOf(child, signal)).toBe(status);
    const { users, errors, overrides } = await readFixture(join(folder, 'fixture.json'));
    expect([refused.status, users, errors.length]).toEqual([401, [], 1]);
    expect(overrides.messages).toEqual({
      'no-credentials': { status: 401, message: '', source: 'a recorded tenant' },
    });
  });

  test('writes nothing when nothing has passed', async () => {
    await started(['record', '--target', simulator.url, '--port', '0'], 'Ctrl-C');
    expect(await exitOf(child, 'SIGINT')).toBe(130);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    [
      ['--target', 'http://127.0.0.1:1', ...SIGN_IN, '--crawl'],
      3,
      /127\.0\.0\.1:1 cannot be reached.*\[target-unreachable\]/,
    ],
    [['--target', 'http://127.0.0.1:1'], 3, /cannot be reached/],
    [['--target', 'nowhere'], 2, /\[target-invalid\]/],
    [['--target', 'http://127.0.0.1:1', '--crawl'], 2, /\[credentials-missing\]/],
    [
      ['--target', 'http://127.0.0.1:1', '--client-id', 'x'],
      2,
      /--client-id is given alone|\[credentials-missing\]/,
    ],
    [['--target', 'http://127.0.0.1:1', '--output', '/no/such/folder/x.json'], 2, /\[output-unwritable\]/],
    [[], 2, /--target/],
  ])('%j ends with %d', async (args, status, words) => {
    const run = await runCli(['record', ...args]);
    expect(run.status).toBe(status);
    expect(run.stderr).toMatch(words);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  test('trusts the authority that NODE_EXTRA_CA_CERTS names, and says so where it is not', async () => {
    const secure = await startSimulator({ ...CREDENTIALS, users: 3, groups: 1, tls: true });
    folder = await mkdtemp(join(tmpdir(), 'jama-sim-record-'));
    const authority = join(folder, 'authority.pem');
    await writeFile(authority, secure.certificate ?? '');
    const args = [
      'record',
      '--crawl',
      '--target',
      secure.url,
      ...SIGN_IN,
      '--output',
      join(folder, 'f.json'),
    ];
    const distrusted = await runCli(args);
    expect(distrusted.status).toBe(3);
    expect(distrusted.stderr).toContain('NODE_EXTRA_CA_CERTS');
    process.env.NODE_EXTRA_CA_CERTS = authority;
    const trusted = await runCli(args);
    delete process.env.NODE_EXTRA_CA_CERTS;
    await secure.stop();
    expect([trusted.status, trusted.stderr]).toEqual([0, '']);
  });
});

describe('jama-sim start --fixture', () => {
  test('plays a recorded tenant with the fields that the simulator does not have', async () => {
    const source = await deviatingTenant({
      ...CREDENTIALS,
      users: 9,
      groups: 2,
      more: () => ({ location: null, employee: { boss: 'Zyx Wvut', since: 2020 } }),
    });
    folder = await mkdtemp(join(tmpdir(), 'jama-sim-record-'));
    const file = join(folder, 'fixture.json');
    await runCli(['record', '--crawl', '--target', source.url, ...SIGN_IN, '--output', file]);
    await source.close();
    const printed = await started(['start', '--port', '0', '--fixture', file, ...SIGN_IN], 'Ctrl-C');
    expect(printed).toContain(`9 users, 2 groups, 3 projects   recorded in ${file}`);
    const url = /base URL +(\S+)/.exec(printed)?.[1] ?? '';
    const token = await fetch(`${url}/rest/oauth/token?grant_type=client_credentials`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${CREDENTIALS.clientId}:${CREDENTIALS.clientSecret}`).toString('base64')}`,
      },
    });
    const { access_token: bearer } = (await token.json()) as { access_token: string };
    const current = await fetch(`${url}/rest/v1/users/current`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const { data } = (await current.json()) as { data: Record<string, unknown> };
    const { users, owner } = await readFixture(file);
    expect(data).toEqual(users.find(({ id }) => id === owner));
    expect(data).toMatchObject({
      location: null,
      employee: { boss: expect.stringMatching(/^\w{3} \w{4}$/) },
    });
  });

  test('a fixture that cannot be used is an error with its place', async () => {
    folder = await mkdtemp(join(tmpdir(), 'jama-sim-record-'));
    const file = join(folder, 'fixture.json');
    await writeFile(file, '{\n  "format": "another"\n}');
    const run = await runCli(['start', '--port', '0', '--fixture', file]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`${file}:2:13  /format`);
  });
});
