import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryFolder } from '../helpers/temporary-package.js';
import { mutate, to } from './mutants/mutant.js';

/** Wrong where scenarios of several families see it. */
const texts = mutate(
  mutate(await cleanPackage(), 'DisableAccountJSON', '/call/0/httpMethod', to('POST')),
  'STATUS_THRESHOLD_CONFIG',
  '/statusAndThresholdConfig/activeStatus',
  to(['active']),
);

test('a check shows the same with and without other threads', async () => {
  const folder = await temporaryFolder(texts);

  const [alone, together] = [0, 2].map((threads) => report(folder, threads));

  expect(together).toBe(alone);
  expect(JSON.parse(alone ?? '').findings.length).toBeGreaterThan(1);
}, 120_000);

/** The JSON report of a check in a process of its own, with a clock that stands still so that durations are 0. */
function report(folder: string, threads: number): string {
  const script = `
    import { checkPackage, jsonReport } from './dist/contracts/index.js';
    const result = await checkPackage(${JSON.stringify(folder)}, { threads: ${threads}, now: () => 0 });
    process.stdout.write(jsonReport(result));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}
