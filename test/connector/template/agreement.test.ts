import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { testWithShared } from '../../helpers/shared.js';
import { disagreements, type GroovyCase } from './agreement.js';

const folder = join(import.meta.dirname, 'cases');

function read(file: string): GroovyCase[] {
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('templates give what Groovy 2.4 gives', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const cases = read(join(folder, file));
    const groups = [...new Set(cases.map(({ group }) => group))];
    test.each(groups)(`${file}: %s`, (group) => {
      expect(disagreements(cases.filter((one) => one.group === group))).toEqual([]);
    });
  }

  testWithShared('templates of published packages', 'oracle/published-templates.json', async (file) => {
    expect(disagreements(read(file))).toEqual([]);
  });
});
