import { describe, expect, test } from '@jest/globals';
import { checkPackage } from '../../contracts/index.js';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryPackage } from '../helpers/temporary-package.js';
import { json, mutate, remove, swap, to } from './mutants/mutant.js';

const texts = await cleanPackage();
const enough = ['create-account', 'create-account-awkward', 'update-account', 'enable-account'];
const body = '/call/0/httpParams';

/** What a finding's caret covers of its line in the text of its connector JSON. */
async function seen(changed: typeof texts, document: string, code: string): Promise<string | undefined> {
  const connectionPackage = await temporaryPackage(changed);
  const { findings } = await checkPackage(connectionPackage, { only: enough });
  const found = findings.find((one) => one.file === document && one.code === code);
  if (!found) return undefined;
  const lines = connectionPackage.document(document).text.split('\n');
  const end = found.endLine === found.line ? found.endColumn - 1 : undefined;
  return lines[found.line - 1]?.slice(found.column - 1, end);
}

describe('what went wrong at run time stands', () => {
  test.each([
    ['value-not-escaped', swap(json('user.lastname'), '"${user.lastname}"'), '${user.lastname}'],
    ['value-not-escaped', swap(json('password'), '"${password}"'), '${password}'],
    ['body-not-json', swap(',"email"', '"email"'), '\\"'],
    ['call-unsuccessful', swap(json('user.email'), json('user.username')), json('user.username')],
    ['username-differs', swap(json('accountName'), json('user.email')), json('user.email')],
  ])(
    'as %s at the part of the body that caused it',
    async (code, change, covered) => {
      const changed = mutate(texts, 'CreateAccountJSON', body, change);

      expect(await seen(changed, 'CreateAccountJSON', code)).toBe(covered);
    },
    30_000,
  );

  test('at the condition that a good answer does not meet', async () => {
    const conditions = '/call/0/successResponses';
    const changed = mutate(texts, 'UpdateAccountJSON', conditions, to({ 'meta.status': ['Updated'] }));

    expect(await seen(changed, 'UpdateAccountJSON', 'call-unsuccessful')).toMatch(/^\[/);
  }, 30_000);

  test('at the key above one that is missing', async () => {
    const changed = mutate(texts, 'EnableAccountJSON', '/call/0/httpContentType', remove);

    expect(await seen(changed, 'EnableAccountJSON', 'call-unsuccessful')).toBe('{');
  }, 30_000);
});
