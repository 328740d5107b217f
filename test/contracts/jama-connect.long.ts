import { describe, expect, test } from '@jest/globals';
import { readPackage } from '../../connector/index.js';
import { checkPackage } from '../../contracts/index.js';

describe('the package that jama-sim ships', () => {
  test('passes every scenario without a finding', async () => {
    const connectionPackage = await readPackage('fixtures/packages/jama-connect');

    const result = await checkPackage({ package: connectionPackage, now: () => performance.now() });

    expect(result.findings).toEqual([]);
    expect(result.scenarios.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(result.scenarios.length).toBeGreaterThan(10);
  }, 60_000);
});
