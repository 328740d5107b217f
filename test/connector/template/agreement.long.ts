import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { testWithShared } from '../../helpers/shared.js';
import { disagreements, type GroovyCase } from './agreement.js';

const visible = read(join(import.meta.dirname, 'cases/visible.json'));
const groups = [...new Set(visible.map(({ group }) => group))];

describe('templates give what Groovy 2.4 gives', () => {
  test.each(groups)('%s', (group) => {
    expect(disagreements(visible.filter((one) => one.group === group))).toEqual([]);
  });

  testWithShared('templates of published packages', 'oracle/published-templates.json', async (file) => {
    expect(disagreements(read(file))).toEqual([]);
  });
});

function read(file: string): GroovyCase[] {
  return JSON.parse(readFileSync(file, 'utf8'));
}
