import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every temporary folder of one run of the tests lies in one, which goes when the run ends. */
export default function ownTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'jama-sim-tests-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
