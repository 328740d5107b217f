import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { semanticsTable, unreadKeysTable } from '../../connector/index.js';
import { flows } from '../../contracts/index.js';

const page = readFileSync('docs/connector.md', 'utf8');

test('the tables of undocumented semantics are those of the ledger', () => {
  const [, shown] = page.split(/<!-- semantics:.*-->\n/);
  expect(shown?.split('<!-- end of semantics -->')[0]).toBe(semanticsTable());
});

test('the table of keys without effect is that of the connector', () => {
  const [, shown] = page.split(/<!-- unread keys:.*-->\n/);
  expect(shown?.split('<!-- end of unread keys -->')[0]).toBe(unreadKeysTable());
});

test.each(flows)('the flow %s is described', (flow) => {
  expect(page).toContain(`\`${flow}\``);
});
