import { isObject, pointerTo, type TraceStep, textOf } from '../../../connector/index.js';
import type { SeenExchange } from '../../findings.js';
import type { CallSite } from '../../lint/call-sites.js';
import {
  hasPaging,
  missingPaging,
  numberOf,
  offsetPaging,
  pagedList,
  wholePagination,
} from '../../lint/paging.js';
import { jamaTarget } from '../../target/jama.js';
import type { Observation, World } from '../scenario.js';
import { nextPageFault } from './next-page-fault.js';
import { infoOf } from './page-info.js';

/** Rules that find why records of a call are lost; their findings anywhere in the call explain it. */
const causes = [
  'key-not-unique',
  'link-column-not-filled',
  'link-key-mismatch',
  'link-keys-missing',
  'mapping-path-unknown',
  'mapping-type',
  'next-page-elsewhere',
  'page-size-above-cap',
  'paging-missing',
  'paging-parameter-unknown',
  'query-parameter-twice',
  'query-parameter-unknown',
  'total-count-path',
  'unknown-key',
  'wrong-path',
  'wrong-shape',
];

/**
 * Records that the target has did not arrive: which part of the call lost them, told from the pages that were read.
 * @param wanted how many records the list should have
 */
export function lostBetweenPages(world: World, call: CallSite, message: string, wanted = 0): Observation {
  const readings = readingsOf(pagesOf(world.connector.trace, call));
  const pages = readings.find((one) => faultOf(one, call)) ?? readings[0] ?? [];
  const exchanges = pages.map(({ exchange }) => exchange).slice(0, 3);
  const fault =
    neverRead(pages, call) ??
    nextPageFault(world.connector.trace, call) ??
    faultOf(pages, call) ??
    leftOut(pages, call, wanted) ??
    fellTogether(call);
  return {
    document: call.document.name,
    message,
    exchanges,
    causes,
    within: call.pointer,
    ...fault,
  };
}

/** The part of a call that lost records, and what to do. */
type Culprit = Pick<Observation, 'pointer' | 'code' | 'remedy' | 'because' | 'evidence'>;

function faultOf(pages: readonly Page[], call: CallSite): Culprit | undefined {
  return badlyRead(pages, call) ?? numberedPages(pages, call) ?? endedEarly(pages, call);
}

function neverRead(pages: readonly Page[], call: CallSite): Culprit | undefined {
  if (pages.length > 0) return undefined;
  return {
    pointer: pointerTo(call.pointer, call.call.processingType === undefined ? 'http' : 'processingType'),
    code: 'call-not-made',
    because: 'The request of the call was not sent once.',
    remedy:
      'Give the call the processingType that asks over HTTP: "httpEntToAcct", "httpAcctToEnt" or "http".',
  };
}

function badlyRead(pages: readonly Page[], call: CallSite): Culprit | undefined {
  const unread = pages.find(({ received, given }) => received < given);
  if (unread) {
    return {
      pointer: pointerTo(call.pointer, 'listField'),
      code: 'list-not-read',
      because: `The answer had ${unread.given} records, of which ${unread.received} were read.`,
      remedy: 'Set listField to the path of the list in the answer.',
    };
  }
  if (!hasPaging(call)) {
    return {
      pointer: missingPaging(call),
      code: 'paging-missing',
      remedy: 'Add a pagination to the call; jama-connect in fixtures/packages has one.',
    };
  }
  const size = numberOf(offsetPaging(call)?.batchSize);
  const short = pages.find(
    ({ start, received, total }) => size !== undefined && received < size && start + received < total,
  );
  if (size === undefined || !short) return undefined;
  return {
    pointer: pointerTo(call.pointer, 'pagination', 'offset', 'batchSize'),
    code: 'page-size-above-cap',
    because: `${short.received} records came although ${size} were asked for; the next request starts ${size} further on.`,
    remedy: `"batchSize": ${short.received}`,
    evidence: ['offset-advance'],
  };
}

