import type { Exchange } from './exchange.js';
import { WireError } from './messages.js';

const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 50;
const INT32 = 2_147_483_647;

/** Which part of a list is answered, and how long the whole list is. */
export interface Page {
  readonly startAt: number;
  readonly total: number;
}

/**
 * Cut the page that `startAt` and `maxResults` ask for out of a list: 20 by default, 50 at most [documented], an empty page
 * past the end [inferred]. A value that is no such number is refused [inferred, `page-malformed`].
 */
export function pageOf<T>(exchange: Exchange, all: readonly T[]): Page & { readonly records: readonly T[] } {
  const startAt = wholeNumber(exchange.query, 'startAt', 0) ?? 0;
  const size = Math.min(wholeNumber(exchange.query, 'maxResults', 1) ?? DEFAULT_SIZE, LARGEST_SIZE);
  const records = all.slice(startAt, startAt + size);
  if (records.length < all.length) exchange.relyOn('list-order');
  if (startAt > 0 && startAt >= all.length) exchange.relyOn('page-past-end');
  return { startAt, total: all.length, records };
}

/** The first value of a query parameter as a whole number from `least` on; an empty one counts as absent. */
export function wholeNumber(query: URLSearchParams, name: string, least: number): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= INT32) return value;
  throw new WireError('parameter-malformed', { name, expected: `a whole number from ${least} on` });
}

/** A path parameter as an id; what is no 32-bit number is no resource [inferred, `id-not-integer`]. */
export function idOf(value: string | undefined): number {
  const id = value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (id <= INT32) return id;
  throw new WireError('id-not-integer', { value: value ?? '' });
}
