import type { BeforeSend, RequestTrace } from '../connector/index.js';

/** Holds the calls of one run until they are let go. */
export interface Gate {
  readonly beforeSend: BeforeSend;
  /** The call that waits. */
  waiting(): RequestTrace | undefined;
  /** Resolves when a call waits. */
  held(): Promise<void>;
  /** Lets the waiting call go; false if none waits. */
  next(): boolean;
  /** Lets the waiting call and all later ones go. */
  open(): void;
  /** Ends the run before the waiting or the next call. */
  stop(): void;
}

/**
 * A gate before the calls of a run.
 * @param held whether it begins closed
 * @param onChange told when a call begins to wait or goes
 */
export function createGate(held: boolean, onChange: () => void): Gate {
  let mode: 'held' | 'open' | 'stopped' = held ? 'held' : 'open';
  let call: { readonly request: RequestTrace; readonly decide: (go: 'send' | 'stop') => void } | undefined;

  const whenHeld: (() => void)[] = [];

  function decide(go: 'send' | 'stop'): boolean {
    const waiting = call;
    call = undefined;
    waiting?.decide(go);
    onChange();
    return waiting !== undefined;
  }

  return {
    beforeSend(request) {
      if (mode !== 'held') return Promise.resolve(mode === 'open' ? 'send' : 'stop');
      return new Promise((resolve) => {
        call = { request, decide: resolve };
        for (const tell of whenHeld.splice(0)) tell();
        onChange();
      });
    },
    waiting: () => call?.request,
    held: () => (call ? Promise.resolve() : new Promise((resolve) => whenHeld.push(resolve))),
    next: () => decide('send'),
    open() {
      mode = 'open';
      decide('send');
    },
    stop() {
      mode = 'stopped';
      decide('stop');
    },
  };
}
