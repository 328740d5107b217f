import { spawn } from 'node:child_process';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from '../../mock-server/index.js';
import { runCli } from '../helpers/run-cli.js';

const credentials = { clientId: 'client', clientSecret: 'hidden-secret' };
const bin = resolve('bin/jama-sim.js');
let simulator: Simulator;

beforeAll(async () => {
  const overrides = { messages: { 'path-unknown': { message: 'No such place: {path}' } } };
  simulator = await startSimulator({ users: 60, ...credentials, overrides });
});
afterAll(() => simulator.stop());

function verify(...flags: string[]) {
  const { clientId, clientSecret } = credentials;
  const target = ['--target', simulator.url, '--client-id', clientId, '--client-secret', clientSecret];
  return runCli(['verify', ...target, ...flags]);
}

describe('jama-sim verify', () => {
  test('shows what was asked, what came and what was expected, and ends with 1', async () => {
    const { status, stdout } = await verify();

    expect(status).toBe(1);
    expect(stdout).toContain(
      'contradicted   path-unknown   inferred\n   ledger    A path that is no resource',
    );
    expect(stdout).toContain('GET /rest/v1/no-such-resource  -> 404');
    expect(stdout).toContain('came      404 "No such place: /rest/v1/no-such-resource"');
    expect(stdout).toMatch(/^ {2}all +\d+ +1 +\d+$/m);
    expect(stdout).not.toContain('hidden-secret');
  });

  test('writes overrides with which nothing is contradicted any more', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'jama-sim-verify-')), 'tenant.json');

    const first = await verify('--write-overrides', file);
    const second = await verify('--overrides', file);
    const started = await runCli([
      'exec',
      '--overrides',
      file,
      '--',
      process.execPath,
      bin,
      'verify',
      '--overrides',
      file,
    ]);

    expect(first.status).toBe(1);
    expect(JSON.parse(await readFile(file, 'utf8')).messages['path-unknown'].message).toBe(
      'No such place: {path}',
    );
    expect({ status: second.status, error: second.stderr }).toEqual({ status: 0, error: '' });
    expect({ status: started.status, error: started.stderr }).toEqual({ status: 0, error: '' });
  }, 30_000);

  test('says beforehand what it will write, and takes it away again when it is broken off', async () => {
    const groups = simulator.tenant.usergroups.list().length;
    const { clientId, clientSecret } = credentials;
    const env = {
      ...process.env,
      NO_COLOR: '1',
      JAMA_BASE_URL: simulator.url,
      JAMA_CLIENT_ID: clientId,
      JAMA_CLIENT_SECRET: clientSecret,
    };
    const child = spawn(process.execPath, [bin, 'verify', '--allow-writes'], { env });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    const stop = simulator.tenant.traffic.subscribe(({ method, path }) => {
      if (method === 'POST' && path === '/rest/v1/usergroups') child.kill('SIGINT');
    });
    const status = await new Promise((ended) => child.once('exit', ended));
    stop();

    expect(status).toBe(130);
    expect(stderr).toContain('it creates two users and a few user groups whose names begin with');
    expect(simulator.tenant.usergroups.list()).toHaveLength(groups);
    const own = simulator.tenant.users
      .list()
      .filter(({ username }) => username.startsWith('jama-sim-verify-'));
    expect(own.filter(({ active }) => active)).toEqual([]);
  }, 30_000);

  test.each([
    ['credentials-refused', 2, ['--client-secret', 'wrong-secret']],
    ['target-unreachable', 3, ['--target', 'http://127.0.0.1:9']],
    ['target-invalid', 2, ['--target', 'nowhere']],
    ['output-unwritable', 2, ['--write-overrides', '/no/such/folder/file']],
  ])('%s ends with %i', async (code, expected, flags) => {
    const { status, stderr, stdout } = await verify(...flags);

    expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
    expect(stderr).toContain(`[${code}]`);
  });

  test('writes the report of machines to a file', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'jama-sim-verify-')), 'report.json');

    const { status, stdout } = await verify('--reporter', 'json', '--output', file);

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect((await stat(file)).size).toBeGreaterThan(1000);
    expect(JSON.parse(await readFile(file, 'utf8')).summary).toMatchObject({
      verdict: 'contradicted',
      contradicted: 1,
    });
  });
});
