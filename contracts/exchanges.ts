import type { TraceStep } from '../connector/index.js';
import { belowBase } from './target/redirect.js';

/** One request of a scenario and how it was answered; short, without secrets, the same from run to run. */
export interface Exchange {
  /** The flow that it belongs to, such as `import accounts`. */
  readonly flow: string;
  /** The call, as its connector JSON and the pointer in it. */
  readonly document: string;
  readonly pointer: string;
  /** Method, path and query below the tenant's base URL, such as `GET /rest/v1/users?startAt=0`. */
  readonly request: string;
  /** The HTTP status, or null when there was no answer. */
  readonly status: number | null;
  readonly outcome: TraceStep['outcome'];
  /** How many requests of the same call followed and were answered alike; they are left out. */
  readonly alike: number;
}

/** How many answers of one call in a row are shown before the others are only counted. */
const SHOWN = 3;

/** The exchanges of a trace in the order in which they took place. Secrets are replaced in the trace already. */
export function exchangesOf(trace: readonly TraceStep[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let inRow = 0;
  for (const { flow, document, pointer, request, response, outcome } of trace) {
    if (request === undefined) continue;
    const status = response?.status ?? null;
    const last = exchanges.at(-1);
    const same =
      last?.document === document &&
      last.pointer === pointer &&
      last.flow === flow &&
      last.status === status &&
      last.outcome === outcome;
    inRow = same ? inRow + 1 : 1;
    if (last && inRow > SHOWN) exchanges[exchanges.length - 1] = { ...last, alike: last.alike + 1 };
    else {
      exchanges.push({
        flow,
        document,
        pointer,
        request: `${request.method} ${belowBase(request.url)}`,
        status,
        outcome,
        alike: 0,
      });
    }
  }
  return exchanges;
}
