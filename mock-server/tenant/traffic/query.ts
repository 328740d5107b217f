import { isDeepStrictEqual } from 'node:util';
import { pathPattern } from '../path-pattern.js';
import type { TrafficEntry } from './entry.js';

/** Which requests are looked for; a field that is absent matches everything. Secrets are compared as they are shown. */
export interface TrafficQuery {
  readonly method?: string;
  /** A path below the tenant's base, `*` for any part of a segment and `**` for any rest. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  /** JSON that the request's body must contain: objects may have more fields, everything else is equal. */
  readonly body?: unknown;
  /** A text that the request's body must contain. */
  readonly bodyText?: string;
  readonly status?: number;
  /** The name or id of the fault that bent the exchange. */
  readonly fault?: string;
  /** An inferred rule that the answer rests on. */
  readonly inferred?: string;
  /** Only requests after the one with this id. */
  readonly afterId?: number;
}

/** Makes the check of a query. */
export function trafficFilter(wanted: TrafficQuery): (entry: TrafficEntry) => boolean {
  const { method, path, query = {}, requestHeaders = {}, body, bodyText, status, fault, inferred } = wanted;
  const pattern = path === undefined ? undefined : pathPattern(path);
  return (entry) =>
    (method === undefined || method.toUpperCase() === entry.method) &&
    (pattern === undefined || pattern.test(entry.path)) &&
    (status === undefined || status === entry.status) &&
    (fault === undefined || fault === entry.fault) &&
    (inferred === undefined || entry.inferred.includes(inferred)) &&
    entry.id > (wanted.afterId ?? 0) &&
    hasQuery(entry, query) &&
    Object.entries(requestHeaders).every(([name, value]) => hasHeader(entry, name, value)) &&
    (bodyText === undefined || entry.requestBody.includes(bodyText)) &&
    (body === undefined || contains(jsonOf(entry.requestBody), body));
}

function hasQuery({ search }: TrafficEntry, wanted: Readonly<Record<string, string>>): boolean {
  const sent = new URLSearchParams(search);
  return Object.entries(wanted).every(([name, value]) => sent.getAll(name).includes(value));
}

function hasHeader({ requestHeaders }: TrafficEntry, name: string, value: string): boolean {
  return [requestHeaders[name.toLowerCase()]].flat().includes(value);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is the wanted one, or an object that has at least the wanted fields. */
function contains(value: unknown, wanted: unknown): boolean {
  if (!isPlainObject(wanted) || !isPlainObject(value)) return isDeepStrictEqual(value, wanted);
  return Object.entries(wanted).every(([name, part]) => contains(value[name], part));
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
