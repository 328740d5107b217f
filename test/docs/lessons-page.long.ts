import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { conditionsTable } from '../../workbench/index.js';

test('the table of conditions is that of the code', async () => {
  const [, shown] = readFileSync('docs/lessons.md', 'utf8').split(/<!-- conditions:.*-->\n/);
  expect(shown?.split('<!-- end of conditions -->')[0]).toBe(await conditionsTable());
});
