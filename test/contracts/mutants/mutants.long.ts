import { describe, expect, test } from '@jest/globals';
import type { ConnectionPackage } from '../../../connector/index.js';
import { type CheckResult, checkPackage, type Finding, lintFiles } from '../../../contracts/index.js';
import { cleanPackage } from '../../helpers/clean-package.js';
import { temporaryPackage } from '../../helpers/temporary-package.js';
import type { Mutant } from './mutant.js';
import { mutantsOf } from './mutants.js';

const texts = await cleanPackage();

/** Enough to meet every flow; the other scenarios are those with other numbers and with faults. */
const quick = [
  ...['token', 'provisioning', 'access', 'lifecycle'],
  ...['import-accounts', 'import-access', 'import-again', 'import-awkward-names'],
  ...['import-vanished-users', 'import-changed-members', 'import-deleted-group'],
];

describe('a typical mistake in the clean package', () => {
  test.each(mutantsOf(texts).map((mutant) => [mutant.title, mutant] as const))(
    '%s is found where it was made',
    async (_, mutant) => {
      const connectionPackage = await temporaryPackage(mutant.texts);

      const { findings } = await foundIn(connectionPackage, mutant);

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

/** What reading the package finds, and what running it finds where that is not enough: a check has both. */
async function foundIn(connectionPackage: ConnectionPackage, mutant: Mutant): Promise<CheckResult> {
  const read = await lintFiles(connectionPackage);
  if (read.findings.some((finding) => standsAt(finding, mutant))) return read;
  return checkPackage({ package: connectionPackage, only: quick });
}

/** True when a finding stands at the mutated place or below it, at a value that depends on it, or, where that will do, above it. */
function standsAt({ file, pointer }: Finding, { document, places, precise }: Mutant): boolean {
  return places.some((place) => {
    const [other, path] = place.includes('#') ? place.split('#') : [document, place];
    const above = !precise && pointer !== '' && within(path ?? '', pointer);
    return file === other && (within(pointer, path ?? '') || above);
  });
}

function within(pointer: string, ancestor: string): boolean {
  return ancestor === '' || pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
