import type { TraceStep } from '../../../connector/index.js';

/** What an answer says of the page that it is. */
export interface PageInfo {
  readonly start: number;
  /** Records that the answer had. */
  readonly given: number;
  readonly total: number;
}

/** Jama's page info in an answer of a trace, also when the body is cut off after it; undefined for an answer without one. */
export function infoOf({ response }: Pick<TraceStep, 'response'>): PageInfo | undefined {
  if (response?.status !== 200) return undefined;
  const [start, given, total] = (['startIndex', 'resultCount', 'totalResults'] as const).map((key) =>
    numberIn(response.body, key),
  );
  return start === undefined || given === undefined || total === undefined
    ? undefined
    : { start, given, total };
}

function numberIn(body: string, key: 'startIndex' | 'resultCount' | 'totalResults'): number | undefined {
  const number = new RegExp(`"${key}":(\\d+)`).exec(body)?.[1];
  return number === undefined ? undefined : Number(number);
}
