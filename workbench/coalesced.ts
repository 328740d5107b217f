import { setTimeout as wait } from 'node:timers/promises';

/** Does the work once for all calls that come within so many milliseconds, at their end. */
export function coalesced(work: () => void, milliseconds: number): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    void wait(milliseconds, undefined, { ref: false }).then(() => {
      due = false;
      work();
    });
  };
}
