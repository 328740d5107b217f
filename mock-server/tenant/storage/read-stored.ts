import { applyChanges } from './apply-changes.js';
import { AtomicFile } from './atomic-file.js';
import { journalUnusable, unusable } from './errors.js';
import { readJournal } from './read-journal.js';
import { checkStored, type StoredTenant } from './stored-tenant.js';

/** A tenant as it was kept, and how much of its journal is good. */
export interface ReadTenant extends StoredTenant {
  readonly journalLength: number;
}

/** Where the journal of a data file is. */
export const journalOf = (file: string): string => `${file}.journal`;

/** Reads a tenant from its data file and the journal beside it, or gives undefined if there is neither. Throws `SetupError`. */
export async function readStored(file: string): Promise<ReadTenant | undefined> {
  let content: unknown;
  try {
    content = await new AtomicFile<unknown>(file).read();
  } catch (error) {
    throw unusable(file, (error as Error).message);
  }
  const stored = content === null ? undefined : await checkStored(file, content);
  const journal = journalOf(file);
  const { changes, lastChange, length } = await readJournal(journal, {
    tenant: stored?.id ?? '',
    after: stored?.lastChange ?? 0,
  });
  if (stored === undefined) return undefined;
  try {
    const state = applyChanges(stored.state, changes);
    return { ...stored, state, lastChange, journalLength: length };
  } catch (error) {
    throw journalUnusable(journal, (error as Error).message);
  }
}
