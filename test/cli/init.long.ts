import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

const run = promisify(execFile);

test('the contract test of a new project passes with node:test', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'jama-sim-')), 'connector-project');
  await runCli(['init', folder]);
  await mkdir(join(folder, 'node_modules'));
  await symlink(resolve(import.meta.dirname, '../..'), join(folder, 'node_modules/jama-sim'), 'dir');

  const { stdout } = await run(process.execPath, ['--test'], {
    cwd: folder,
    env: { PATH: process.env.PATH, NODE_OPTIONS: '' },
  });

  expect(stdout).toMatch(/pass 1\b[\s\S]*fail 0\b/);
}, 120_000);
