import { readFile } from 'node:fs/promises';
import type { SmallChange } from '../change.js';
import { journalUnusable } from './errors.js';
import { readJournalLine } from './journal-line.js';

/** First line of a journal: whose changes follow. */
export interface JournalHead {
  readonly format: typeof JOURNAL_FORMAT;
  /** `id` of the stored tenant. */
  readonly tenant: string;
}

/** Every other line: changes that were flushed to the disk together; the first of them has the number `from`. */
export interface JournalBatch {
  readonly from: number;
  readonly changes: readonly SmallChange[];
}

export const JOURNAL_FORMAT = 'jama-sim journal 1';

export interface ReadJournal {
  /** The changes after the one with the number `after`, in order. */
  readonly changes: readonly SmallChange[];
  /** The number of the last change, `after` if there is none. */
  readonly lastChange: number;
  /** Bytes of whole lines; what follows was torn off by a crash and never acknowledged. */
  readonly length: number;
}

/**
 * Read the journal beside a data file; a journal that does not exist is empty. A torn last line is passed over. Throws
 * `SetupError` with code `data-journal-unusable` for everything else that is not as it was written.
 */
export async function readJournal(
  file: string,
  { tenant, after }: { readonly tenant: string; readonly after: number },
): Promise<ReadJournal> {
  const bytes = await contentOf(file);
  const { lines, length } = wholeLines(bytes);
  const changes: SmallChange[] = [];
  let lastChange = after;
  let read = 0;
  for (const [index, line] of lines.entries()) {
    try {
      const value = readJournalLine(line);
      if (index === 0) checkHead(value as JournalHead, tenant);
      else {
        const batch = value as JournalBatch;
        checkOrder(batch, index === 1 ? undefined : read, lastChange);
        read = batch.from + batch.changes.length - 1;
        changes.push(...batch.changes.slice(Math.max(0, lastChange + 1 - batch.from)));
        lastChange = Math.max(lastChange, read);
      }
    } catch (error) {
      throw journalUnusable(file, `line ${index + 1}: ${(error as Error).message}`);
    }
  }
  return { changes, lastChange, length };
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw journalUnusable(file, (error as Error).message);
  }
}

/** One write is one line, so a crash can only tear the last: it has no end, or blocks of zeros where the disk was not reached. */
function wholeLines(bytes: Buffer): { readonly lines: readonly string[]; readonly length: number } {
  let length = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, length).toString('utf8').split('\n').slice(0, -1);
  const last = lines.at(-1);
  if (last?.includes('\0')) {
    length -= Buffer.byteLength(last) + 1;
    lines.pop();
  }
  return { lines, length };
}

function checkHead({ format, tenant }: JournalHead, wanted: string): void {
  if (format !== JOURNAL_FORMAT) throw new Error(`its format is not "${JOURNAL_FORMAT}"`);
  if (tenant !== wanted) throw new Error('it belongs to another data file');
}

function checkOrder({ from, changes }: JournalBatch, before: number | undefined, lastChange: number): void {
  if (!Number.isSafeInteger(from) || !Array.isArray(changes)) throw new Error('it holds no changes');
  if (before !== undefined && from <= before) throw new Error(`change ${from} comes twice`);
  if (from > lastChange + 1) throw new Error(`changes ${lastChange + 1} to ${from - 1} are missing`);
}
