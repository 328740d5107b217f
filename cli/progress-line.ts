import type { Progress } from '../connector/index.js';
import { statusLine, type Terminal } from './status-line.js';

/** A line on a terminal that is written again and again while an import runs. */
export interface ProgressLine {
  update(progress: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

const BAR = 20;

/** A progress line. @param now milliseconds of a clock that only runs forward */
export function progressLine(terminal: Terminal, now: () => number): ProgressLine {
  const line = statusLine(terminal, now);
  let pageSize = 0;
  return {
    update(progress) {
      if (progress.calls === 1) pageSize = progress.records;
      line.show(lineOf(progress, pageSize));
    },
    clear: line.clear,
  };
}

function lineOf({ what, records, calls, total }: Progress, pageSize: number): string {
  if (total === undefined || total === 0) return `  call ${calls}   ${records} ${what}`;
  const pages = pageSize === 0 ? '' : ` of ${Math.ceil(total / pageSize)}`;
  const filled = Math.min(BAR, Math.round((records / total) * BAR));
  const bar = `[${'='.repeat(filled)}${' '.repeat(BAR - filled)}]`;
  return `  page ${calls}${pages}   ${records}/${total} ${what}   ${bar}`;
}
