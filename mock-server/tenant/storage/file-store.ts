import { unlink } from 'node:fs/promises';
import { Low } from 'lowdb';
import type { Change, ChangeStore, SmallChange } from '../change.js';
import type { Credentials } from '../credentials.js';
import type { TenantState } from '../state.js';
import { AtomicFile } from './atomic-file.js';
import { unwritable } from './errors.js';
import type { FileLock } from './file-lock.js';
import { Journal } from './journal.js';
import { journalOf } from './read-stored.js';
import { FORMAT, type StoredTenant } from './stored-tenant.js';

/** The tenant that is kept. */
export interface KeptTenant {
  readonly credentials: Credentials;
  snapshot(): TenantState;
}

/** What a store goes on from. */
export interface StoreBeginning {
  /** `id` of the stored tenant. */
  readonly id: string;
  readonly lastChange: number;
  readonly journalLength: number;
}

/** The journal is folded into the snapshot when it is as long as the snapshot, and not before it has this many bytes. */
const SHORTEST_FOLD = 1_048_576;

/**
 * Keeps a tenant in a lowdb snapshot and a journal of the changes since then. A write appends to the journal, so its cost does
 * not grow with the tenant; changes made while one write runs share the next. Every so often a write is a new snapshot instead.
 */
export class FileStore implements ChangeStore {
  readonly #file: string;
  readonly #tenant: KeptTenant;
  readonly #id: string;
  readonly #snapshot: AtomicFile<StoredTenant>;
  readonly #journal: Journal;
  readonly #lock: FileLock;
  #lastChange: number;
  #pending: Change[] = [];
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(
    file: string,
    tenant: KeptTenant,
    journal: Journal,
    beginning: StoreBeginning,
    lock: FileLock,
  ) {
    this.#file = file;
    this.#lock = lock;
    this.#tenant = tenant;
    this.#journal = journal;
    this.#id = beginning.id;
    this.#lastChange = beginning.lastChange;
    this.#snapshot = new AtomicFile<StoredTenant>(file);
  }

  /**
   * Keep a tenant from now on; a snapshot of it is on the disk before this resolves. The lock is released when the store is closed.
   * Rejects with `SetupError` `data-file-unwritable`.
   */
  static async open(
    file: string,
    tenant: KeptTenant,
    beginning: StoreBeginning,
    lock: FileLock,
  ): Promise<FileStore> {
    let journal: Journal | undefined;
    try {
      journal = await Journal.open(journalOf(file), beginning.id, beginning.journalLength);
      const store = new FileStore(file, tenant, journal, beginning, lock);
      store.changed({ kind: 'everything' });
      await store.saved();
      return store;
    } catch (error) {
      await journal?.close();
      throw unwritable(file, error);
    }
  }

  changed(change: Change): void {
    this.#pending.push(change);
  }

  saved(): Promise<void> {
    if (this.#pending.length === 0) return this.#running;
    this.#next ??= this.#running.catch(() => undefined).then(() => this.#flush());
    return this.#next;
  }

  /** Keep what is pending, fold the journal into the snapshot, and let go of both files. */
  async close(): Promise<void> {
    try {
      await this.#fold();
      await unlink(journalOf(this.#file));
    } finally {
      await this.#lock.release();
    }
  }

  async #fold(): Promise<void> {
    try {
      await this.saved();
      if (this.#journal.length > 0) {
        this.changed({ kind: 'everything' });
        await this.saved();
      }
    } finally {
      await this.#journal.close();
    }
  }

  #flush(): Promise<void> {
    this.#next = undefined;
    this.#running = this.#write();
    return this.#running;
  }

  async #write(): Promise<void> {
    const changes = this.#pending;
    this.#pending = [];
    const small = changes.filter((change): change is SmallChange => change.kind !== 'everything');
    const fold = this.#journal.length > Math.max(SHORTEST_FOLD, this.#snapshot.size);
    try {
      if (fold || small.length < changes.length) await this.#writeSnapshot(this.#lastChange + changes.length);
      else await this.#journal.append({ from: this.#lastChange + 1, changes: small });
    } catch (error) {
      this.#pending = [...changes, ...this.#pending];
      throw error;
    }
    this.#lastChange += changes.length;
  }

  /** The state is taken in the same tick as the changes that it has seen. */
  async #writeSnapshot(lastChange: number): Promise<void> {
    const { credentials } = this.#tenant;
    const state = this.#tenant.snapshot();
    const stored = { format: FORMAT, id: this.#id, lastChange, credentials, state } as const;
    await new Low<StoredTenant>(this.#snapshot, stored).write();
    await this.#journal.clear();
  }
}
