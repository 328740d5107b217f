import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { SEMANTICS_LEDGER } from '../../connector/index.js';
import { EVIDENCE } from '../../mock-server/index.js';

const FOLDER = 'contracts/lint/rules';

/** The ids that the sources of the rules name, each with its file. */
function named(): [string, string][] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/evidence: \[([^\]]*)\]/g)].flatMap(([, list]) =>
        [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, id]): [string, string] => [id ?? '', file]),
      ),
    );
}

const LEDGERS: ReadonlySet<string> = new Set([...SEMANTICS_LEDGER, ...EVIDENCE].map(({ id }) => id));

test.each(named())('the entry %s that %s rests on is in a ledger', (id) => {
  expect(LEDGERS).toContain(id);
});

test('no two entries of the ledgers have the same id', () => {
  expect(LEDGERS.size).toBe(SEMANTICS_LEDGER.length + EVIDENCE.length);
});
