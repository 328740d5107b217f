import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'));
const kubernetes = parseAllDocuments(readFileSync('deploy/kubernetes.yaml', 'utf8'));
const service = compose.services['jama-sim'];
const [deployment, claim, exposed] = kubernetes.map((document) => document.toJS());
const pod = deployment.spec.template.spec;
const [container] = pod.containers;

/** The words of the JSON form of an instruction that this expression leads to. */
const wordsAfter = (start: RegExp): string[] => JSON.parse(start.exec(dockerfile)?.[1] ?? '[]');
const healthCheck = wordsAfter(/^HEALTHCHECK[^[]*(\[.*\])$/m);

let server: ChildProcess | undefined;
let folder = '';

afterEach(async () => {
  server?.kill('SIGKILL');
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const ended = (program: string, args: readonly string[]): Promise<number | null> =>
  new Promise((done) => spawn(program, args, { stdio: 'ignore' }).once('exit', done));

/** Asks as a probe does, again and again, until the answer is 200; the test ends it otherwise. */
async function answersWell(url: string): Promise<void> {
  while ((await fetch(url)).status !== 200) await new Promise((next) => setTimeout(next, 50));
}

/** Runs a command line of the deployment on a free port, with its folder and its secrets in their place. */
async function serve(args: readonly string[]): Promise<number> {
  const port = await freePort();
  folder = await mkdtemp(join(tmpdir(), 'jama-sim-deploy-'));
  const words = args.map((word) =>
    word
      .replace(/^8080$/, String(port))
      .replace(/^\/data\//, `${folder}/`)
      .replace(/^\$.*JAMA_CLIENT_SECRET.*$/, 'a-client-secret'),
  );
  const running = spawn(process.execPath, [resolve('bin/jama-sim.js'), ...words], {
    env: { ...process.env, NODE_OPTIONS: '', JAMA_SIM_ADMIN_TOKEN: 'an-admin-token' },
  });
  server = running;
  await new Promise<void>((ready, failed) => {
    let text = '';
    running.stderr.on('data', (chunk) => {
      text += chunk;
    });
    running.stdout.on('data', (chunk) => String(chunk).includes('base URL') && ready());
    running.once('exit', () => failed(new Error(text)));
  });
  return port;
}

describe.each<[string, readonly string[]]>([
  ['Dockerfile', wordsAfter(/^CMD (\[.*\])$/m)],
  ['deploy/compose.yaml', service.command],
  ['deploy/kubernetes.yaml', container.args],
])('the command line of %s', (_, args) => {
  test('starts a simulator that is healthy by the check of the image', async () => {
    const port = await serve(args);
    const check = healthCheck.slice(1).map((word) => word.replace('8080', String(port)));
    expect(args).toEqual(expect.arrayContaining(['start', '--host', '0.0.0.0']));
    expect(await ended(process.execPath, check)).toBe(0);
    await answersWell(`http://127.0.0.1:${port}${container.readinessProbe.httpGet.path}`);
    server?.kill('SIGKILL');
    await new Promise((gone) => server?.once('exit', gone));
    expect(await ended(process.execPath, check)).toBe(1);
  }, 30_000);
});

describe('the image', () => {
  test('copies only what the build context holds, and runs as somebody other than root', () => {
    const allowed: readonly string[] = readFileSync('.dockerignore', 'utf8').match(/(?<=^!)\S+/gm) ?? [];
    const copied = [...dockerfile.matchAll(/--from=build ((?:\/build\/\S+ )+)/g)]
      .flatMap(([, paths = '']) => paths.trim().split(' '))
      .map((path) => path.replace('/build/', '').split('/')[0] ?? '')
      .filter((root) => root !== 'dist' && root !== 'node_modules');
    expect(copied.filter((root) => !allowed.includes(root))).toEqual([]);
    expect(dockerfile.match(/^USER (.*)$/m)?.[1]).toBe('node');
  });

  test('has every file of the package that runs', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
    const wanted = files
      .filter((path) => !path.startsWith('!') && path !== 'docs')
      .map((path) => path.split('/')[0]);
    expect(wanted.filter((path) => !dockerfile.includes(`/build/${path}`))).toEqual([]);
  });
});

describe('the Kubernetes objects', () => {
  test('belong together', () => {
    expect([deployment.kind, claim.kind, exposed.kind]).toEqual([
      'Deployment',
      'PersistentVolumeClaim',
      'Service',
    ]);
    expect(kubernetes.flatMap(({ errors }) => errors)).toEqual([]);
    expect(deployment.spec.selector.matchLabels).toEqual(deployment.spec.template.metadata.labels);
    expect(exposed.spec.selector).toEqual(deployment.spec.template.metadata.labels);
    expect(exposed.spec.ports[0].targetPort).toBe(container.ports[0].name);
    expect(pod.volumes[0].persistentVolumeClaim.claimName).toBe(claim.metadata.name);
    expect(pod.securityContext.runAsNonRoot).toBe(true);
  });

  test('take secrets from a Secret, and the simulator knows the variable', () => {
    expect(container.env.every(({ valueFrom }: { valueFrom?: object }) => valueFrom !== undefined)).toBe(
      true,
    );
    expect(Object.keys(service.environment)).toContain('JAMA_SIM_ADMIN_TOKEN');
    expect(readFileSync('docs/cli.md', 'utf8')).toContain('Environment: `JAMA_SIM_ADMIN_TOKEN`');
  });
});
