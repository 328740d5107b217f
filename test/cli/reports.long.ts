import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { prepareReports } from '../../cli/reports.js';
import { reportSchema } from '../../contracts/index.js';
import { runCli } from '../helpers/run-cli.js';

const clean = resolve('fixtures/packages/jama-connect');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jama-sim-'));
});

/** A package folder with one page size too large, and a settings file beside it. */
async function brokenPackage(settings?: string): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'jama-sim-'));
  const broken = join(place, 'connector');
  await cp(clean, broken, { recursive: true });
  const text = await readFile(join(clean, 'ImportAccountEntJSON.json'), 'utf8');
  await writeFile(
    join(broken, 'ImportAccountEntJSON.json'),
    text.replace('"batchSize": 50', '"batchSize": 100'),
  );
  if (settings !== undefined) await writeFile(join(place, 'jama-sim.json'), settings);
  return broken;
}

function off(pointer: string): string {
  const entry = {
    rule: 'page-size-above-cap',
    file: 'ImportAccountEntJSON',
    pointer,
    reason: 'larger pages',
  };
  return JSON.stringify({ off: [entry] });
}

describe('several reports at once', () => {
  test('each is written to a file of its own, and the pretty one is printed', async () => {
    const output = join(folder, 'not', 'there', 'yet');
    const reporters = ['pretty', 'json', 'junit', 'sarif', 'markdown', 'html'].flatMap((one) => [
      '--reporter',
      one,
    ]);

    const { status, stdout } = await runCli([
      'check',
      clean,
      '--only',
      'token',
      ...reporters,
      '--output-dir',
      output,
    ]);

    expect(status).toBe(0);
    expect(stdout).toMatch(/scenarios passed/);
    expect((await readdir(output)).sort()).toEqual(
      ['html', 'json', 'md', 'sarif', 'xml'].map((ending) => `jama-sim-report.${ending}`),
    );
    const validate = new Ajv2020().compile(reportSchema);
    validate(JSON.parse(await readFile(join(output, 'jama-sim-report.json'), 'utf8')));
    expect(validate.errors).toBeNull();
    expect(await readFile(join(output, 'jama-sim-report.html'), 'utf8')).toMatch(/POST \/rest\/oauth\/token/);
  }, 30_000);

  test('differ from run to run in nothing but durations', async () => {
    const run = async () => {
      const { stdout } = await runCli(['check', clean, '--only', 'token-first-call', '--reporter', 'html']);
      return stdout;
    };

    expect(await run()).toBe(await run());
  }, 30_000);

  test.each([
    [{ reporter: ['json', 'sarif'] }, /no folder for them/],
    [{ reporter: ['json', 'sarif'], output: 'x' }, /--output takes one report/],
    [{ reporter: ['json'], output: 'x', outputDir: 'y' }, /--output takes one report/],
    [{ reporter: ['json'], output: 'no/such/folder/report.json' }, /cannot be written/],
    [{ reporter: ['json'], output: '/' }, /cannot be written/],
    [{ reporter: ['json'], outputDir: '/dev/null/reports' }, /cannot be made/],
  ] as const)('%j is refused', async (flags, message) => {
    await expect(prepareReports(flags)).rejects.toThrow(message);
  });

  test('a report that can be written is not there before it is', async () => {
    const file = join(folder, 'later.json');

    expect(await prepareReports({ reporter: ['json'], output: file })).toEqual([{ reporter: 'json', file }]);
    expect(await readdir(folder)).not.toContain('later.json');
  });

  test('an output that cannot be written is refused before anything is run', async () => {
    const { status, stdout, stderr } = await runCli(['check', clean, '--output', 'no/such/folder/x.json']);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/cannot be written[\s\S]*\[output-unwritable\]\n {2}Give --output/);
  }, 30_000);
});

describe('jama-sim lint', () => {
  test('reads the package only, and has the same reports', async () => {
    const broken = await brokenPackage();

    const pretty = await runCli(['lint', broken]);
    const json = await runCli(['lint', broken, '--reporter', 'json']);

    expect([pretty.status, json.status, (await runCli(['lint', clean])).status]).toEqual([1, 1, 0]);
    expect(pretty.stdout).toMatch(/^ImportAccountEntJSON\.json:\d+:\d+ {3}error {3}page-size-above-cap$/m);
    expect(JSON.parse(json.stdout)).toMatchObject({
      summary: { verdict: 'failed', errors: 1 },
      findings: [{ code: 'page-size-above-cap', scenario: null }],
      scenarios: [],
    });
  }, 30_000);

  test('SARIF names the file below the working directory', async () => {
    const broken = await brokenPackage();

    const { stdout } = await runCli(['lint', 'connector', '--reporter', 'sarif'], {
      cwd: resolve(broken, '..'),
    });

    const [result] = JSON.parse(stdout).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
      'connector/ImportAccountEntJSON.json',
    );
  }, 30_000);
});

describe('the settings file', () => {
  test('beside the package switches a rule off by place, and the scenario is not called passed', async () => {
    const broken = await brokenPackage(off('/accountParams'));

    const { status, stdout } = await runCli(['check', broken, '--only', 'import', '--reporter', 'json']);

    const report = JSON.parse(stdout);
    expect({ status, findings: report.findings }).toEqual({ status: 0, findings: [] });
    expect(report.suppressed).toMatchObject([
      { finding: { code: 'page-size-above-cap' }, reason: 'larger pages' },
    ]);
    expect(report.summary).toMatchObject({ verdict: 'passed', suppressed: 1 });
    expect(report.summary.scenarios.suppressed).toBeGreaterThan(0);
  }, 30_000);

  test('that names another place is reported as of no use', async () => {
    const broken = await brokenPackage(off('/entitlementParams'));

    const { status, stdout } = await runCli(['lint', broken]);

    expect(status).toBe(1);
    expect(stdout).toMatch(
      /page-size-above-cap at ImportAccountEntJSON\/entitlementParams, and nothing is found/,
    );
  }, 30_000);

  test('that cannot be used ends the command with 2, the place and a remedy', async () => {
    const { status, stdout, stderr } = await runCli(['lint', await brokenPackage('{ "of": [] }')]);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /jama-sim\.json:1:3 {3}"of" is not a setting\. {2}\[settings-invalid\]\n {2}Rename it: "off"/,
    );
  }, 30_000);
});
