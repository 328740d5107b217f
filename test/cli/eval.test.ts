import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { evalCommand } from '../../cli/commands/eval.js';
import { UsageError } from '../../cli/failure.js';

const folder = mkdtempSync(join(tmpdir(), 'jama-sim-eval-'));
let stdout = '';
let stderr = '';

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function run(...args: string[]): Promise<number> {
  await evalCommand().parseAsync(args, { from: 'user' });
  return Number(process.exitCode ?? 0);
}

beforeEach(() => {
  stdout = '';
  stderr = '';
  process.exitCode = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = 0;
});

describe('jama-sim eval', () => {
  test('given a template and bindings, it prints the text and ends with 0', async () => {
    const bindings = file('user.json', { user: { firstname: 'Ana' } });
    expect(await run('Hello ${user.firstname}', '--bindings', bindings)).toBe(0);
    expect(stdout).toBe('Hello Ana\n');
  });

  test('given a template that fails, it puts a caret under the place and ends with 1', async () => {
    const bindings = file('null.json', { user: { email: null } });
    expect(await run("${user.email.indexOf('@')}", '--bindings', bindings)).toBe(1);
    expect(stderr.split('\n')).toEqual([
      '',
      "  ${user.email.indexOf('@')}",
      '    ^^^^^^^^^^^^^^^^^^^^^^^',
      '  NullPointerException: Cannot invoke method indexOf() on null object',
      expect.stringContaining('user.email is null here.'),
      '',
    ]);
  });

  test('--explain shows sub-expressions with their values', async () => {
    expect(await run("${'a' + 1}", '--explain')).toBe(0);
    expect(stdout).toMatch(/^ {2}'a' \+ 1 +'a1'$/m);
  });

  test('--cases evaluates each case and writes the results', async () => {
    const cases = file('cases.json', [
      { id: 'one', template: '${n + 1}', bindings: { n: 1 } },
      { id: 'two', template: '${', bindings: {} },
    ]);
    const output = join(folder, 'results.json');
    expect(await run('--cases', cases, '--output', output)).toBe(0);
    expect(JSON.parse(readFileSync(output, 'utf8'))).toEqual([
      { id: 'one', text: '2' },
      { id: 'two', error: 'TemplateSyntax', message: expect.any(String) },
    ]);
  });

  test.each([
    ['no template', [], 'template-missing'],
    ['a bindings file that is not there', ['x', '--bindings', join(folder, 'none.json')], 'file-unreadable'],
    ['a bindings file that is no JSON', ['x', '--bindings', file('bad.json', '{')], 'file-not-json'],
    ['bindings that are no object', ['x', '--bindings', file('list.json', [1])], 'bindings-invalid'],
    ['cases that are no cases', ['--cases', file('no-cases.json', [{ id: 1 }])], 'cases-invalid'],
  ])('given %s, it is an error of usage', async (_what, args, code) => {
    const error = await run(...args).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ code });
  });
});
