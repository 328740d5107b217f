import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { generate } from 'selfsigned';
import { startSimulator } from '../../mock-server/index.js';
import { runCli } from '../helpers/run-cli.js';

const bin = resolve(import.meta.dirname, '../../bin/jama-sim.js');
let child: ChildProcess | undefined;
/** What the child wrote to its error output, once it was up. */
let logged = '';

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
    logged = '';
    running.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Ctrl-C')) ready(printed);
    });
    running.stderr.on('data', (chunk) => {
      logged += chunk;
    });
    running.once('exit', () => failed(new Error(logged)));
  });
}

const exitOf = (running: ChildProcess | undefined, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((ended) => {
    running?.once('exit', (status) => ended(status));
    running?.kill(signal);
  });

/** The status of a request whose client trusts this certificate and no other. */
const statusWith = (url: string, ca: string | undefined): Promise<number | undefined> =>
  new Promise((resolved, rejected) => {
    get(`${url}/rest/v1/users`, { ca, agent: false }, (answer) => resolved(answer.resume().statusCode)).on(
      'error',
      rejected,
    );
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
    const browser = { headers: { accept: 'text/html' } };
    for (const path of ['/', '/jama'])
      expect((await fetch(new URL(path, address), browser)).url).toBe(address.replace(/#.*/, ''));
    expect((await fetch(new URL('/', address))).status).toBe(404);
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

  test('serves tenants that know nothing of each other, each with credentials that it prints', async () => {
    const printed = await started(['-p', '0', '--users', '7', '--tenants', 'alice, bob']);
    const urls = [...printed.matchAll(/http:\/\/localhost:\d+\/(alice|bob)(?=\s)/g)].map(([url]) => url);
    const [first = '', second = ''] = urls;
    const [, user = ''] = /\/alice +client id +(\S+ +secret +\S+)/.exec(printed) ?? [];
    const authorization = `Basic ${Buffer.from(user.replace(/ +secret +/, ':')).toString('base64')}`;
    const statusAt = async (url: string) =>
      (
        await fetch(`${url}/rest/oauth/token`, {
          method: 'POST',
          headers: { authorization },
          body: new URLSearchParams({ grant_type: 'client_credentials' }),
        })
      ).status;

    expect(urls).toHaveLength(2);
    expect([await statusAt(first), await statusAt(second)]).toEqual([200, 401]);
  });

  test('serves https with the certificate that it is given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-start-'));
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const { private: secret, cert: certificate } = await generate(
      [{ name: 'commonName', value: 'localhost' }],
      {
        extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
      },
    );
    await writeFile(cert, certificate);
    await writeFile(key, secret);
    const printed = await started(['-p', '0', '--cert', cert, '--key', key]);
    const url = /base URL +(https:\S+)/.exec(printed)?.[1] ?? '';

    expect(await statusWith(url, certificate)).toBe(401);
    await expect(statusWith(url, undefined)).rejects.toThrow(/self-signed/);
  });

  test('serves https with a certificate of its own', async () => {
    const printed = await started(['-p', '0', '--tls']);
    expect(printed).toMatch(/base URL +https:\/\/localhost/);
    expect(printed).toMatch(/curl .*(?:-k|--insecure)/);
  });

  test.each([
    ['json', /^\{"level":30,.*"tenant":"jama","method":"GET","path":"\/rest\/v1\/users","status":401/m],
    ['text', /info +request tenant=jama method=GET path=\/rest\/v1\/users status=401/],
  ])('logs every request as %s', async (format, line) => {
    const printed = await started(['-p', '0', '--log-level', 'info', '--log-format', format]);
    const url = /base URL +(\S+)/.exec(printed)?.[1] ?? '';
    await fetch(`${url}/rest/v1/users`);
    await exitOf(child, 'SIGTERM');
    expect(logged).toMatch(line);
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
    [['--tenants', 'alice,alice'], /alice/],
    [['--tenants', 'rest'], /rest/],
    [['--cert', '/nowhere.pem'], /--cert is given alone/],
    [['--log-level', 'loud'], /--log-level/],
    [['--admin-token', 'short'], /less than 8 characters/],
    [['--nonsense'], /unknown option/],
  ])('%j is refused', async (args, message) => {
    const { status, stderr } = await runCli(['start', '--port', '0', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
    expect(status).toBe(2);
  });
});