/** Pages are asked for by their number, in a parameter that counts records. */
function numberedPages(pages: readonly Page[], call: CallSite): Culprit | undefined {
  const { pagination } = call.call;
  const [first, second] = pages;
  if (!isObject(pagination) || !isObject(pagination.page) || !first || !second) return undefined;
  if (second.start !== first.start + 1 || first.received < 2) return undefined;
  const target = jamaTarget();
  const paged = pagedList(target, call);
  const parameter = textOf(pagination.page.pageNumberParam);
  return {
    pointer: pointerTo(call.pointer, 'pagination', 'page', 'pageNumberParam'),
    code: 'paging-counts-pages',
    because: `${parameter} counts records: the second page began at record ${second.start}, and the first one had ${first.received}.`,
    remedy:
      (paged && wholePagination(target, paged)) ?? 'Page by records: use the offset form of pagination.',
    evidence: ['offset-advance'],
  };
}

function endedEarly(pages: readonly Page[], call: CallSite): Culprit | undefined {
  const last = pages.at(-1);
  if (!last || last.start + last.received >= last.total) return undefined;
  return {
    pointer: pointerTo(call.pointer, 'pagination', ...endOfPaging(call)),
    code: 'paging-ends-early',
    because: `The last request brought the records up to ${last.start + last.received}, and there are ${last.total}.`,
    remedy: '"totalCountPath": "completeResponseMap.meta.pageInfo.totalResults"',
    evidence: ['offset-stop'],
  };
}

/** The target was asked for a part of the list only. */
function leftOut(pages: readonly Page[], call: CallSite, wanted: number): Culprit | undefined {
  const short = pages.find(({ total }) => total < wanted);
  if (!short) return undefined;
  return {
    pointer: pointerTo(call.httpPointer, 'url'),
    code: 'list-asked-in-part',
    because: `The answer speaks of ${short.total} records, and the list has ${wanted}.`,
    remedy: 'Take out of the address what asks for a part only.',
  };
}

/** Where a paging says when it ends. */
function endOfPaging({ call: { pagination } }: CallSite): string[] {
  if (isObject(pagination) && isObject(pagination.nextUrl)) return ['nextUrl', 'nextUrlPath'];
  return [isObject(pagination) && isObject(pagination.page) ? 'page' : 'offset', 'totalCountPath'];
}

/** All records arrived, and some are not there all the same. */
function fellTogether({ purpose, pointer }: CallSite): Culprit {
  if (purpose === 'import-links') {
    return {
      pointer: pointerTo(pointer, 'acctIdPath'),
      code: 'links-unmatched',
      because: 'The members arrived, and were not found among the accounts.',
      remedy: 'acctIdPath must lead to what the column acctKeyField of the accounts holds.',
    };
  }
  return {
    pointer: pointerTo(pointer, 'keyField'),
    code: 'key-not-unique',
    because: 'All records arrived; those with the same value in the key column became one.',
    remedy: 'Name a column that is filled from the id of the record.',
    evidence: ['duplicate-key'],
  };
}

/** The pages of each time that a list was read from its beginning. */
function readingsOf(pages: readonly Page[]): readonly Page[][] {
  const readings: Page[][] = [];
  for (const page of pages) {
    if (page.start === 0 || readings.length === 0) readings.push([]);
    readings.at(-1)?.push(page);
  }
  return readings;
}

interface Page {
  readonly start: number;
  /** Records that the connector read. */
  readonly received: number;
  /** Records that the answer had. */
  readonly given: number;
  readonly total: number;
  readonly exchange: SeenExchange;
}

function pagesOf(trace: readonly TraceStep[], call: CallSite): Page[] {
  return trace.flatMap(({ document, pointer, request, response, mapped }) => {
    if (document !== call.document.name || pointer !== call.pointer || !request || response?.status !== 200)
      return [];
    const received = mapped?.records ?? 0;
    const { start, given, total } = infoOf({ response }) ?? { start: 0, given: received, total: received };
    const { pathname, search } = new URL(request.url);
    const exchange = {
      request: `${request.method} ${pathname}${search}`,
      response: `${received} of ${total}`,
    };
    return [{ start, received, given, total, exchange }];
  });
}
