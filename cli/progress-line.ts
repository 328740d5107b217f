import type { Progress } from '../connector/index.js';

/** A line on a terminal that is written again and again while an import runs. */
export interface ProgressLine {
  update(progress: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

/** Where the line is written; nothing is written when it is no terminal. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds: an import that is over sooner shows no line, and a line stands so long before it changes. */
const PATIENCE = 200;
const BAR = 20;

/** A progress line. @param now milliseconds of a clock that only runs forward */
export function progressLine(terminal: Terminal, now: () => number): ProgressLine {
  let writtenAt = now();
  let shown = false;
  let pageSize = 0;
  return {
    update(progress) {
      if (progress.calls === 1) pageSize = progress.records;
      if (terminal.isTTY !== true || now() - writtenAt < PATIENCE) return;
      writtenAt = now();
      shown = true;
      // A line that wraps could not be written over.
      terminal.write(`\r\u001b[2K${lineOf(progress, pageSize).slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    clear() {
      if (shown) terminal.write('\r\u001b[2K');
      shown = false;
    },
  };
}

function lineOf({ what, records, calls, total }: Progress, pageSize: number): string {
  if (total === undefined || total === 0) return `  call ${calls}   ${records} ${what}`;
  const pages = pageSize === 0 ? '' : ` of ${Math.ceil(total / pageSize)}`;
  const filled = Math.min(BAR, Math.round((records / total) * BAR));
  const bar = `[${'='.repeat(filled)}${' '.repeat(BAR - filled)}]`;
  return `  page ${calls}${pages}   ${records}/${total} ${what}   ${bar}`;
}
