import { beforeEach, describe, expect, test } from '@jest/globals';
import { createRepeatedCheck, type RepeatedCheck, readGiven } from '../../contracts/index.js';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryPackage } from '../helpers/temporary-package.js';
import { mutate, type Texts, to } from './mutants/mutant.js';

const clean = await cleanPackage();
/** One that imports and one that does not. */
const only = ['import-20-users', 'create-duplicate'];

const withoutKey = (texts: Texts) =>
  mutate(
    texts,
    'ImportAccountEntJSON',
    '/accountParams/call/call1/colsToPropsMap/accountID',
    to('nowhere~#~char'),
  );

async function verdict(repeated: RepeatedCheck, texts: Texts) {
  const given = await readGiven(await temporaryPackage(texts), {});
  const checked = await repeated.check(given, { stale: () => false });
  const failed = checked?.result.scenarios.filter(({ status }) => status === 'failed') ?? [];
  return { retold: checked?.retold, failed: failed.map(({ id }) => id) };
}

describe('a check that is repeated', () => {
  let repeated: RepeatedCheck;

  beforeEach(async () => {
    repeated = createRepeatedCheck(() => 0, { only });
    expect(await verdict(repeated, clean)).toEqual({ retold: 2, failed: [] });
  }, 30_000);

  test('tells anew what rests on the change, and knows the old verdict when it is taken back', async () => {
    const changed = await verdict(repeated, withoutKey(clean));
    const takenBack = await verdict(repeated, clean);

    expect(changed).toEqual({ retold: 1, failed: ['import-20-users'] });
    expect(takenBack).toEqual({ retold: 0, failed: [] });
  });

  test('tells nothing anew for another layout', async () => {
    const spaced = Object.fromEntries(
      Object.entries(clean).map(([name, text]) => [name, JSON.stringify(JSON.parse(text), null, 7)]),
    );

    expect(await verdict(repeated, spaced)).toEqual({ retold: 0, failed: [] });
  });

  test('tells anew what reads a connector JSON that it does not need', async () => {
    const policy = mutate(clean, 'ConfigJSON', '/connectionTimeoutConfig/retryCount', to(1));
    const users = { ...clean, ImportUserJSON: '{}' };

    expect(await verdict(repeated, policy)).toEqual({ retold: 2, failed: [] });
    expect((await verdict(repeated, users)).retold).toBe(2);
  });

  test('is given up when the package changes again, and keeps what was told', async () => {
    const given = await readGiven(await temporaryPackage(withoutKey(clean)), {});

    const givenUp = await repeated.check(given, { stale: () => true });

    expect(givenUp).toBeUndefined();
    expect(await verdict(repeated, clean)).toEqual({ retold: 0, failed: [] });
  });
});
