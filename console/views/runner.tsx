import { useState } from 'preact/hooks';
import type { BenchFlow, FlowView, RunFacts, RunRequest } from '../../workbench/index.js';
import { workbench } from '../api/workbench.js';
import { counted } from '../format.js';
import { useAct } from '../state/act.js';
import type { Live } from '../state/live.js';
import { addressOf } from '../state/route.js';
import { useKeptFocus } from '../state/use-kept-focus.js';
import { type Bring, PackagePicker } from './package-picker.js';
import { StepBackButton, StepButton, stepKeys, useSteps } from './step-buttons.js';

export interface RunnerProps {
  readonly tenant: string;
  readonly live: Live;
  readonly onBring: Bring;
}

/** Runs a flow of the package, whole or call by call, and leads back to before it. */
export function Runner({ tenant, live, onBring }: RunnerProps) {
  const { bench } = live;
  const run = bench?.runs.at(-1);
  const [choice, setChoice] = useState<Choice>({ flow: 'import accounts', identity: '', entitlement: '' });
  const kept = useKeptFocus('.in-progress button, .run-result button', run?.endedAt === null);
  return (
    <section class="runner" aria-labelledby="runner-heading" {...kept}>
      <h2 id="runner-heading" class="hidden">
        Run a flow
      </h2>
      <PackagePicker tenant={tenant} chosen={bench?.package} onBring={onBring} />
      {run?.endedAt === null ? (
        <RunInProgress tenant={tenant} run={run} canStepBack={bench?.stepBack === run.id} />
      ) : (
        bench !== undefined && (
          <FlowForm tenant={tenant} live={live} flows={bench.flows} choice={choice} onChoice={setChoice} />
        )
      )}
      {run !== undefined && <RunResult tenant={tenant} run={run} canStepBack={bench?.stepBack === run.id} />}
    </section>
  );
}

/** Which flow, and on whom; empty for whom the workbench proposes. */
interface Choice {
  readonly flow: BenchFlow;
  readonly identity: string;
  readonly entitlement: string;
}

interface FlowFormProps {
  readonly tenant: string;
  readonly live: Live;
  readonly flows: readonly FlowView[];
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

const isTask = (flow: string): boolean => flow !== 'test connection' && !flow.startsWith('import');

function FlowForm(props: FlowFormProps) {
  const { tenant, live, flows, choice, onChoice } = props;
  const act = useAct();
  const { flow, identity, entitlement } = choice;
  const view = flows.find((one) => one.flow === flow);
  const who = identity || (view?.identity ?? '');
  const what = entitlement || (view?.entitlement ?? '');
  const asksWhat = flow.endsWith('-access');

  function start(mode: RunRequest['mode']): void {
    const request: RunRequest = {
      flow,
      mode,
      ...(isTask(flow) && who !== '' ? { identity: who } : {}),
      ...(asksWhat && what !== '' ? { entitlement: what } : {}),
    };
    void act(`${flow} was started.`, () => workbench.run(tenant, request));
  }

  return (
    <form
      class="flow-form"
      onSubmit={(event) => {
        event.preventDefault();
        start('whole');
      }}
    >
      <label class="inline">
        <span>Flow</span>
        <select
          value={flow}
          onChange={(event) =>
            onChoice({ ...choice, flow: event.currentTarget.value as BenchFlow, identity: '' })
          }
        >
          {flows.map((one) => (
            <option key={one.flow} value={one.flow}>
              {one.flow}
              {one.state === 'ok' ? '' : ` (${one.document} is ${one.state})`}
            </option>
          ))}
        </select>
      </label>
      {isTask(flow) && (
        <label class="inline">
          <span>for</span>
          <input
            list="identities"
            aria-label="Identity"
            value={who}
            onInput={(event) => onChoice({ ...choice, identity: event.currentTarget.value })}
          />
          <datalist id="identities">
            {live.sides?.identities.rows.map(({ username }) => (
              <option key={username} value={username} />
            ))}
          </datalist>
        </label>
      )}
      {asksWhat && (
        <label class="inline">
          <span>group</span>
          <select
            aria-label="User group"
            value={what}
            onChange={(event) => onChoice({ ...choice, entitlement: event.currentTarget.value })}
          >
            {live.sides?.usergroups.rows.map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="buttons">
        <button type="submit" class="primary">
          Run
        </button>
        <button type="button" onClick={() => start('step')}>
          Step by step
        </button>
      </span>
    </form>
  );
}

interface RunProps {
  readonly tenant: string;
  readonly run: RunFacts;
  readonly canStepBack: boolean;
}

function RunInProgress(props: RunProps) {
  const { run } = props;
  const { id, waiting, request, steps } = run;
  const can = useSteps(props);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what its buttons do
    <div class="in-progress" onKeyDown={stepKeys(can)}>
      <p>
        <b>{request.flow}</b>{' '}
        <span class="muted">
          run {id}, {counted(steps, 'call')} made
        </span>
      </p>
      {waiting === null ? (
        <p class="muted">Running</p>
      ) : (
        <p class="waiting">
          <span class="muted">Next call</span> <b>{waiting.method}</b> <code>{pathOf(waiting.url)}</code>
          {waiting.body !== undefined && <code class="body">{waiting.body}</code>}
        </p>
      )}
      <span class="buttons">
        <StepButton label="Next call" shortcut="ArrowRight" primary enabled={can.canGoOn} onStep={can.next} />
        <StepButton label="Run to the end" enabled={can.canGoOn} onStep={can.rest} />
        <StepBackButton {...props} />
        <BackButton {...props} />
      </span>
    </div>
  );
}

function BackButton({ tenant, run }: Omit<RunProps, 'canStepBack'>) {
  const act = useAct();
  return (
    <button
      type="button"
      onClick={() =>
        void act(`Both sides are as before run ${run.id}.`, () => workbench.back(tenant, run.id))
      }
    >
      Back to before
    </button>
  );
}

function RunResult(props: RunProps) {
  return props.run.endedAt === null ? null : <EndedRun {...props} />;
}

function EndedRun(props: RunProps) {
  const { tenant, run } = props;
  const { id, request, status, results, problems } = run;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what its buttons do
    <div class={`run-result ${status}`} onKeyDown={stepKeys(useSteps(props))}>
      <p>
        <span class={`tag ${status === 'ok' ? 'good' : 'bad'}`}>{status}</span> <b>{request.flow}</b>
        {request.identity !== undefined && ` for ${request.identity}`} <span class="muted">run {id}</span>{' '}
        {results.map((result) => (
          <span key={result} class="result">
            {result}
          </span>
        ))}
      </p>
      {problems.map(({ code, message, remedy, document, line }) => (
        <p key={`${code} ${document} ${line}`} class="problem">
          {message}{' '}
          <span class="muted">
            {remedy}{' '}
            <a href={addressOf({ view: 'package', tenant, document, line })}>
              {document}:{line}
            </a>
          </span>
        </p>
      ))}
      <span class="buttons">
        <StepBackButton {...props} />
        <BackButton {...props} />
      </span>
    </div>
  );
}

/** The path of a URL; a tenant's base says nothing new. */
function pathOf(url: string): string {
  const rest = url.indexOf('/rest/');
  return rest < 0 ? url : url.slice(rest);
}
