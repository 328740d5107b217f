import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFixture, type Simulator, startSimulator } from '../../mock-server/index.js';

const page = readFileSync('docs/record.md', 'utf8');
const bin = resolve('bin/jama-sim.js');
const commands = page.split('\n').filter((line) => line.startsWith('npx jama-sim '));

let tenant: Simulator;
let folder: string;
beforeAll(async () => {
  tenant = await startSimulator({ users: 12 });
  folder = await mkdtemp(join(tmpdir(), 'jama-sim-record-page-'));
});
afterAll(() => tenant.stop());

/** Runs a command of the page with a tenant in place of the example's; one that serves is ended when it says how. */
function run(command: string): Promise<{ status: number | null; output: string }> {
  const { clientId, clientSecret } = tenant.credentials;
  const words = command
    .replace('https://jama.example.com', tenant.url)
    .replace(/\bID\b/, clientId)
    .replace(/\bSECRET\b/, clientSecret)
    .replace('--port 8081', '--port 0')
    .split(' ')
    .slice(2);
  const port = words[0] === 'start' ? ['--port', '0'] : [];
  const child = spawn(process.execPath, [bin, ...words, ...port], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (output.includes('Ctrl-C') && !child.killed) child.kill('SIGTERM');
  });
  return new Promise((ended) => child.once('exit', (status) => ended({ status, output })));
}

describe('docs/record.md', () => {
  test('has commands that work in their order', async () => {
    expect(commands.length).toBe(3);
    for (const command of commands) {
      const { status, output } = await run(command);
      expect({ command, status, output }).toMatchObject({
        status: 0,
        output: expect.stringMatching(/fixture\.json/),
      });
    }
    expect((await readFixture(join(folder, 'fixture.json'))).users).toHaveLength(12);
  }, 60_000);
});
