import { isObject, pointerTo, type TraceStep } from '../../../connector/index.js';
import type { CallSite } from '../../lint/call-sites.js';
import { nextPageTemplate } from '../../lint/next-page-template.js';
import { queryOf } from '../../lint/url-template.js';
import type { Observation } from '../scenario.js';
import { infoOf, type PageInfo } from './page-info.js';

/** What a nextUrlPath did wrong, and how to write it. */
export type NextPageFault = Pick<Observation, 'pointer' | 'code' | 'remedy' | 'because' | 'evidence'>;

/**
 * The first page of a call after which its nextUrlPath did not ask for the records that follow; undefined when it always did, or when
 * the call does not page that way.
 * @param trace what the connector did; steps of other calls are left out
 */
export function nextPageFault(trace: readonly TraceStep[], call: CallSite): NextPageFault | undefined {
  const { pagination } = call.call;
  if (!isObject(pagination) || !isObject(pagination.nextUrl)) return undefined;
  const pointer = pointerTo(call.pointer, 'pagination', 'nextUrl', 'nextUrlPath');
  const remedy = `"nextUrlPath": ${JSON.stringify(nextPageTemplate(call.url ?? ''))}`;
  for (const step of trace) {
    if (step.document !== call.document.name || step.pointer !== call.pointer) continue;
    const next = step.templates.find((template) => template.pointer === pointer)?.value;
    const page = infoOf(step);
    if (next === undefined || page === undefined || step.request === undefined) continue;
    const fault = faultAfter(page, step.request.url, next, call);
    if (fault) return { pointer, remedy, ...fault };
  }
  return undefined;
}

/** True when a step asked at an address that a nextUrlPath gave. */
export function isNextPage(trace: readonly TraceStep[], step: TraceStep, call: CallSite): boolean {
  const pointer = pointerTo(call.pointer, 'pagination', 'nextUrl', 'nextUrlPath');
  return trace.some(({ templates }) =>
    templates.some((one) => one.pointer === pointer && one.value === step.request?.url),
  );
}

type Told = Pick<NextPageFault, 'code' | 'because' | 'evidence'>;

function faultAfter(page: PageInfo, asked: string, next: string, call: CallSite): Told | undefined {
  const { start, given, total } = page;
  const end = start + given;
  const read = `After the records up to ${end} of ${total}`;
  if (next === '' || next === 'null') {
    if (end >= total || given === 0) return undefined;
    return { code: 'paging-ends-early', because: `${read} it became null, which ends the paging.` };
  }
  const elsewhere = (because: string) => ({ code: 'next-page-elsewhere', because });
  if (end >= total && given === 0) return elsewhere(`It is not null where no record is left, but ${next}.`);
  const [from, to] = [urlOf(asked), urlOf(next)];
  if (!from || !to) return undefined;
  if (to.pathname !== from.pathname) return elsewhere(`After ${from.pathname} it asks for ${to.pathname}.`);
  const lost = [...queryOf(call.url ?? '')].find(
    ([name, value]) => !paging.has(name) && to.searchParams.get(name) !== value && !value.includes('{}'),
  );
  if (lost) return elsewhere(`${read} it asks for the others without ${lost.join('=')}.`);
  const begins = to.searchParams.get('startAt');
  if (end < total && Number(begins ?? Number.NaN) !== end) {
    const glued = begins === `${start}${given}` ? `, which is ${start} and ${given} glued together` : '';
    return elsewhere(
      `${read} it asks for ${begins === null ? 'no startAt' : `startAt=${begins}`}${glued}; the next page begins at ${end}.`,
    );
  }
  return undefined;
}

const paging: ReadonlySet<string> = new Set(['startAt', 'maxResults']);

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
