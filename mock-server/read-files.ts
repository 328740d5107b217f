import { FIXTURE_SCHEMA, type Fixture, fixtureProblem } from './fixture/index.js';
import { readJsonFile } from './input/json-file.js';
import { OVERRIDES_SCHEMA, type Overrides } from './overrides/index.js';
import { FAULT_FILE_SCHEMA, type FaultRule, type FaultUse } from './tenant/faults/index.js';

/**
 * Read fault rules from a file, `{"faults":[{"use":"throttled"},{"match":{...},"effect":{...}}]}`. Rejects with `SetupError`
 * of code `faults-file-invalid`, whose message begins with the place.
 */
export async function readFaults(file: string): Promise<readonly (FaultRule | FaultUse)[]> {
  const { faults } = await readJsonFile<{ readonly faults: readonly (FaultRule | FaultUse)[] }>(
    file,
    FAULT_FILE_SCHEMA,
    'faults-file-invalid',
    'fault rules',
  );
  return faults;
}

/**
 * Read corrections of what the vendor never published from a file. Rejects with `SetupError` of code
 * `overrides-file-invalid`, whose message begins with the place.
 */
export async function readOverrides(file: string): Promise<Overrides> {
  return readJsonFile<Overrides>(file, OVERRIDES_SCHEMA, 'overrides-file-invalid', 'overrides');
}

/**
 * Read a recorded tenant from a file that `jama-sim record` wrote. Rejects with `SetupError` of code `fixture-file-invalid`, whose
 * message begins with the place.
 */
export async function readFixture(file: string): Promise<Fixture> {
  return readJsonFile<Fixture>(file, FIXTURE_SCHEMA, 'fixture-file-invalid', 'fixture', fixtureProblem);
}
