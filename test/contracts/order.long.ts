import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPackage, jsonReport, scenarioNames } from '../../contracts/index.js';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryPackage } from '../helpers/temporary-package.js';
import { mutate, swap, type Texts, to } from './mutants/mutant.js';

const clean = await cleanPackage();
const ids = [...(await scenarioNames())].filter((name) => name.includes('-'));

/** Wrong at a place that lint sees, at one that only a tenant shows, and at one that only a change of the tenant shows. */
const broken = mutate(
  mutate(
    mutate(clean, 'DisableAccountJSON', '/call/0/httpMethod', to('POST')),
    'STATUS_THRESHOLD_CONFIG',
    '/statusAndThresholdConfig/activeStatus',
    to(['active']),
  ),
  'ImportAccountEntJSON',
  '/accountParams/call/call1/http/url',
  swap('?includeInactive=true', ''),
);

describe('the report of a check', () => {
  test.each([
    ['the clean package', clean, 0],
    ['a broken one', broken, 3],
  ] as const)(
    'of %s is the same in whatever order the scenarios are told',
    async (_, texts, atLeast) => {
      const inOrder = await report(texts, ids);

      expect(JSON.parse(inOrder).scenarios).toHaveLength(ids.length);
      expect(JSON.parse(inOrder).findings.length).toBeGreaterThanOrEqual(atLeast);
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(ids, { minLength: ids.length }), async (order) => {
          expect(await report(texts, order)).toBe(inOrder);
        }),
        { numRuns: 3, seed: 1, endOnFailure: true },
      );
    },
    180_000,
  );
});

/** The JSON report, with a clock that stands still so that durations are 0. */
async function report(texts: Texts, only: readonly string[]): Promise<string> {
  const connectionPackage = await temporaryPackage(texts);
  const result = await checkPackage({ package: connectionPackage, only, now: () => 0 });
  return jsonReport(result).replace(JSON.stringify(connectionPackage.name), '"package"');
}
