import { describe, expect, test } from '@jest/globals';
import { jamaTarget, lintPackage, rules } from '../../../contracts/index.js';
import { temporaryPackage } from '../../helpers/temporary-package.js';

const target = jamaTarget();

describe('every rule', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s speaks of its example, and not of the mended one',
    async (id, rule) => {
      const trips = lintPackage(await temporaryPackage(rule.example.trips), target);
      const passes = lintPackage(await temporaryPackage(rule.example.passes), target);

      const own = trips.filter(({ finding }) => finding.code === id);
      expect(own).not.toHaveLength(0);
      for (const { finding } of own) {
        expect(finding.severity).toBe(own[0]?.finding.severity);
        expect(finding.message).toMatch(/\S.*[.!?]$/);
        expect(finding.remedy).not.toBe('');
      }
      expect(passes.map(({ finding }) => finding.code)).not.toContain(id);
    },
  );

  test('has an id of its own', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
  });
});
