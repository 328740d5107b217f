// biome-ignore-all lint/a11y/noRedundantRoles: where a narrow page lays the cells below each other, some browsers forget what they are
import type { OverviewRow } from '../../workbench/index.js';
import { agreementInWords } from '../class-rows.js';
import { counted, kindOfStatus, span } from '../format.js';
import { addressOf } from '../state/route.js';

export interface ClassTableProps {
  readonly rows: readonly OverviewRow[];
  readonly onReset: (tenant: string) => void;
}

/** A line for each trainee. */
export function ClassTable({ rows, onReset }: ClassTableProps) {
  return (
    <table class="class-table" role="table" aria-label="Trainees">
      <thead role="rowgroup">
        <tr role="row">
          {['Trainee', 'Lesson', 'Last call', 'Run', 'Both sides', 'Reset'].map((title) => (
            <th key={title} role="columnheader" scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.tenant} role="row">
            <th role="rowheader" scope="row">
              <a href={addressOf({ view: 'live', tenant: row.tenant })}>{row.tenant}</a>
            </th>
            <td role="cell" class="lesson">
              <Lesson row={row} />
            </td>
            <td role="cell" class="last-call">
              <LastCall row={row} />
            </td>
            <td role="cell" class="last-run">
              <LastRun row={row} />
            </td>
            <td role="cell">
              <Agreement row={row} />
            </td>
            <td role="cell" class="reset">
              <button type="button" onClick={() => onReset(row.tenant)}>
                Reset<span class="hidden"> {row.tenant}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: OverviewRow;
}

function Lesson({ row: { progress, package: chosen } }: RowProps) {
  if (progress === null) return <span class="muted">not opened</span>;
  const { title, step, steps, lessonsDone, lessons } = progress;
  const done = lessons === 0 ? '' : `${lessonsDone.length} of ${lessons} done`;
  return (
    <>
      {title === null ? <span class="muted">no lesson</span> : <b>{title}</b>}{' '}
      {title !== null && (
        <span class="step">
          {step >= steps ? 'all steps done' : `step ${step + 1} of ${steps}`}{' '}
          <progress max={Math.max(1, steps)} value={step} aria-label={`Steps done: ${step} of ${steps}`} />
        </span>
      )}
      <span class="small muted">{[done, chosen?.name].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function LastCall({ row: { last, idleMs, calls } }: RowProps) {
  if (last === null || idleMs === null) return <span class="muted">no call yet</span>;
  const { method, path, status } = last;
  return (
    <>
      <span class={`status ${kindOfStatus(status)}`}>{status === 0 ? 'cut' : status}</span>{' '}
      <span class="when">{span(Math.floor(idleMs / 1000) * 1000)} ago</span>{' '}
      <span class="small muted path" title={path}>
        {method} {path}
      </span>{' '}
      <span class="small muted">{counted(calls, 'call')}</span>
    </>
  );
}

function LastRun({ row: { run } }: RowProps) {
  if (run === null) return <span class="muted">no run</span>;
  const tone = { ok: 'good', running: '', waiting: 'off', failed: 'bad', 'not-possible': 'bad' }[run.status];
  return (
    <>
      {run.flow} <span class={`tag ${tone}`}>{run.status}</span>
    </>
  );
}

function Agreement({ row }: RowProps) {
  const { kind, text } = agreementInWords(row);
  return kind === 'none' ? <span class="muted">{text}</span> : <span class={`tag ${kind}`}>{text}</span>;
}
