import { open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';

/**
 * A lowdb adapter for one JSON file that is never half written: the text goes to a file beside it, is flushed to the disk,
 * and takes the place of the old file in one step. lowdb's own file adapter renames too, but does not flush, so a power
 * cut could leave an empty file behind.
 */
export class AtomicFile<T> implements Adapter<T> {
  readonly #file: string;
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Length of the text that was read or written last, in characters. */
  get size(): number {
    return this.#size;
  }

  /** The content, or null if there is no such file. Throws what JSON.parse and the file system throw. */
  async read(): Promise<T | null> {
    try {
      const text = await readFile(this.#file, 'utf8');
      this.#size = text.length;
      return JSON.parse(text) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async write(data: T): Promise<void> {
    const text = JSON.stringify(data);
    this.#size = text.length;
    await writeWhole(this.#file, text);
  }
}

/** Write a file in one step: it holds the old text or the new one, whatever happens. Throws what the file system throws. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const beside = join(dirname(file), `.${basename(file)}.tmp`);
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
  await flushFolder(dirname(file));
}

/** A rename is on disk when its folder is; systems that cannot flush a folder do it by themselves. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
