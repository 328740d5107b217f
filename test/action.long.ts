import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { temporaryFolder } from './helpers/temporary-package.js';

interface Action {
  readonly inputs: Record<string, { readonly default?: string; readonly required?: boolean }>;
  readonly outputs: Record<string, { readonly value: string }>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env?: Record<string, string> }[];
  };
}

const root = resolve(import.meta.dirname, '..');

async function readAction(): Promise<Action> {
  return parse(await readFile(join(root, 'action.yml'), 'utf8'));
}

/** Runs the step of the action that checks, as a runner would. */
async function runCheckStep(inputs: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-'));
  const { inputs: known, runs } = await readAction();
  const step = runs.steps.at(-1);
  const values = Object.entries(known).map(([name, { default: usual = '' }]) => [
    name,
    inputs[name] ?? usual,
  ]);
  const given: Record<string, string> = Object.fromEntries(values);
  const fill = (text: string) =>
    text
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? '')
      .replaceAll('${{ github.action_path }}', root);
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, text]) => [name, fill(text)]));
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const file of Object.values(files)) await writeFile(file, '');
  const script = join(folder, 'step.sh');
  await writeFile(script, step?.run ?? 'exit 99');
  const status = await new Promise<unknown>((done) => {
    execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      { cwd: folder, env: { PATH: process.env.PATH, ...env, ...files } },
      (error) => done(error?.code ?? 0),
    );
  });
  return {
    status,
    folder,
    output: await readFile(files.GITHUB_OUTPUT, 'utf8'),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

describe('the GitHub action', () => {
  test('fails with the findings in the summary, and leaves every report', async () => {
    const broken = await temporaryFolder({ CreateAccountJSON: '{ "call": [ }' });

    const { status, folder, output, summary } = await runCheckStep({ package: broken });

    expect(status).toBe(1);
    expect(summary).toMatch(/json-invalid/);
    expect(output).toContain('sarif=jama-sim-reports/jama-sim-report.sarif');
    expect(await readdir(join(folder, 'jama-sim-reports'))).toHaveLength(5);
  }, 60_000);

  test('hands on that a package cannot be used', async () => {
    const { status, summary } = await runCheckStep({ package: 'no-such-folder' });

    expect({ status, summary }).toEqual({ status: 2, summary: '' });
  }, 30_000);

  test('every input is used', async () => {
    const text = await readFile(join(root, 'action.yml'), 'utf8');
    const { inputs } = await readAction();

    for (const name of Object.keys(inputs)) expect(text).toContain(`inputs.${name} }}`);
  });
});
