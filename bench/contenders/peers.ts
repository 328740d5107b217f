import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../root.js';
import type { Contender } from './contender.js';
import { noHeaders } from './contender.js';

const FOLDER = fileURLToPath(new URL('bench/peers', root));
const BIN = join(FOLDER, 'node_modules/.bin');

/**
 * Other mock servers with the same page, from the packages in bench/peers. Throws if they are not installed; WireMock is left
 * out where there is no Java.
 */
export async function peers(folder: string, page: string, port: number): Promise<Contender[]> {
  if (!existsSync(BIN)) throw new Error('The peers are not installed. Run: npm install --prefix bench/peers');
  const body = await readFile(page, 'utf8');
  const java = spawnSync('java', ['-version']).status === 0;
  if (!java) process.stdout.write('WireMock is left out: there is no java on the path.\n');
  return [
    await jsonServer(folder, body, port),
    await prism(folder, body, port + 1),
    await mockoon(folder, body, port + 2),
    ...(java ? [await wiremock(folder, body, port + 3)] : []),
  ];
}

const peer = (
  name: string,
  does: string,
  command: string,
  args: readonly string[],
  port: number,
): Contender => ({
  name,
  does,
  command: join(BIN, command),
  args,
  cwd: FOLDER,
  port,
  path: '/page',
  headers: noHeaders,
});

async function fileWith(folder: string, name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

async function jsonServer(folder: string, body: string, port: number): Promise<Contender> {
  const file = await fileWith(folder, 'db.json', { page: JSON.parse(body) });
  const args = ['--quiet', '--host', '127.0.0.1', '--port', String(port), file];
  return peer('json-server', 'looks the resource up in a JSON database', 'json-server', args, port);
}

async function prism(folder: string, body: string, port: number): Promise<Contender> {
  const content = { 'application/json': { schema: { type: 'object' }, example: JSON.parse(body) } };
  const file = await fileWith(folder, 'openapi.json', {
    openapi: '3.1.0',
    info: { title: 'page', version: '1' },
    paths: { '/page': { get: { responses: { 200: { description: 'page', content } } } } },
  });
  const args = ['mock', '--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'error', file];
  return peer('Prism', 'negotiates and validates by OpenAPI', 'prism', args, port);
}

async function mockoon(folder: string, body: string, port: number): Promise<Contender> {
  const file = await fileWith(folder, 'mockoon.json', {
    uuid: '00000000-0000-4000-8000-000000000001',
    lastMigration: 33,
    name: 'page',
    port,
    hostname: '127.0.0.1',
    routes: [
      {
        uuid: '00000000-0000-4000-8000-000000000002',
        type: 'http',
        method: 'get',
        endpoint: 'page',
        responses: [
          {
            uuid: '00000000-0000-4000-8000-000000000003',
            body,
            statusCode: 200,
            headers: [{ key: 'content-type', value: 'application/json' }],
            bodyType: 'INLINE',
            default: true,
            disableTemplating: true,
          },
        ],
      },
    ],
    rootChildren: [{ type: 'route', uuid: '00000000-0000-4000-8000-000000000002' }],
  });
  const args = ['start', '--data', file, '--port', String(port), '--disable-log-to-file', '--repair'];
  return peer('Mockoon', 'matches routes, logs each request', 'mockoon-cli', args, port);
}

async function wiremock(folder: string, body: string, port: number): Promise<Contender> {
  const root = join(folder, 'wiremock');
  await mkdir(join(root, 'mappings'), { recursive: true });
  await fileWith(join(root, 'mappings'), 'page.json', {
    request: { method: 'GET', url: '/page' },
    response: { status: 200, body, headers: { 'content-type': 'application/json' } },
  });
  const args = ['--port', String(port), '--bind-address', '127.0.0.1', '--root-dir', root];
  return peer('WireMock', 'matches stubs, keeps a journal of all requests', 'wiremock', args, port);
}
