import type { ExchangeFacts, StepFacts } from '../workbench/index.js';

/** A line of the traffic: an exchange, the connector's call that it belongs to, or a call that was never answered. */
export interface TrafficRow {
  readonly key: string;
  readonly exchange: ExchangeFacts | undefined;
  readonly step: StepFacts | undefined;
}

/**
 * The traffic in order, oldest first: every exchange with its call, and calls that the tenant never saw where they were tried.
 */
export function trafficRows(
  exchanges: readonly ExchangeFacts[],
  steps: readonly StepFacts[],
): readonly TrafficRow[] {
  const stepOf = new Map(steps.flatMap((step) => step.exchanges.map((id) => [id, step] as const)));
  const unseen = unseenSteps(steps);
  const before = (unseen.get(0) ?? []).map(unseenRow);
  return [
    ...before,
    ...exchanges.flatMap((exchange) => [
      { key: `exchange ${exchange.id}`, exchange, step: stepOf.get(exchange.id) },
      ...(unseen.get(exchange.id) ?? []).map(unseenRow),
    ]),
  ];
}

const unseenRow = (step: StepFacts): TrafficRow => ({
  key: `step ${step.run} ${step.index}`,
  exchange: undefined,
  step,
});

/** Calls without an exchange, by the exchange that came before them; 0 for none. */
function unseenSteps(steps: readonly StepFacts[]): ReadonlyMap<number, readonly StepFacts[]> {
  const after = new Map<number, StepFacts[]>();
  let last = 0;
  for (const step of steps) {
    last = step.exchanges.at(-1) ?? last;
    if (step.exchanges.length === 0) after.set(last, [...(after.get(last) ?? []), step]);
  }
  return after;
}
