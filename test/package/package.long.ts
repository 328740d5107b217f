import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type InstalledPackage, installPackage, tool } from './installed-package.js';

let project: InstalledPackage;
const shipped = 'node_modules/jama-sim/fixtures/packages/jama-connect';

beforeAll(async () => {
  project = await installPackage();
}, 240_000);

const write = (file: string, text: string) => writeFile(join(project.folder, file), text);

describe('the tarball', () => {
  test('holds what is used and nothing else', () => {
    const roots = new Set(project.files.map(({ path }) => path.split('/')[0]));
    expect([...roots].sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'bin',
        'console',
        'dist',
        'docs',
        'fixtures',
        'package.json',
        'schemas',
      ].sort(),
    );
    const paths = project.files.map(({ path }) => path);
    expect(
      paths.filter(
        (path) =>
          /(^|\/)(test|bench|publish)\/|(?<!\.d)\.tsx?$|\.png$/.test(path) && !path.startsWith('fixtures/'),
      ),
    ).toEqual([]);
  });

  test('is small', () => {
    expect(project.size).toBeLessThan(1_500_000);
    expect(project.files.filter(({ size }) => size > 150_000)).toEqual([]);
  });
});

describe('installed into an empty project', () => {
  test('checks the package that is shipped', async () => {
    const { status, stdout, stderr } = await project.run('npx', '--no-install', 'jama-sim', 'check', shipped);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/(\d+) of \1 scenarios passed/);
  }, 120_000);

  test('has a command line whose files are all there', async () => {
    const help = await project.run('npx', '--no-install', 'jama-sim', '--help');
    const commands = [...help.stdout.matchAll(/^ {2}([a-z-]+) .*$/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) {
      const { status, stderr } = await project.run(
        process.execPath,
        'node_modules/jama-sim/bin/jama-sim.js',
        command,
        '--help',
      );
      expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: '' });
    }
  }, 120_000);

  test.each([
    ['nodenext', ['--module', 'nodenext']],
    ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ])(
    'has types for %s',
    async (_, flags) => {
      await write(
        'consumer.ts',
        `import { type Simulator, type Extension, startSimulator } from 'jama-sim';
       import { createConnector } from 'jama-sim/connector';
       import { checkPackage } from 'jama-sim/contracts';
       import { matchers } from 'jama-sim/contracts/jest';
       export const simulator: Promise<Simulator> = startSimulator({ users: 3 });
       export const findings: Promise<number> = checkPackage('x').then((result) => result.findings.length);
       export const extension: Extension = { path: '/__own', load: async () => (_request: unknown) => undefined };
       export { createConnector, matchers };
       // @ts-expect-error a number is wanted
       export const wrong = startSimulator({ users: 'three' });`,
      );
      const types = ['--typeRoots', tool('@types'), '--types', 'node'];
      const { status, stdout } = await project.run(
        process.execPath,
        tool('typescript/bin/tsc'),
        ...[
          '--noEmit',
          '--strict',
          '--target',
          'es2023',
          '--skipLibCheck',
          'false',
          ...types,
          ...flags,
          'consumer.ts',
        ],
      );
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    },
    60_000,
  );

  test('runs under node:test', async () => {
    await write(
      'own.node-test.js',
      `import assert from 'node:assert/strict';
       import { test } from 'node:test';
       import { startSimulator } from 'jama-sim';
       import { checkPackage } from 'jama-sim/contracts';
       test('holds', async () => {
         assert.deepEqual((await checkPackage('${shipped}', { only: ['token-first-call'] })).findings, []);
         const simulator = await startSimulator({ users: 3 });
         assert.equal(simulator.tenant.users.list().length, 3);
         await simulator.stop();
       });`,
    );
    const { status, stdout } = await project.run(process.execPath, '--test', 'own.node-test.js');
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/pass 1\b/) });
  }, 60_000);

  const matcherTest = `import { matchers } from 'jama-sim/contracts/jest';
    expect.extend(matchers);
    test('holds', async () => {
      await expect('${shipped}').toHoldTheContract({ only: ['token-first-call'] });
    }, 30000);
    test('is told why not', async () => {
      await expect(expect('nowhere').toHoldTheContract()).rejects.toThrow(/nowhere/);
    });`;

  test('runs under jest', async () => {
    await write('own.test.js', matcherTest);
    const { status, stderr } = await project.run(
      process.execPath,
      '--experimental-vm-modules',
      tool('jest/bin/jest.js'),
      'own.test.js',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/2 passed/) });
  }, 60_000);

  test('runs under vitest', async () => {
    await write('own.test.js', matcherTest);
    const vitest = join(dirname(tool('vitest/package.json')), 'vitest.mjs');
    const { status, stdout, stderr } = await project.run(
      process.execPath,
      vitest,
      ...['run', '--globals', '--testTimeout', '30000', 'own.test.js'],
    );
    expect({ status, stdout, stderr }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/2 passed/),
    });
  }, 60_000);
});
