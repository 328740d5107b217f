import { ConnectorFailure } from '../failure.js';
import type { JsonObject } from '../json.js';
import type { ConnectorProblem } from '../problem.js';
import type { ImportContext } from './context.js';

/**
 * Runs the calls of a section. Gives the problem of a call that failed when what arrived before it is to count all the
 * same: without doNotChangeIfFailed, and only when that is chosen.
 * @throws ConnectorFailure when a failed call ends the import
 */
export async function arrived(
  section: JsonObject,
  context: ImportContext,
  work: () => Promise<void>,
): Promise<ConnectorProblem | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const { doNotChangeIfFailed } = section;
    const guarded = doNotChangeIfFailed === true || doNotChangeIfFailed === 'true';
    if (!(error instanceof ConnectorFailure) || guarded) throw error;
    if (context.run.choose('failedImport') === 'changes-nothing') throw error;
    return error.problem;
  }
}
