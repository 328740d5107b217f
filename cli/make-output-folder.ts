import { makeFolder } from '../mock-server/index.js';
import { UsageError } from './failure.js';

/** Makes the folder that a flag or an argument names. @throws UsageError `output-unwritable` */
export async function makeOutputFolder(folder: string, named: string): Promise<void> {
  await makeFolder(folder).catch((error: Error) => {
    throw new UsageError(
      'output-unwritable',
      `The folder ${folder} cannot be made: ${error.message}`,
      `Give ${named} a folder that can be written to.`,
    );
  });
}
