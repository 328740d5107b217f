import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../mock-server/index.js';
import { runCli } from '../helpers/run-cli.js';

const bin = resolve(import.meta.dirname, '../../bin/jama-sim.js');
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
});

/** Starts the command line and waits until it has printed how to reach the tenant. */
async function started(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const running = spawn(process.execPath, [bin, 'start', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', ...env },
  });
  child = running;
  return new Promise((ready, failed) => {
    let printed = '';
    running.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Ctrl-C')) ready(printed);
    });
    running.stderr.on('data', (chunk) => failed(new Error(String(chunk))));
  });
}

const exitOf = (running: ChildProcess | undefined, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((ended) => {
    running?.once('exit', (status) => ended(status));
    running?.kill(signal);
  });

describe('jama-sim start', () => {
  test('prints the address, the credentials and curl lines that work when they are pasted', async () => {
    const printed = await started(['--port', '0', '--client-secret', "it's secret"]);
    const [, token, variable, users] =
      /^ {2}(curl -u .*)$\n\n^ {2}(TOKEN=.*)$\n^ {2}(curl -H .*)$/m.exec(printed) ?? [];
    const shell = async (line: string) => (await promisify(execFile)('sh', ['-c', line])).stdout;

    expect(printed).toMatch(/base URL +http:\/\/localhost:\d+\/jama\n/);
    expect(printed).toContain('120 users, 12 groups, 3 projects   seed 1');
    expect(JSON.parse(await shell(`${token} 2>/dev/null`))).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
    });
    expect(JSON.parse(await shell(`${variable}\n${users} 2>/dev/null`))).toMatchObject({
      meta: { pageInfo: { resultCount: 50 } },
    });
  });

  test('takes size, seed, profile and life of tokens', async () => {
    const printed = await started([
      '--port',
      '0',
      '--users',
      '30',
      '--groups',
      '4',
      '--projects',
      '1',
      '--seed',
      '7',
      '--profile',
      'self-hosted',
      '--token-ttl',
      '9',
    ]);
    expect(printed).toContain('30 users, 4 groups, 1 projects   seed 7');
    expect(printed).toContain('lives 9 s       profile  self-hosted with Basic');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 0],
  ] as const)('%s stops it with exit status %d', async (signal, status) => {
    await started(['--port', '0']);
    expect(await exitOf(child, signal)).toBe(status);
  });

  test('a busy port is an error with a way out', async () => {
    const busy = await startSimulator();
    const { status, stderr, stdout } = await runCli(['start', '--port', String(busy.port)]);
    await busy.stop();
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/is in use by another program/);
    expect(stderr).toContain('--port 0');
  });

  test('JAMA_SIM_PORT comes before PORT, and a flag before both', async () => {
    const busy = await startSimulator();
    const port = String(busy.port);
    expect(await started([], { JAMA_SIM_PORT: '0', PORT: port })).toContain('base URL');
    child?.kill('SIGKILL');
    expect(await started(['-p', '0'], { JAMA_SIM_PORT: port })).toContain('base URL');
    child?.kill('SIGKILL');
    await expect(started([], { PORT: port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    await busy.stop();
  });

  test('serves the console with its script, and prints where', async () => {
    const printed = await started(['--port', '0']);
    const [, address = ''] = /console +(http:\/\/localhost:\d+\/__console\/)\n/.exec(printed) ?? [];
    const page = await fetch(address);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
    const code = await fetch(new URL(script, address));
    expect([code.status, code.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await code.text()).length).toBeLessThan(100_000);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('begins with the faults, overrides and licences that it is given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-start-'));
    const [faults, overrides] = [join(folder, 'faults.json'), join(folder, 'overrides.json')];
    await writeFile(faults, '{"faults":[{"use":"slow","match":{"path":"/nothing"}}]}');
    await writeFile(overrides, '{"messages":{"no-credentials":{"message":"who are you?"}}}');
    const printed = await started([
      '-p',
      '0',
      '--faults',
      faults,
      '--overrides',
      overrides,
      '--licences',
      'NAMED=77',
    ]);
    const url = /base URL +(\S+)/.exec(printed)?.[1] ?? '';
    const admin = async (path: string) =>
      (await fetch(`${new URL(url).origin}/__admin/tenants/jama${path}`)).json();

    expect(await admin('/faults')).toMatchObject([{ name: 'slow', match: { path: '/nothing' } }]);
    expect(await (await fetch(`${url}/rest/v1/users`)).json()).toMatchObject({
      meta: { message: 'who are you?' },
    });
    expect(await admin('/licences')).toContainEqual(
      expect.objectContaining({ licenseType: 'NAMED', owned: 77 }),
    );
  });

  test.each([
    [['--users', '0'], /--users.* must be a whole number from 1 to/s],
    [['--port', '99999'], /--port.* must be a whole number from 0 to 65535/s],
    [['--profile', 'x'], /There is no profile "x"/],
    [['--context-path', 'x'], /context path/],
    [['--data', '/nowhere/at/all.json'], /\/nowhere\/at\/all.json/],
    [['--faults', '/nowhere.json'], /\/nowhere.json cannot be read/],
    [['--overrides', '/nowhere.json'], /\/nowhere.json cannot be read/],
    [['--licences', 'NAMED'], /NAMED=100,FLOATING=20/],
    [['--licences', 'CREATOR=1'], /no licences of type "CREATOR"/],
    [['--admin-token', 'short'], /less than 8 characters/],
    [['--nonsense'], /unknown option/],
  ])('%j is refused', async (args, message) => {
    const { status, stderr } = await runCli(['start', '--port', '0', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
    expect(status).toBe(2);
  });
});
