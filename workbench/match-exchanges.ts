import type { TraceStep } from '../connector/index.js';

/** An exchange as the tenant saw it, as far as it tells which call it belongs to. */
export interface SeenCall {
  readonly id: number;
  readonly method: string;
  /** Path below the tenant's base, with the query. */
  readonly target: string;
  readonly status: number;
}

/**
 * Which exchanges belong to which steps: both are in order, and a step whose call was repeated (no answer, then one) has several.
 * Exchanges of others that came in between are left out.
 * @param base the tenant's URL that the requests of the steps begin with
 * @returns the ids of the exchanges, for each step
 */
export function matchExchanges(
  steps: readonly Pick<TraceStep, 'request' | 'response'>[],
  seen: readonly SeenCall[],
  base: string,
): number[][] {
  let from = 0;
  return steps.map(({ request, response }) => {
    if (request === undefined) return [];
    const target = request.url.startsWith(base) ? request.url.slice(base.length) : request.url;
    const same = ({ method, target: asked }: SeenCall) => method === request.method && asked === target;
    const first = seen.findIndex((call, at) => at >= from && same(call));
    if (first < 0) return [];
    const run = seen.slice(first);
    const answered = run.findIndex((call) => !same(call) || call.status === response?.status);
    const last = run[answered];
    const length = last === undefined ? run.length : answered + (same(last) ? 1 : 0);
    from = first + length;
    return run.slice(0, length).map(({ id }) => id);
  });
}
