import { describe, expect, test } from '@jest/globals';
import type { PackageView } from '../../workbench/index.js';
import { workbenchUnderTest } from '../helpers/workbench-under-test.js';

describe('the shelf', () => {
  test('checks a package with every scenario, once', async () => {
    const { ask } = await workbenchUnderTest();
    const [one, two] = await Promise.all([
      ask<PackageView>('POST', '/packages/jama-connect/check'),
      ask<PackageView>('POST', '/packages/jama-connect/check'),
    ]);
    expect(one).toEqual(two);
    expect([one.checked, new Set(one.scenarios.map(({ status }) => status))]).toEqual([
      'run',
      new Set(['passed']),
    ]);
    expect(await ask('GET', '/packages/jama-connect')).toEqual(one);
  }, 30_000);
});
