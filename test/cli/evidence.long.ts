import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

async function overridesFile(content: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'jama-sim-evidence-')), 'overrides.json');
  await writeFile(file, content);
  return file;
}

describe('jama-sim evidence', () => {
  test('prints every rule with grade and source, and counts them', async () => {
    const { status, stdout } = await runCli(['evidence', '--about', 'Jama']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^captured {4}envelope {2}Jama\n {12}An answer is one compact line/m);
    expect(stdout).toContain('            POST /users answers 201, not 200\n');
    expect(stdout).toMatch(/\n\d+ rules: \d+ documented, \d+ captured, \d+ observed, \d+ inferred\n$/);
  });

  test('as JSON, by grade, about Jama and EIC', async () => {
    const { stdout } = await runCli(['evidence', '--json', '--grade', 'inferred']);
    const rules = JSON.parse(stdout) as { grade: string; about: string; id: string }[];
    expect(new Set(rules.map(({ grade }) => grade))).toEqual(new Set(['inferred']));
    expect(rules).toContainEqual(expect.objectContaining({ about: 'Jama', id: 'list-order' }));
    expect(rules).toContainEqual(expect.objectContaining({ about: 'EIC', id: 'offset-start' }));
  });

  test('as a file of overrides changes it, which the form begins', async () => {
    const { stdout: form } = await runCli(['evidence', '--form']);
    const file = await overridesFile(form);
    const { stdout } = await runCli(['evidence', '--overrides', file, '--grade', 'overridden', '--json']);
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: 'username-taken' }));
  });

  test('refuses overrides that it does not know, with the place', async () => {
    const file = await overridesFile('{\n  "rules": { "list-ordr": { "source": "x" } }\n}');
    const { status, stderr } = await runCli(['evidence', '--overrides', file]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${file}:2:14  `);
    expect(stderr).toContain('did you mean "list-order"?');
    expect(stderr).toContain('[overrides-file-invalid]');
  });
});
