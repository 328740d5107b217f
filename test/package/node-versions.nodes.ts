import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const run = promisify(execFile);
const bin = resolve('bin/jama-sim.js');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jama-sim-nodes-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Installs a Node.js of npm; the package for one platform has no install script. */
async function install(version: number): Promise<string> {
  const name = `node-${process.platform.replace('win32', 'win')}-${process.arch}`;
  const prefix = join(folder, String(version));
  await run('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', `${name}@${version}`]);
  return join(prefix, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Starts a simulator, and ends it after the first page of its users: what it printed, the page, and its exit status. */
async function startedOn(node: string): Promise<{ status: number | null; page: unknown }> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const server = spawn(
    node,
    [bin, 'start', '-p', '0', '--client-id', 'someone', '--client-secret', 'something'],
    { env },
  );
  const url = await new Promise<string>((ready, failed) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /base URL +(\S+)\n/.exec(text)?.[1];
      if (found !== undefined) ready(found);
    };
    server.stdout.on('data', take);
    server.stderr.on('data', take);
    server.once('exit', () => failed(new Error(text)));
  });
  const signIn = await fetch(`${url}/rest/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('someone:something')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token } = (await signIn.json()) as { access_token: string };
  const users = await fetch(`${url}/rest/v1/users?includeInactive=true`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  const page = await users.json();
  const status = await new Promise<number | null>((ended) => {
    server.once('exit', ended);
    server.kill('SIGTERM');
  });
  return { status, page };
}

describe.each([20, 22, 24, 26])('on Node.js %d', (version) => {
  let node = '';
  const cli = (...args: string[]) =>
    run(node, [bin, ...args], { env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' } });

  beforeAll(async () => {
    node = await install(version);
    expect((await run(node, ['--version'])).stdout).toMatch(new RegExp(`^v${version}\\.`));
  }, 180_000);

  test('check holds the package that is shipped', async () => {
    const { stdout, stderr } = await cli('check', 'fixtures/packages/jama-connect');
    expect(stdout).toMatch(/(\d+) of \1 scenarios passed/);
    expect(stderr).toBe('');
  });

  test('start serves a tenant until it is told to stop', async () => {
    const { status, page } = await startedOn(node);
    expect(page).toMatchObject({ meta: { pageInfo: { totalResults: 120 } } });
    expect(status).toBe(0);
  });

  test('exec hands the tenant to a command', async () => {
    const { stdout, stderr } = await cli(
      'exec',
      '--',
      node,
      '-p',
      'process.version + process.env.JAMA_BASE_URL',
    );
    expect(stdout).toMatch(new RegExp(`^v${version}\\..*http://127\\.0\\.0\\.1:\\d+/jama\\n$`));
    expect(stderr).toBe('');
  });
});
