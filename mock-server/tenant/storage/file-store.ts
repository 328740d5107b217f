import { Low } from 'lowdb';
import { AtomicFile } from './atomic-file.js';
import { checkStored, type StoredTenant, unusable } from './stored-tenant.js';

/** Reads a tenant from a file, or gives undefined if the file does not exist. Throws `SetupError`. */
export async function readStored(file: string): Promise<StoredTenant | undefined> {
  let content: unknown;
  try {
    content = await new AtomicFile<unknown>(file).read();
  } catch (error) {
    throw unusable(file, (error as Error).message);
  }
  return content === null ? undefined : checkStored(file, content);
}

/** Keeps a tenant in one lowdb file. One write runs at a time; changes made meanwhile share the next one. */
export class FileStore {
  readonly #db: Low<StoredTenant>;
  readonly #current: () => StoredTenant;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #dirty = false;

  /** @param current gives what is to be written at the moment of writing */
  constructor(file: string, current: () => StoredTenant) {
    this.#current = current;
    this.#db = new Low<StoredTenant>(new AtomicFile<StoredTenant>(file), current());
  }

  changed(): void {
    this.#dirty = true;
  }

  /** Resolves when every change announced so far is on the disk; rejects if it could not be written. */
  saved(): Promise<void> {
    if (!this.#dirty) return this.#running ?? Promise.resolve();
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running.catch(() => undefined).then(() => this.#start());
    return this.#next;
  }

  #start(): Promise<void> {
    this.#dirty = false;
    this.#next = undefined;
    this.#db.data = this.#current();
    const running = this.#db.write().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }
}
