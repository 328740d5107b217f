import { setTimeout as sleep } from 'node:timers/promises';
import { errorBody } from '../rest/envelope.js';
import type { Exchange } from '../rest/exchange.js';
import type { Reply } from '../rest/reply.js';
import { wireText } from '../rest/wire-text.js';

export type FaultOutcome = 'none' | 'cut' | Reply;

/** Apply the tenant's fault rules to a request: nothing, a cut connection, or an answer instead of the work. */
export async function applyFaults(exchange: Exchange): Promise<FaultOutcome> {
  const { method, path, query, request, tenant } = exchange;
  const effect = tenant.faults.effectOn({ method, path, query, headers: request.headers });
  if (effect === undefined) return 'none';
  exchange.effect = effect;
  if (effect.expireTokens) tenant.tokens.expireAll();
  if (effect.delayMs !== undefined) await sleep(effect.delayMs);
  if (effect.reset === 'before') return 'cut';
  if (effect.status === undefined && effect.rawBody === undefined) return 'none';
  const status = effect.status ?? 200;
  return {
    status,
    body:
      effect.rawBody === undefined
        ? errorBody(exchange, status, effect.message ?? '')
        : wireText(effect.rawBody),
    headers: Object.entries(effect.headers ?? {}).flat(),
    ...(effect.contentType === undefined ? {} : { contentType: effect.contentType }),
  };
}
