import { watch } from 'node:fs';

/** A folder to keep an eye on, and the names in it that matter. */
export interface WatchedFolder {
  readonly folder: string;
  matches(name: string): boolean;
}

/** Changes of files, gathered until somebody asks. */
export interface FileChanges {
  /** Something has changed since `next` last came back, or there is no more to come. */
  pending(): boolean;
  /** Waits for a change and for the writing to settle; false when there is no more to come. */
  next(): Promise<boolean>;
  close(): void;
}

/** An editor writes a file in several steps. */
const SETTLE_MS = 30;

/** Watches folders, not files: editors replace a file by a new one of the same name. */
export function fileChanges(folders: readonly WatchedFolder[]): FileChanges {
  let changed = false;
  let closed = false;
  let wake: () => void = () => {};
  const note = () => {
    changed = true;
    wake();
  };
  const watchers = folders.map(({ folder, matches }) =>
    watch(folder, (_event, name) => {
      if (name === null || matches(name)) note();
    }),
  );
  return {
    pending: () => changed || closed,
    async next() {
      if (!changed && !closed) {
        await new Promise<void>((woken) => {
          wake = woken;
        });
      }
      if (closed) return false;
      await new Promise((settled) => setTimeout(settled, SETTLE_MS));
      changed = false;
      return !closed;
    },
    close() {
      closed = true;
      for (const watcher of watchers) watcher.close();
      wake();
    },
  };
}
