import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cleanPackage } from '../helpers/clean-package.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-package.js';

const clean = resolve('fixtures/packages/jama-connect');

describe('jama-sim check', () => {
  test('ends with 0 and says so when all flows hold', async () => {
    const { status, stdout, stderr } = await runCli(['check', clean, '--only', 'token', 'access']);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/scenarios passed/);
  }, 30_000);

  test('ends with 1, shows the line and writes the same as JSON when there is an error', async () => {
    const documents: Record<string, string> = { ...(await cleanPackage()) };
    documents.ImportAccountEntJSON = (documents.ImportAccountEntJSON ?? '').replace(
      '"batchSize": 50',
      '"batchSize": 100',
    );
    const folder = await temporaryFolder(documents);
    const output = join(await mkdtemp(join(tmpdir(), 'jama-sim-')), 'report.json');

    const pretty = await runCli(['check', folder, '--only', 'token']);
    const json = await runCli(['check', folder, '--only', 'token', '--reporter', 'json', '--output', output]);

    expect([pretty.status, json.status, json.stdout]).toEqual([1, 1, '']);
    expect(pretty.stdout).toMatch(/^ImportAccountEntJSON\.json:\d+:\d+ {3}error {3}page-size-above-cap$/m);
    expect(pretty.stdout).toMatch(/^ {2}> \d+ \| +"batchSize": 100,$/m);
    const report = JSON.parse(await readFile(output, 'utf8'));
    expect(Object.keys(report)).toEqual(['summary', 'findings', 'scenarios']);
    expect(report.findings[0]).toMatchObject({
      code: 'page-size-above-cap',
      file: 'ImportAccountEntJSON',
      pointer: '/accountParams/call/call1/pagination/offset/batchSize',
    });
  }, 60_000);

  test('goes on with the other flows when one JSON cannot be parsed', async () => {
    const documents: Record<string, string> = { ...(await cleanPackage()) };
    const folder = await temporaryFolder({ ...documents, EnableAccountJSON: '{ "call": [ }' });

    const { status, stdout } = await runCli([
      'check',
      folder,
      '--only',
      'provisioning',
      '--reporter',
      'json',
    ]);

    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report.findings.map(({ code, file }: { code: string; file: string }) => [file, code])).toEqual([
      ['EnableAccountJSON', 'json-invalid'],
    ]);
    expect(report.scenarios.find(({ id }: { id: string }) => id === 'enable-account').status).toBe('failed');
    expect(report.scenarios.find(({ id }: { id: string }) => id === 'disable-account').status).toBe('passed');
  }, 30_000);

  test.each([
    [['check'], /missing required argument/],
    [['check', 'no-such-folder'], /no-such-folder/],
    [['check', clean, '--only', 'nonsense'], /There is no scenario or family "nonsense"/],
    [['check', clean, '--reporter', 'yaml'], /Allowed choices are pretty, json/],
    [['check', clean, '--output', 'no/such/folder/report.txt'], /cannot be written/],
    [['frobnicate'], /unknown command/],
    [['run', clean, 'dance'], /There is no flow "dance"/],
  ])(
    'ends with 2 and a remedy for %j',
    async (args, message) => {
      const { status, stderr } = await runCli(args);

      expect(status).toBe(2);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
    30_000,
  );
});
