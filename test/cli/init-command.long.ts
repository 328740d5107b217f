import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { runCli } from '../helpers/run-cli.js';

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'jama-sim-'));
}

describe('jama-sim init', () => {
  test('writes a package, its test, a workflow and a package.json', async () => {
    const folder = join(await newFolder(), 'My Connector');

    const { status, stdout } = await runCli(['init', folder]);

    expect(status).toBe(0);
    expect(stdout).toContain(`  cd '${folder}' && npm install && npm test\n`);
    expect(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      name: 'my-connector',
      type: 'module',
      devDependencies: { 'jama-sim': `file:${relative(folder, resolve('.'))}` },
    });
    expect(await readdir(join(folder, 'connector'))).toEqual(
      await readdir(resolve('fixtures/packages/jama-connect')),
    );
    const workflow = parse(await readFile(join(folder, '.github/workflows/contract.yml'), 'utf8'));
    expect(JSON.stringify(workflow.jobs.contract.steps)).toContain('jama-sim check connector');
  });

  test('writes nothing when one of its files is there', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'test'));
    await writeFile(join(folder, 'test/contract.test.js'), 'mine');

    const { status, stderr } = await runCli(['init', folder]);

    expect(status).toBe(2);
    expect(stderr).toMatch(/test\/contract\.test\.js already; nothing was written/);
    expect(await readdir(folder)).toEqual(['test']);
  });

  test('leaves the package.json of a project as it is', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'package.json'), '{"name":"mine"}');

    const { status } = await runCli(['init', folder]);

    expect(status).toBe(0);
    expect(await readFile(join(folder, 'package.json'), 'utf8')).toBe('{"name":"mine"}');
  });

  test('refuses what is no folder', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'file'), '');

    const { status, stderr } = await runCli(['init', join(folder, 'file')]);

    expect(status).toBe(2);
    expect(stderr).toMatch(/Name (a|another) folder/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
