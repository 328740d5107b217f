import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

const run = promisify(execFile);
let script = '';

beforeAll(async () => {
  script = (await runCli(['completion', 'bash'])).stdout;
}, 30_000);

/** What bash offers for the last word of a line, after it has sourced the script. */
async function offered(...line: string[]): Promise<string[]> {
  const ask = `eval "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _jama_sim; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await run('bash', ['-c', ask, 'bash', script, ...line]);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('the completion of bash', () => {
  test('is registered for jama-sim', async () => {
    const { stdout } = await run('bash', [
      '-c',
      'source /dev/stdin <<< "$1"; complete -p jama-sim',
      'bash',
      script,
    ]);
    expect(stdout).toMatch(/-F _jama_sim jama-sim/);
  });

  test('offers every command of the help', async () => {
    const { stdout } = await runCli(['--help']);
    const commands = [...stdout.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, name = '']) => name);
    const words = await offered('jama-sim', '');
    expect(commands.length).toBeGreaterThan(10);
    expect(words).toEqual(expect.arrayContaining(commands));
    expect(await offered('jama-sim', 'chec')).toEqual(['check']);
  });

  test('offers the flags of a command, and no others', async () => {
    expect(await offered('jama-sim', 'start', '--ad')).toEqual(['--admin-token']);
    expect(await offered('jama-sim', 'eval', '--ad')).toEqual([]);
    expect(await offered('jama-sim', 'start', '-')).toEqual(
      expect.arrayContaining(['-p', '--port', '--tls']),
    );
  });

  test('offers the words that a flag or an argument takes', async () => {
    expect(await offered('jama-sim', 'start', '--log-level', 'w')).toEqual(['warn']);
    expect(await offered('jama-sim', 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  test('leaves files to bash where a file is wanted', async () => {
    expect(await offered('jama-sim', 'check', 'fixt')).toEqual([]);
    expect(await offered('jama-sim', 'start', '--fixture', '')).toEqual([]);
  });
});

describe.each(['zsh', 'fish'])('the completion of %s', (shell) => {
  test('names every command and every flag of start', async () => {
    const { stdout, status } = await runCli(['completion', shell]);
    const flags = (await runCli(['start', '--help'])).stdout.match(/(?<=^ {2}(?:-\w, )?--)[a-z-]+/gm) ?? [];
    expect(status).toBe(0);
    expect(flags.length).toBeGreaterThan(10);
    expect(
      flags.filter((flag) => !stdout.includes(shell === 'fish' ? `-l ${flag} ` : `*--${flag}[`)),
    ).toEqual([]);
  });
});

test('another shell is refused with the list of those that are known', async () => {
  const { status, stderr } = await runCli(['completion', 'tcsh']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/bash, zsh, fish/);
});
