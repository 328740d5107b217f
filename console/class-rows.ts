import type { OverviewRow } from '../workbench/index.js';
import { counted } from './format.js';

/** In which order the trainees stand. */
export type ClassOrder = 'name' | 'idle' | 'behind';

/** How far somebody is, in steps of the whole course: lessons done count more than any step. */
const distance = ({ progress }: OverviewRow): number =>
  progress === null ? -1 : progress.lessonsDone.length * 1000 + progress.step;

/** The rows in an order: as they were handed out, who has not called for longest, or who has come least far. */
export function ordered(rows: readonly OverviewRow[], order: ClassOrder): readonly OverviewRow[] {
  if (order === 'name') return rows;
  const idle = (row: OverviewRow) => row.idleMs ?? Number.POSITIVE_INFINITY;
  return [...rows].sort((a, b) =>
    order === 'idle' ? compare(idle(b), idle(a)) : compare(distance(a), distance(b)),
  );
}

/** Two that are infinite are equal; their difference would be no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The class in one line. */
export function classInWords(rows: readonly OverviewRow[]): string {
  const opened = rows.filter(({ package: chosen }) => chosen !== null).length;
  const busy = rows.filter(({ idleMs }) => idleMs !== null && idleMs < 60_000).length;
  return `${opened} of ${rows.length} have opened their console, ${busy} made a call in the last minute`;
}

/** Whether both sides of a trainee agree, in a few words. */
export function agreementInWords({ agreement }: OverviewRow): {
  readonly kind: 'good' | 'off' | 'none';
  readonly text: string;
} {
  if (agreement === null) return { kind: 'none', text: 'not known' };
  const { same, different, onlyTenant, onlyEic, groupsDue } = agreement;
  const apart = different + onlyTenant + onlyEic;
  if (apart === 0 && groupsDue > 0)
    return { kind: 'none', text: `${counted(groupsDue, 'group')} not imported yet` };
  if (apart === 0) return { kind: 'good', text: 'both agree' };
  return same === 0 && onlyEic === 0 && different === 0
    ? { kind: 'none', text: 'nothing imported' }
    : { kind: 'off', text: `${apart} differ` };
}
