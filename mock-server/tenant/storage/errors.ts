import { SetupError } from '../errors.js';

/** The error for a data file that holds no tenant. */
export function unusable(file: string, why: string): SetupError {
  return new SetupError(
    'data-file-unusable',
    `The data file ${file} cannot be read as a tenant: ${why}. It was left as it is.`,
    'Give another file with --data, or move this one away to start with a new tenant.',
  );
}

/** The error for a data file that cannot be written when the simulator starts. */
export function unwritable(file: string, error: unknown): SetupError {
  return new SetupError(
    'data-file-unwritable',
    `The data file ${file} cannot be written: ${(error as Error).message}.`,
    'Give --data a file in a folder that exists and can be written to.',
  );
}

/** The error for a data file that another simulator keeps its tenant in. */
export function inUse(file: string, lock: string, pid: number): SetupError {
  return new SetupError(
    'data-file-in-use',
    `The data file ${file} is in use by the process ${pid}.`,
    `Stop that simulator, or give another file with --data. If no simulator runs there, remove ${lock}.`,
  );
}

/** The error for the journal beside a data file. */
export function journalUnusable(file: string, why: string): SetupError {
  return new SetupError(
    'data-journal-unusable',
    `The journal ${file} cannot be read: ${why}. It was left as it is.`,
    'It holds the last changes of the data file beside it. Put both back as they were, or move the journal away to start without those changes.',
  );
}
