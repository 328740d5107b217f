import type { ExchangeFacts, TokenFacts } from '../workbench/index.js';
import { kindOfStatus, span } from './format.js';

/** What is drawn; times are epoch milliseconds of the tenant's clock. */
export interface AxisInput {
  readonly tokens: readonly TokenFacts[];
  readonly exchanges: readonly ExchangeFacts[];
  readonly now: number;
}

export interface AxisCall {
  readonly exchange: ExchangeFacts;
  readonly kind: ReturnType<typeof kindOfStatus>;
  readonly x: number;
}

/** A token's life: from when it was issued to when it ends; `left` of it remains, 0 if it has ended. */
export interface AxisToken {
  readonly token: TokenFacts;
  readonly from: number;
  readonly to: number;
  readonly left: number;
}

/** A span without events that is worth a label. */
export interface AxisGap {
  readonly x: number;
  readonly label: string;
}

/** Where everything stands between 0 and the width. */
export interface AxisLayout {
  readonly calls: readonly AxisCall[];
  readonly tokens: readonly AxisToken[];
  /** A call that was refused or failed, and the same call when it was made again. */
  readonly retries: readonly { readonly from: number; readonly to: number }[];
  readonly gaps: readonly AxisGap[];
  readonly now: number;
}

const CALLS = 40;
const TOKENS = 3;
/** How many calls may lie between a call and its retry: a new token is fetched in between. */
const REACH = 6;
const SMALLEST = 9;
/** How much room a label takes. */
const LABEL = 80;
/** Spans from here on are labelled. */
const WORTH_A_LABEL = 1000;

/**
 * One axis for milliseconds and hours: things stand in their order, and the space between two grows with the logarithm of the time
 * between them.
 */
export function layoutAxis({ tokens, exchanges, now }: AxisInput, width: number): AxisLayout {
  const calls = exchanges.slice(-CALLS);
  const first = calls[0]?.at ?? 0;
  const shown = tokens.filter(({ expiresAt }) => expiresAt >= Math.min(first, now)).slice(-TOKENS);
  const times = [...shown.flatMap(({ issuedAt, expiresAt }) => [issuedAt, expiresAt]), now];
  const stops = [...times.map((at) => ({ at, id: 0 })), ...calls.map(({ at, id }) => ({ at, id }))].sort(
    (a, b) => a.at - b.at || a.id - b.id,
  );
  const places: number[] = [];
  const gaps: { readonly before: number; readonly ms: number }[] = [];
  for (const [index, stop] of stops.entries()) {
    const before = stops[index - 1];
    const ms = before === undefined ? 0 : stop.at - before.at;
    if (ms >= WORTH_A_LABEL) gaps.push({ before: index, ms });
    places.push((places[index - 1] ?? 0) + space(ms, stop.id !== 0 && index > 0));
  }
  const scale = width / Math.max(1, places.at(-1) ?? 1);
  const placeOf = (at: number, id = 0) =>
    scale * (places[stops.findIndex((stop) => stop.at === at && stop.id === id)] ?? 0);
  const placed = calls.map((exchange) => ({
    exchange,
    kind: kindOfStatus(exchange.status),
    x: placeOf(exchange.at, exchange.id),
  }));
  return {
    calls: placed,
    tokens: shown.map((token) => ({
      token,
      from: placeOf(token.issuedAt),
      to: placeOf(token.expiresAt),
      left: Math.max(0, token.expiresAt - now),
    })),
    retries: retriesOf(placed),
    gaps: withoutOverlap(
      gaps.map(({ before, ms }) => ({
        x: (scale * ((places[before - 1] ?? 0) + (places[before] ?? 0))) / 2,
        label: span(ms),
        ms,
      })),
    ),
    now: placeOf(now),
  };
}

/** The labels of the longest spans, as far as they have room. */
function withoutOverlap(gaps: readonly (AxisGap & { readonly ms: number })[]): AxisGap[] {
  const kept: AxisGap[] = [];
  for (const { x, label } of [...gaps].sort((a, b) => b.ms - a.ms)) {
    if (kept.every((other) => Math.abs(other.x - x) > LABEL)) kept.push({ x, label });
  }
  return kept.sort((a, b) => a.x - b.x);
}

function space(ms: number, isCall: boolean): number {
  if (ms === 0) return isCall ? SMALLEST : 0;
  return Math.max(SMALLEST, 6 + 13 * Math.log10(1 + ms));
}

function retriesOf(calls: readonly AxisCall[]): { from: number; to: number }[] {
  return calls.flatMap((call, at) => {
    if (call.kind === 'good') return [];
    const again = calls.slice(at + 1, at + 1 + REACH).find((later) => isSame(call.exchange, later.exchange));
    return again === undefined ? [] : [{ from: call.x, to: again.x }];
  });
}

const isSame = (a: ExchangeFacts, b: ExchangeFacts): boolean =>
  a.method === b.method && a.path === b.path && a.search === b.search;
