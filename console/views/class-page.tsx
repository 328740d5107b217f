import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OverviewRow } from '../../workbench/index.js';
import type { ApiProblem } from '../api/http.js';
import { workbench } from '../api/workbench.js';
import { type ClassOrder, classInWords, ordered } from '../class-rows.js';
import { counted } from '../format.js';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { wordsOf } from '../state/act.js';
import { useNotice } from '../state/use-notice.js';
import { useOverview } from '../state/use-overview.js';
import { ClassTable } from './class-table.js';

export interface ClassPageProps {
  readonly refused: (problem: ApiProblem) => void;
  readonly header: ComponentChildren;
}

const ORDERS: readonly (readonly [ClassOrder, string])[] = [
  ['name', 'as handed out'],
  ['idle', 'longest without a call'],
  ['behind', 'least far'],
];

/** Every trainee at a glance: where they are, what they did last, and the way back to the beginning. */
export function ClassPage({ refused, header }: ClassPageProps) {
  const { rows, trouble, show } = useOverview(refused);
  const [order, setOrder] = useState<ClassOrder>('name');
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [said, tell] = useNotice('class');

  async function anew(tenants: readonly string[]): Promise<void> {
    try {
      show(await workbench.anew(tenants));
      tell('done', `${whose(tenants)} ${tenants.length === 1 ? 'begins' : 'begin'} anew.`);
    } catch (error) {
      tell('refused', wordsOf(error));
    }
  }

  const stale = rows === undefined ? undefined : trouble;
  const words = stale ?? said?.text;
  return (
    <div class="page class">
      {header}
      <main class="class-page">
        <div class="class-head">
          <h2>Class</h2>
          <p class="muted">{rows === undefined ? (trouble ?? 'Loading') : classInWords(rows)}</p>
          <span class="buttons">
            <label class="inline">
              <span>Order</span>
              <select value={order} onChange={(event) => setOrder(event.currentTarget.value as ClassOrder)}>
                {ORDERS.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="danger"
              disabled={!rows?.length}
              onClick={() => setAsked(namesOf(rows))}
            >
              Reset all
            </button>
          </span>
        </div>
        <div class="notices">
          <p role="status">
            {words !== undefined && (
              <span key={said?.id} class={`notice ${stale === undefined ? said?.kind : 'refused'}`}>
                {words}
              </span>
            )}
          </p>
        </div>
        {rows?.length === 0 && (
          <p class="muted">
            There are no tenants but the default one. <code>jama-sim class --trainees 30</code> makes one for
            each trainee.
          </p>
        )}
        {rows !== undefined && rows.length > 0 && (
          <ClassTable rows={ordered(rows, order)} onReset={(name) => setAsked([name])} />
        )}
      </main>
      {asked.length > 0 && (
        <ConfirmDialog
          question={`Reset ${whose(asked)}?`}
          consequence="The tenant goes back to its seed, the EIC side, the package and the lessons begin anew. Credentials and links stay."
          action={asked.length === 1 ? 'Reset' : `Reset ${counted(asked.length, 'trainee')}`}
          onConfirm={() => void anew(asked)}
          onClose={() => setAsked([])}
        />
      )}
    </div>
  );
}

const namesOf = (rows: readonly OverviewRow[] = []): readonly string[] => rows.map(({ tenant }) => tenant);

const whose = (tenants: readonly string[]): string =>
  tenants.length === 1 ? (tenants[0] ?? '') : `all ${counted(tenants.length, 'trainee')}`;
