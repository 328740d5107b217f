import { describe, expect, test } from '@jest/globals';
import { checkPackage } from '../../../contracts/index.js';
import { cleanPackage } from '../../helpers/clean-package.js';
import { temporaryPackage } from '../../helpers/temporary-package.js';
import { harmlessOf } from './harmless.js';

const texts = await cleanPackage();

describe('a harmless rewrite of the clean package', () => {
  test.each(harmlessOf(texts).map((rewrite) => [rewrite.title, rewrite] as const))(
    '%s gives no error',
    async (_, rewrite) => {
      const connectionPackage = await temporaryPackage(rewrite.texts);

      const { findings } = await checkPackage({ package: connectionPackage, now: () => performance.now() });

      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(
        errors.map(({ file, pointer, code, message }) => `${file}#${pointer} ${code}: ${message}`),
      ).toEqual([]);
    },
    30_000,
  );
});
