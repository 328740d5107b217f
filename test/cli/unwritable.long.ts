import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

const clean = 'fixtures/packages/jama-connect';

/** Exists where there is such a thing, and nothing can be made in it. */
const NOWHERE = '/proc/jama-sim';

describe('a place that cannot be written to is refused, and nothing hangs', () => {
  test.each([
    ['init', ['init', NOWHERE]],
    ['check --output-dir', ['check', clean, '--reporter', 'json', '--output-dir', `${NOWHERE}/reports`]],
    ['run --repository', ['run', clean, 'import accounts', '--repository', `${NOWHERE}/eic.json`]],
    ['start --data', ['start', '--port', '0', '--data', `${NOWHERE}/tenants/`]],
  ])('%s', async (_, args) => {
    const { status, stdout, stderr } = await runCli(args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/\[(output|data-file)-unwritable\]\n {2}Give /);
  });

  test('unpack', async () => {
    const zip = join(await mkdtemp(join(tmpdir(), 'jama-sim-')), 'package.zip');
    await runCli(['pack', clean, '--output', zip]);

    const { status, stderr } = await runCli(['unpack', zip, '--output', `${NOWHERE}/package`]);

    expect(status).toBe(2);
    expect(stderr).toMatch(/\[output-unwritable\]\n {2}Give --output/);
  });
});
