import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { disagreements, type GroovyCase } from './agreement.js';

const folder = join(import.meta.dirname, 'cases');

describe('more templates give what Groovy 2.4 gives', () => {
  for (const file of readdirSync(folder).filter(
    (name) => name.endsWith('.json') && name !== 'visible.json',
  )) {
    const cases: GroovyCase[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const groups = [...new Set(cases.map(({ group }) => group))];
    test.each(groups)(`${file}: %s`, (group) => {
      expect(disagreements(cases.filter((one) => one.group === group))).toEqual([]);
    });
  }
});
