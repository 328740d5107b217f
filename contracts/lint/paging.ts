import { isObject, type JsonObject, pointerTo, textOf } from '../../connector/index.js';
import type { Target } from '../target/target.js';
import type { CallSite } from './call-sites.js';
import { calledOperation } from './called-operation.js';

/** How the target pages the list that an import call reads: the parameter for the size of a page, and its cap. */
export interface PagedList {
  readonly sizeParameter: string;
  readonly cap: number;
  readonly query: readonly string[];
}

/** Names of parameters that say how many records a page has, as APIs have them. */
const sizeName =
  /^(?:max_?(?:results|items|records)|limit|count|(?:page_?)?size|per_?page|\$?top|batch_?size)$/i;

/** Undefined when the call reads something that comes whole. A list is paged when its size parameter has a maximum. */
export function pagedList(target: Target, site: CallSite): PagedList | undefined {
  const { called } = calledOperation(target, site);
  if (called?.method !== 'GET') return undefined;
  const query = called.parameters.filter((parameter) => parameter.in === 'query');
  for (const { name, schema } of query) {
    const cap = schema && 'maximum' in schema ? schema.maximum : undefined;
    if (cap !== undefined && cap < 2 ** 31 - 1 && sizeName.test(name))
      return { sizeParameter: name, cap, query: query.map((one) => one.name) };
  }
  return undefined;
}

/** The offset paging of a call, if it has one. */
export function offsetPaging(site: CallSite): JsonObject | undefined {
  const pagination = site.call.pagination;
  return isObject(pagination) && isObject(pagination.offset) ? pagination.offset : undefined;
}

/** True when the call has any paging that EIC knows. */
export function hasPaging(site: CallSite): boolean {
  const pagination = site.call.pagination;
  return isObject(pagination) && ['offset', 'page', 'nextUrl'].some((form) => isObject(pagination[form]));
}

/** Where a call that reads only one page would say how the others are asked for. */
export function missingPaging(site: CallSite): string {
  return pointerTo(site.pointer, 'pagination', ...(isObject(site.call.pagination) ? ['offset'] : []));
}

/** A number that may stand as text, as EIC reads both; undefined for anything else. */
export function numberOf(value: JsonObject[string]): number | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The paging that reads such a list to its end, as it is written in a call; undefined when it is not known how the target pages. */
export function wholePagination({ lists }: Target, { sizeParameter, cap }: PagedList): string | undefined {
  if (!lists) return undefined;
  return `"pagination": {"offset": {"offsetParam": "${lists.offsetParameter}", "batchParam": "${sizeParameter}", "batchSize": ${cap}, "totalCountPath": "completeResponseMap.${lists.totalPath}"}}`;
}
