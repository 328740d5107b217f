import type { ConnectionPackage } from '../../connector/index.js';
import type { Finding } from '../findings.js';

const width = 100;

/** The line of a finding with its neighbours and a caret under the place, as `| `-framed lines; empty when there is no text. */
export function sourceFrame(connectionPackage: ConnectionPackage, finding: Finding): string[] {
  const lines = connectionPackage.document(finding.file).text.split(/\r?\n/);
  const line = lines[finding.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const first = Math.max(1, finding.line - 2);
  const digits = String(finding.line).length;
  const cut = cutAround(line, finding.column - 1);
  const length = finding.endLine === finding.line ? Math.max(1, finding.endColumn - finding.column) : 1;
  const before = lines
    .slice(first - 1, finding.line - 1)
    .map((text, index) => `  ${String(first + index).padStart(digits)} | ${shorten(text)}`);
  return [
    ...before,
    `> ${finding.line} | ${cut.text}`,
    `  ${' '.repeat(digits)} | ${' '.repeat(cut.column)}${'^'.repeat(Math.min(length, cut.text.length - cut.column) || 1)}`,
  ];
}

/** A long line cut so that the column stays in sight, and where the column then is. */
function cutAround(line: string, column: number): { text: string; column: number } {
  if (line.length <= width) return { text: line, column };
  const start = Math.max(0, Math.min(column - 20, line.length - width));
  const head = start > 0 ? '...' : '';
  const tail = start + width < line.length ? '...' : '';
  return { text: `${head}${line.slice(start, start + width)}${tail}`, column: column - start + head.length };
}

function shorten(line: string): string {
  return line.length > width ? `${line.slice(0, width)}...` : line;
}
