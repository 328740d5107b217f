import { useEffect, useState } from 'preact/hooks';
import type { NamedFault } from '../../mock-server/index.js';
import { admin } from '../api/admin.js';
import { workbench } from '../api/workbench.js';
import { moment } from '../format.js';
import { useAct, wordsOf } from '../state/act.js';
import { type Live, tenantNow } from '../state/live.js';
import { useStopwatch } from '../state/use-live.js';

interface ControlProps {
  readonly tenant: string;
  readonly live: Live;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MODES = { real: 'runs', frozen: 'frozen', shifted: 'shifted' } as const;

/** What a trainer does to the tenant: its clock, tokens, faults, snapshots and the way back to the beginning. */
export function Controls({ tenant, live }: ControlProps) {
  return (
    <section class="controls" aria-label="Controls">
      <ClockControls tenant={tenant} live={live} />
      <TokenControls tenant={tenant} />
      <FaultControls tenant={tenant} />
      <StateControls tenant={tenant} live={live} />
      <FaultsInForce tenant={tenant} live={live} />
    </section>
  );
}

function ClockControls({ tenant, live }: ControlProps) {
  const act = useAct();
  const now = tenantNow(live, useStopwatch(1000));
  const { clock } = live;
  const set = (done: string, change: Parameters<typeof admin.setClock>[1]) => () =>
    void act(done, () => admin.setClock(tenant, change));
  return (
    <fieldset>
      <legend>Clock</legend>
      <output class="clock">
        {clock !== undefined && (
          <>
            {moment(now)} <span class={`tag ${clock.mode}`}>{MODES[clock.mode]}</span>
          </>
        )}
      </output>
      {clock?.mode === 'frozen' ? null : (
        <button type="button" onClick={set('The clock is frozen.', { freeze: true })}>
          Freeze
        </button>
      )}
      <button type="button" onClick={set('The clock is a minute on.', { advance: MINUTE })}>
        +1 min
      </button>
      <button type="button" onClick={set('The clock is an hour on.', { advance: HOUR })}>
        +1 h
      </button>
      {clock === undefined || clock.mode === 'real' ? null : (
        <button type="button" onClick={set('The clock is real time again.', { real: true })}>
          Real time
        </button>
      )}
    </fieldset>
  );
}

function TokenControls({ tenant }: Pick<ControlProps, 'tenant'>) {
  const act = useAct();
  return (
    <fieldset>
      <legend>Tokens</legend>
      <button
        type="button"
        onClick={() => void act('Every token is expired.', () => admin.expireTokens(tenant))}
      >
        Expire all
      </button>
    </fieldset>
  );
}

function FaultControls({ tenant }: Pick<ControlProps, 'tenant'>) {
  const act = useAct();
  const [catalogue, setCatalogue] = useState<readonly NamedFault[]>([]);
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    admin
      .catalogue()
      .then(setCatalogue, (error) => void act('', () => Promise.reject(new Error(wordsOf(error)))));
  }, [act]);
  const fault = catalogue.find(({ name }) => name === chosen);
  return (
    <fieldset class="faults">
      <legend>Fault</legend>
      <select
        aria-label="Fault of the catalogue"
        title={fault?.imitates}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">choose one</option>
        {catalogue.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <button
        type="button"
        disabled={fault === undefined}
        onClick={() => {
          void act(`The fault ${chosen} is in force.`, () => admin.useFault(tenant, chosen));
          setChosen('');
        }}
      >
        Use
      </button>
      {fault !== undefined && <p class="small muted about-fault">{fault.imitates}</p>}
    </fieldset>
  );
}

function FaultsInForce({ tenant, live }: ControlProps) {
  const act = useAct();
  if (live.faults.length === 0) return null;
  return (
    <fieldset>
      <legend>Faults in force</legend>
      {live.faults.map(({ id, name, applied }) => (
        <button
          key={id}
          type="button"
          class="chip"
          title="Take it back"
          onClick={() => void act('The fault is taken back.', () => admin.removeFault(tenant, id))}
        >
          <span class="hidden">Take back </span>
          {name ?? id} <span class="small">worked {applied}×</span> <span aria-hidden="true">✕</span>
        </button>
      ))}
    </fieldset>
  );
}

function StateControls({ tenant, live }: ControlProps) {
  const act = useAct();
  const snapshots = live.bench?.snapshots ?? [];
  const [chosen, setChosen] = useState('');
  const restored = snapshots.includes(chosen) ? chosen : (snapshots.at(-1) ?? '');
  return (
    <fieldset>
      <legend>State of both sides</legend>
      <button
        type="button"
        onClick={() => {
          const name = `snapshot ${snapshots.length + 1}`;
          setChosen(name);
          void act(`${name} is taken.`, () => workbench.takeSnapshot(tenant, name));
        }}
      >
        Take snapshot
      </button>
      {snapshots.length > 0 && (
        <>
          <select
            aria-label="Snapshot"
            value={restored}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {snapshots.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            onClick={() =>
              void act(`Both sides are as in ${restored}.`, () => workbench.restoreSnapshot(tenant, restored))
            }
          >
            Restore
          </button>
        </>
      )}
      <button
        type="button"
        class="danger"
        onClick={() =>
          void act('Both sides are as at the beginning.', async () => {
            await admin.reset(tenant);
            await workbench.reset(tenant);
          })
        }
      >
        Reset
      </button>
    </fieldset>
  );
}
