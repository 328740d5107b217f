import { SetupError } from '../errors.js';
import { pathPattern } from '../path-pattern.js';
import type { FaultMatch, FaultSubject, FaultWindow } from './rule.js';

/** Whether a request is one that a rule is about, its counts and chances aside. */
export type Matcher = (subject: FaultSubject) => boolean;

/** Makes the check of a rule's method, path, query and headers. */
export function matcher({ method, path, query = {}, headers = {} }: FaultMatch): Matcher {
  const wantedMethod = method?.toUpperCase();
  const wantedPath = path === undefined ? undefined : pathPattern(path);
  const wantedQuery = Object.entries(query).map(([name, value]) => [name, valuePattern(value)] as const);
  const wantedHeaders = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), valuePattern(value)] as const,
  );
  return (subject) =>
    (wantedMethod === undefined || wantedMethod === subject.method) &&
    (wantedPath === undefined || [subject.path, unended(subject.path)].some((one) => wantedPath.test(one))) &&
    wantedQuery.every(([name, value]) => subject.query.getAll(name).some((one) => value.test(one))) &&
    wantedHeaders.every(([name, value]) =>
      [subject.headers[name]].flat().some((one) => one !== undefined && value.test(one)),
    );
}

/** A list answers with a slash at its end as well; it is the same list. */
const unended = (path: string): string => path.replace(/(?<=.)\/$/, '');

const valuePattern = (value: string): RegExp => pathPattern(value.replaceAll('*', '**'));

/** Makes the check whether a moment lies in a window; `addedAt` is when its rule was added. Times are epoch milliseconds. */
export function windowCheck(window: FaultWindow | undefined, addedAt: number): (now: number) => boolean {
  if (window === undefined) return () => true;
  const { afterMs = 0, forMs } = window;
  const start = Math.max(epoch(window.from) ?? addedAt, addedAt + afterMs);
  const until = epoch(window.until) ?? Number.POSITIVE_INFINITY;
  const end = forMs === undefined ? until : Math.min(until, start + forMs);
  return (now) => now >= start && now < end;
}

function epoch(moment: number | string | undefined): number | undefined {
  if (typeof moment !== 'string') return moment;
  const ms = Date.parse(moment);
  if (!Number.isNaN(ms)) return ms;
  throw new SetupError(
    'fault-invalid',
    `The window of a fault rule begins or ends at "${moment}", which is no moment.`,
    'Give epoch milliseconds, or a text such as 2026-05-01T08:00:00Z.',
  );
}
