import type { TraceStep } from '../../../connector/index.js';
import type { SeenExchange } from '../../findings.js';
import type { CallSite } from '../../lint/call-sites.js';
import { hasPaging, numberOf, offsetPaging } from '../../lint/paging.js';
import type { Observation, World } from '../scenario.js';

const causes = [
  'page-size-above-cap',
  'paging-missing',
  'paging-parameter-unknown',
  'total-count-path',
  'mapping-path-unknown',
  'link-key-mismatch',
];

/** Records that the target has did not arrive: which part of the paging lost them, told from the pages that were read. */
export function lostBetweenPages(world: World, call: CallSite, message: string): Observation {
  const pages = firstReading(pagesOf(world.connector.trace, call));
  const exchanges = pages.map(({ exchange }) => exchange).slice(0, 3);
  const base = { document: call.document.name, message, exchanges, causes };
  if (!hasPaging(call)) {
    return {
      ...base,
      pointer: `${call.pointer}/pagination`,
      code: 'paging-missing',
      remedy: 'Add a pagination to the call; jama-connect in fixtures/packages has one.',
    };
  }
  const size = numberOf(offsetPaging(call)?.batchSize);
  const short = pages.find(
    ({ start, received, total }) => size !== undefined && received < size && start + received < total,
  );
  if (size !== undefined && short) {
    return {
      ...base,
      pointer: `${call.pointer}/pagination/offset/batchSize`,
      code: 'page-size-above-cap',
      because: `${short.received} records came although ${size} were asked for; the next request starts ${size} further on.`,
      remedy: `"batchSize": ${short.received}`,
      evidence: ['offset-advance'],
    };
  }
  return {
    ...base,
    pointer: call.pointer,
    code: 'records-missing',
    remedy:
      'Compare the requests with the pages that the target has; jama-sim run --trace shows each of them.',
  };
}

/** The pages of the first time that the list was read. */
function firstReading(pages: readonly Page[]): readonly Page[] {
  const again = pages.findIndex(({ start }, index) => index > 0 && start === 0);
  return again < 0 ? pages : pages.slice(0, again);
}

interface Page {
  readonly start: number;
  readonly received: number;
  readonly total: number;
  readonly exchange: SeenExchange;
}

function pagesOf(trace: readonly TraceStep[], call: CallSite): Page[] {
  return trace.flatMap(({ document, pointer, request, response, mapped }) => {
    if (document !== call.document.name || pointer !== call.pointer || !request || response?.status !== 200)
      return [];
    const received = mapped?.records ?? 0;
    const total = numberIn(response.body, 'totalResults') ?? received;
    const start = numberIn(response.body, 'startIndex') ?? 0;
    const { pathname, search } = new URL(request.url);
    const exchange = {
      request: `${request.method} ${pathname}${search}`,
      response: `${received} of ${total}`,
    };
    return [{ start, received, total, exchange }];
  });
}

/** A number of Jama's page info, also when the body is cut off after it. */
function numberIn(body: string, key: 'startIndex' | 'totalResults'): number | undefined {
  const number = new RegExp(`"${key}":(\\d+)`).exec(body)?.[1];
  return number === undefined ? undefined : Number(number);
}
