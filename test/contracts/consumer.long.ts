import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const clean = resolve(root, 'fixtures/packages/jama-connect');
const jestBin = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');

/** A project of somebody who has installed jama-sim. */
async function consumer(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-consumer-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(root, join(folder, 'node_modules/jama-sim'), 'dir');
  const all = { 'package.json': '{"type":"module"}', ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return folder;
}

function runNode(args: readonly string[], cwd: string): Promise<{ failed: boolean; output: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      args,
      { cwd, env: { PATH: process.env.PATH, NO_COLOR: '1' } },
      (error, stdout, stderr) => done({ failed: error !== null, output: stdout + stderr }),
    );
  });
}

const broken = { 'CreateAccountJSON.json': '{ "call": [ }' };

describe('a project that uses jama-sim in its tests', () => {
  test('with node:test: a path or a package, and a broken one fails', async () => {
    const folder = await consumer({
      ...broken,
      'contract.test.js': `
        import assert from 'node:assert/strict';
        import { test } from 'node:test';
        import { readPackage } from 'jama-sim/connector';
        import { checkPackage } from 'jama-sim/contracts';
        const path = ${JSON.stringify(clean)};
        const only = ['token'];
        test('path', async () => assert.deepEqual((await checkPackage(path, { only })).findings, []));
        test('package', async () => assert.deepEqual((await checkPackage(await readPackage(path), { only })).findings, []));
        test('both', async () => assert.deepEqual((await checkPackage({ package: path, only })).findings, []));
        test('broken', async () => assert.equal((await checkPackage('.', { only })).findings[0].code, 'json-invalid'));
      `,
    });

    const { output } = await runNode(['--test'], folder);

    expect(output).toMatch(/pass 4\b[\s\S]*fail 0\b/);
  }, 60_000);

  test('with jest: the matcher holds for a good package, and explains a broken one', async () => {
    const folder = await consumer({
      ...broken,
      'jest.config.js': 'export default { transform: {} };',
      'contract.test.js': `
        import { matchers } from 'jama-sim/contracts/jest';
        expect.extend(matchers);
        const only = ['token'];
        test('holds', () => expect(${JSON.stringify(clean)}).toHoldTheContract({ only }), 50_000);
        test('does not', () => expect('.').not.toHoldTheContract({ only }), 50_000);
        test('is explained', () => expect('.').toHoldTheContract({ only }), 50_000);
      `,
    });

    const { failed, output } = await runNode(
      ['--experimental-vm-modules', jestBin, '--rootDir', folder],
      folder,
    );

    expect(failed).toBe(true);
    expect(output).toMatch(/2 passed, 3 total/);
    expect(output).toMatch(
      /does not hold the contract\.[\s\S]*CreateAccountJSON\.json:1:\d+ {3}error {3}json-invalid/,
    );
  }, 60_000);
});
