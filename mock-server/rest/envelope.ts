import { STATUS_CODES } from 'node:http';
import { wordsOf } from '../overrides/index.js';
import { TenantError } from '../tenant/errors.js';
import type { Exchange } from './exchange.js';
import type { Links } from './links.js';
import { type ErrorCode, fill, WireError } from './messages.js';
import type { Page } from './paging.js';
import type { Reply } from './reply.js';
import { timestamp } from './timestamp.js';
import { NO_BODY, type WireText, wireText } from './wire-text.js';

/** Key order and shape of every envelope [captured, see the ledger's `envelope`]. */
const meta = (exchange: Exchange, status: number, rest = ''): string =>
  `"meta":{"status":"${STATUS_CODES[status]}","timestamp":"${timestamp(exchange.at)}"${rest}}`;

/** One record: `{"meta","links",("linked"),"data"}`; `data` is JSON. */
export function one(exchange: Exchange, links: Links, data: WireText): Reply {
  return { status: 200, body: `{${meta(exchange, 200)},${links},"data":${data}}` as WireText };
}

/** A page of records; `records` are JSON. */
export function list(exchange: Exchange, links: Links, page: Page, records: readonly WireText[]): Reply {
  const { startAt, total } = page;
  const pageInfo = `,"pageInfo":{"startIndex":${startAt},"resultCount":${records.length},"totalResults":${total}}`;
  const head = `{${meta(exchange, 200, pageInfo)},${links},"data":[`;
  const recall = () => `${head}${records.join(',')}]}` as WireText;
  return { status: 200, body: recall(), recall };
}

/** 201 for a new record: its address in `Location` and `meta.location`, its id in `meta.id` [captured]. */
export function created(exchange: Exchange, path: string, id: number): Reply {
  const location = `${exchange.api}${path}`;
  const rest = `,"location":${JSON.stringify(location)},"id":${id}`;
  return { status: 201, body: wireText(`{${meta(exchange, 201, rest)}}`), headers: ['location', location] };
}

/** 200 for a change: meta and nothing else [observed]. */
export function updated(exchange: Exchange): Reply {
  return { status: 200, body: wireText(`{${meta(exchange, 200)}}`) };
}

/** 204 for a removal [inferred]. */
export function deleted(exchange: Exchange): Reply {
  exchange.relyOn('deleted-answer');
  return { status: 204, body: NO_BODY };
}

/** An error in Jama's words, with the simulator's hint beside it. */
export function failure(
  exchange: Exchange,
  code: ErrorCode,
  detail: Readonly<Record<string, string | number>> = {},
  headers: readonly string[] = [],
): Reply {
  const { status, message, evidence, hint } = wordsOf(exchange.tenant.overrides, code);
  if (evidence !== undefined) exchange.relyOn(evidence);
  return {
    status,
    body: errorBody(exchange, status, fill(message, detail)),
    headers: hint === undefined ? headers : [...headers, 'x-jama-sim-hint', headerSafe(fill(hint, detail))],
  };
}

export function errorBody(exchange: Exchange, status: number, message: string): WireText {
  return wireText(`{${meta(exchange, status, `,"message":${JSON.stringify(message)}`)}}`);
}

/** What a thrown error answers: a refusal in its own words, anything else as 500 without a word about our insides. */
export function failureOf(exchange: Exchange, error: unknown): Reply {
  if (!(error instanceof TenantError || error instanceof WireError)) return failure(exchange, 'server-error');
  const { allow } = error.detail;
  return failure(exchange, error.code, error.detail, allow === undefined ? [] : ['allow', String(allow)]);
}

/** Header values are ASCII; what is not becomes a question mark. */
export function headerSafe(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?');
}
