import { describe, expect, test } from '@jest/globals';
import { checkPackage, type Finding } from '../../../contracts/index.js';
import { cleanPackage } from '../../helpers/clean-package.js';
import { temporaryPackage } from '../../helpers/temporary-package.js';
import type { Mutant } from './mutant.js';
import { mutantsOf } from './mutants.js';

const texts = await cleanPackage();

/** Enough to meet every flow; the other scenarios are those with other numbers and with faults. */
const quick = [
  ...['token', 'provisioning', 'access', 'lifecycle'],
  ...['import-accounts', 'import-access', 'import-again', 'import-awkward-names'],
];

describe('a typical mistake in the clean package', () => {
  test.each(mutantsOf(texts).map((mutant) => [mutant.title, mutant] as const))(
    '%s is found where it was made',
    async (_, mutant) => {
      const connectionPackage = await temporaryPackage(mutant.texts);

      const { findings } = await checkPackage({ package: connectionPackage, only: quick });

      const places = findings.map(
        ({ file, pointer, code, severity }) => `${file}#${pointer} ${severity} ${code}`,
      );
      expect({ places, found: findings.some((finding) => standsAt(finding, mutant)) }).toMatchObject({
        found: true,
      });
    },
    30_000,
  );
});

/** True when a finding stands at the mutated place, above it or below it, or at a value that depends on it. */
function standsAt({ file, pointer }: Finding, { document, places }: Mutant): boolean {
  return places.some((place) => {
    const [other, path] = place.includes('#') ? place.split('#') : [document, place];
    return file === other && (within(pointer, path ?? '') || (within(path ?? '', pointer) && pointer !== ''));
  });
}

function within(pointer: string, ancestor: string): boolean {
  return ancestor === '' || pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
