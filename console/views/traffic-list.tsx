import { useMemo } from 'preact/hooks';
import type { StepFacts } from '../../workbench/index.js';
import { counted, kindOfStatus, span, timeOfDay } from '../format.js';
import { Unfolding } from '../parts/unfolding.js';
import type { Live } from '../state/live.js';
import { addressOf } from '../state/route.js';
import { type TrafficRow, trafficRows } from '../traffic-rows.js';
import { ExchangeDetails } from './exchange-details.js';

/** What the two sides say to each other, the newest first. */
export function TrafficList({ tenant, live }: { readonly tenant: string; readonly live: Live }) {
  const { bench, exchanges, steps } = live;
  const rows = useMemo(() => [...trafficRows(exchanges, steps)].reverse(), [exchanges, steps]);
  return (
    <section class="traffic" aria-labelledby="traffic-heading">
      <h2 id="traffic-heading">
        Traffic{' '}
        <span class="muted">
          {rows.length === 0 ? bench && 'none yet' : `${counted(rows.length, 'exchange')}, newest first`}
        </span>
      </h2>
      {rows.length === 0 && bench !== undefined && (
        <p class="muted hint">Run a flow, or call the tenant with any client.</p>
      )}
      <ol aria-labelledby="traffic-heading">
        {rows.map((row) => (
          <li key={row.key}>
            <Unfolding summary={<Summary row={row} tenant={tenant} />}>
              {() => <ExchangeDetails tenant={tenant} row={row} />}
            </Unfolding>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Summary({ row: { exchange, step } }: { readonly row: TrafficRow; readonly tenant: string }) {
  if (exchange === undefined) {
    return (
      <>
        <span class="status bad">no answer</span>
        <span class="target">{step?.flow}</span>
        <span class="second">
          <StepTag step={step} />
        </span>
      </>
    );
  }
  const { method, path, search, status, durationMs, fault, at } = exchange;
  return (
    <>
      <span class={`status ${kindOfStatus(status)}`}>{status === 0 ? 'cut' : status}</span>
      <b class="method">{method}</b>
      <span class="target">
        {path}
        <span class="muted">{search}</span>
      </span>
      <span class="second">
        <span class="muted small">
          {timeOfDay(at)}, {span(durationMs)}
        </span>
        <StepTag step={step} />
        {fault !== undefined && <span class="tag fault">fault {fault}</span>}
      </span>
    </>
  );
}

function StepTag({ step }: { readonly step: StepFacts | undefined }) {
  if (step === undefined) return <span class="tag plain">another client</span>;
  return (
    <span class={`tag eic-tag ${step.outcome}`}>
      {step.document}:{step.line}
      {step.outcome !== 'ok' && ` ${step.outcome}`}
    </span>
  );
}

/** The way from a call to its line. */
export const StepLink = ({ tenant, step }: { readonly tenant: string; readonly step: StepFacts }) => (
  <a href={addressOf({ view: 'package', tenant, document: step.document, line: step.line })}>
    {step.document}, line {step.line}
  </a>
);
