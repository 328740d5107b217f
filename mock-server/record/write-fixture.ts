import type { Fixture } from '../fixture/index.js';
import { SetupError } from '../tenant/errors.js';
import { writeWhole } from '../tenant/storage/atomic-file.js';

/** Write a fixture in one step: the file is the old one or the new one, never half of it. Rejects with `SetupError` `output-unwritable`. */
export async function writeFixture(file: string, fixture: Fixture): Promise<void> {
  try {
    await writeWhole(file, `${JSON.stringify(fixture, null, 2)}\n`);
  } catch (error) {
    throw new SetupError(
      'output-unwritable',
      `${file} cannot be written: ${(error as Error).message}.`,
      'Give --output a file in a folder that exists and can be written to.',
    );
  }
}
