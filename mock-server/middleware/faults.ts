import { setTimeout as sleep } from 'node:timers/promises';
import { errorBody, headerSafe } from '../rest/envelope.js';
import type { Exchange } from '../rest/exchange.js';
import { readBody } from '../rest/read-body.js';
import type { Reply } from '../rest/reply.js';
import { wireText } from '../rest/wire-text.js';
import { TenantError } from '../tenant/errors.js';
import { changeState, type FaultEffect } from '../tenant/faults/index.js';
import { LOGIN_PAGE } from './login-page.js';

export type FaultOutcome = 'none' | 'cut' | Reply;

/** Apply the tenant's fault rules to a request: nothing, a cut connection, or an answer instead of the work. */
export async function applyFaults(exchange: Exchange): Promise<FaultOutcome> {
  const { method, path, query, request, tenant } = exchange;
  const due = tenant.faults.effectOn({ method, path, query, headers: request.headers });
  if (due === undefined) return 'none';
  const { effect, wait } = due;
  exchange.fault = due;
  if (wait > 0) await sleep(wait);
  if (effect.expireTokens) tenant.tokens.expireAll();
  if (effect.change !== undefined) {
    try {
      changeState(tenant, effect.change, path);
      await tenant.saved();
    } catch (error) {
      if (!(error instanceof TenantError)) throw error;
      tenant.faults.noteProblem(due.id, error.message);
    }
  }
  const reply = effect.reset === 'before' ? 'cut' : answerOf(exchange, effect);
  // What the client sent belongs into the journal, even if nobody else reads it.
  if (reply !== undefined) await readBody(exchange, 'media-type').catch(() => '');
  return reply ?? 'none';
}

/** The answer that takes the place of the work, if there is one. */
function answerOf(exchange: Exchange, effect: FaultEffect): Reply | undefined {
  const { status, rawBody, message = '' } = effect;
  if (effect.loginPage)
    return { status: status ?? 200, body: LOGIN_PAGE, contentType: 'text/html;charset=UTF-8' };
  if (rawBody !== undefined) return { status: status ?? 200, body: wireText(rawBody) };
  return status === undefined ? undefined : { status, body: errorBody(exchange, status, message) };
}

/** A reply as a fault bends it: other headers and media type, JSON that does not end. */
export function bent(
  reply: Reply,
  { contentType, headers = {}, malformedJson }: FaultEffect,
  name: string,
): Reply {
  const { recall, ...rest } = reply;
  const body = malformedJson ? (reply.body.slice(0, -1) as Reply['body']) : reply.body;
  return {
    ...rest,
    body,
    ...(recall === undefined || malformedJson ? {} : { recall }),
    headers: [
      ...(reply.headers ?? []),
      ...Object.entries(headers).flat(),
      'x-jama-sim-fault',
      headerSafe(name),
    ],
    ...(contentType === undefined ? {} : { contentType }),
  };
}
