import { type FileHandle, open } from 'node:fs/promises';
import { journalLine } from './journal-line.js';
import { JOURNAL_FORMAT, type JournalBatch, type JournalHead } from './read-journal.js';

/** The journal beside a data file, open for writing. One call at a time. */
export class Journal {
  readonly #handle: FileHandle;
  readonly #tenant: string;
  #length: number;
  #torn = false;

  private constructor(handle: FileHandle, tenant: string, length: number) {
    this.#handle = handle;
    this.#tenant = tenant;
    this.#length = length;
  }

  /** @param length bytes that are good; what follows is cut off */
  static async open(file: string, tenant: string, length: number): Promise<Journal> {
    const handle = await open(file, 'a', 0o600);
    await handle.truncate(length);
    return new Journal(handle, tenant, length);
  }

  /** Bytes of all lines. */
  get length(): number {
    return this.#length;
  }

  /** Resolves when the batch is on the disk. What a failed write left behind is cut off before the next one. */
  async append(batch: JournalBatch): Promise<void> {
    const head: JournalHead = { format: JOURNAL_FORMAT, tenant: this.#tenant };
    const text = `${this.#length === 0 ? journalLine(head) : ''}${journalLine(batch)}`;
    if (this.#torn) await this.#handle.truncate(this.#length);
    this.#torn = true;
    await this.#handle.appendFile(text);
    await this.#handle.datasync();
    this.#torn = false;
    this.#length += Buffer.byteLength(text);
  }

  /** Forget every line: a snapshot holds what they said. */
  async clear(): Promise<void> {
    this.#torn = true;
    this.#length = 0;
    await this.#handle.truncate(0);
    await this.#handle.datasync();
    this.#torn = false;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}
