import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

const clean = resolve('fixtures/packages/jama-connect');

describe('the command line', () => {
  test('ends with 0 when the flows that were asked for hold', async () => {
    const { status, stdout, stderr } = await runCli(['check', clean, '--only', 'token-first-call']);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/1 of 1 scenarios passed/);
  }, 30_000);

  test('ends with 2 and a remedy when the package cannot be used', async () => {
    const { status, stderr } = await runCli(['check', 'no-such-folder']);

    expect(status).toBe(2);
    expect(stderr).toMatch(/no-such-folder/);
    expect(stderr).not.toMatch(/\n\s+at /);
  }, 30_000);
});
