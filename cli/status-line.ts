/** A line on a terminal that is written again and again while something lasts. */
export interface StatusLine {
  /** Writes the line anew, unless the last one is too young to be read. */
  show(text: string): void;
  /** Takes the line away. */
  clear(): void;
}

/** Where the line is written; nothing is written when it is no terminal. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds: what is over sooner shows no line, and a line stands so long before it changes. */
const PATIENCE = 200;

/** A status line. @param now milliseconds of a clock that only runs forward */
export function statusLine(terminal: Terminal, now: () => number): StatusLine {
  let writtenAt = now();
  let shown = false;
  return {
    show(text) {
      if (terminal.isTTY !== true || now() - writtenAt < PATIENCE) return;
      writtenAt = now();
      shown = true;
      // A line that wraps could not be written over.
      terminal.write(`\r\u001b[2K${text.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    clear() {
      if (shown) terminal.write('\r\u001b[2K');
      shown = false;
    },
  };
}
