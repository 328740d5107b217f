import { type At, ConnectorFailure, fail } from '../failure.js';
import { isObject, type JsonValue } from '../json.js';
import { columnText, type Path } from '../mapping/path.js';
import { problem } from '../problem.js';
import { createBindings } from '../template/index.js';
import type { NumberSource, Paging } from './paging.js';
import { type Answer, notJson, type Performing, perform } from './perform.js';
import type { Call } from './read-call.js';

/** A call that answers a list, page after page. */
export interface PagedCall {
  readonly call: Call;
  readonly paging: Paging;
  readonly listField: Path;
  readonly listAt: At;
  /** Whether an answer has to have the list; else one without it has no records. */
  readonly needsList: boolean;
}

/** One page: the answer and the records in it. */
export interface Page {
  readonly answer: Answer;
  readonly records: readonly JsonValue[];
  /** How many records the target says there are, if it does. */
  readonly total?: number | undefined;
}

/** Marks the step of an answer as failed; gives the error back. */
function failedStep(answer: Answer, error: unknown): unknown {
  if (error instanceof ConnectorFailure) {
    answer.step.outcome = 'failed';
    answer.step.problem = error.problem;
  }
  return error;
}

/** What to ask for next; undefined ends the paging. */
type Next = { readonly url?: string; readonly query?: string } | undefined;

function numberIn(source: NumberSource | undefined, answer: Answer, given: Performing): number | undefined {
  if (source === undefined) return undefined;
  if (source.kind === 'number') return source.value;
  if (source.kind === 'body' && !source.prefixed && given.run.choose('totalPathWithoutPrefix') === 'ignore') {
    return undefined;
  }
  const found =
    source.kind === 'header' ? answer.headers[source.name] : columnText(source.path.read(answer.body));
  const number = Number(found ?? Number.NaN);
  return found === '' || !Number.isFinite(number) ? undefined : number;
}

function listIn(paged: PagedCall, answer: Answer, given: Performing): readonly JsonValue[] {
  if (answer.kind === 'none') return [];
  if (answer.kind === 'broken') {
    const shown = answer.step.response?.body ?? '';
    throw new ConnectorFailure(notJson(paged.call.at, { request: answer.step.request, shown }));
  }
  const list = paged.listField.read(answer.body);
  if (Array.isArray(list)) return list;
  if (isObject(list)) return [list];
  const missing = problem({
    code: 'list-missing',
    message: `The answer to ${answer.step.request?.url} has no list at ${JSON.stringify(paged.listField.text)}.`,
    remedy: 'Set listField to the path of the list in the answer; "" means the answer itself is the list.',
    assumptions: paged.needsList ? ['missing-list'] : [],
    ...paged.listAt,
  });
  if (paged.needsList && given.run.choose('missingList') === 'fail') throw new ConnectorFailure(missing);
  given.run.warn(missing);
  return [];
}

function recordsIn(paged: PagedCall, answer: Answer, given: Performing): readonly JsonValue[] {
  try {
    return listIn(paged, answer, given);
  } catch (error) {
    throw failedStep(answer, error);
  }
}

/** `link` becomes `Link`, and stays `link` as well: published packages use both spellings. */
function headerBinding(headers: Readonly<Record<string, string>>): Record<string, string> {
  const usual = Object.entries(headers).map(
    ([name, value]) => [name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()), value] as const,
  );
  return { ...headers, ...Object.fromEntries(usual) };
}

function nextUrl(paging: Extract<Paging, { kind: 'nextUrl' }>, page: Page, given: Performing): Next {
  const { run, target } = given;
  const { answer } = page;
  run.rely('header-names');
  const bindings = createBindings({}).bindLater({
    ...given.values,
    response: { completeResponseMap: answer.body ?? null, objectList: page.records },
    headers: headerBinding(answer.headers),
  });
  const trace = { pointer: paging.url.at.pointer, text: paging.url.text };
  try {
    const url = paging.url.render(bindings, target.environment).trim();
    answer.step.templates = [...answer.step.templates, { ...trace, value: target.redactor.text(url) }];
    return url === '' || url === 'null' ? undefined : { url };
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    answer.step.templates = [...answer.step.templates, { ...trace, error: error.problem.message }];
    throw failedStep(answer, error);
  }
}

/** Decides after each page what to ask for next. */
interface Pager {
  readonly first: Next;
  after(page: Page): Next;
  /** How many records the target says there are. */
  total(): number | undefined;
}

function offsetPager(paging: Extract<Paging, { kind: 'offset' }>, given: Performing): Pager {
  const { run } = given;
  let offset = run.choose('offsetStart');
  let total: number | undefined;
  const query = () => `${paging.offsetParam}=${offset}&${paging.batchParam}=${paging.batchSize}`;
  return {
    first: { query: query() },
    after({ answer, records }) {
      if (records.length === 0) return undefined;
      total = numberIn(paging.total, answer, given);
      offset += run.choose('offsetAdvance') === 'received' ? records.length : paging.batchSize;
      const done = total !== undefined && offset >= total + run.choose('offsetStart');
      return done && run.choose('offsetStop') === 'total-or-empty' ? undefined : { query: query() };
    },
    total: () => total,
  };
}

function pagePager(paging: Extract<Paging, { kind: 'page' }>, given: Performing): Pager {
  let page = paging.firstPage;
  let read = 0;
  let total: number | undefined;
  const size =
    paging.pageSizeParam === undefined || paging.pageSize === undefined
      ? ''
      : `&${paging.pageSizeParam}=${paging.pageSize}`;
  const query = () => `${paging.pageNumberParam}=${page}${size}`;
  return {
    first: { query: query() },
    after({ answer, records }) {
      if (records.length === 0) return undefined;
      total = numberIn(paging.total, answer, given);
      read += numberIn(paging.pageRecords, answer, given) ?? records.length;
      page += 1;
      const done = total !== undefined && read >= total;
      return done && given.run.choose('pageStop') === 'total-or-empty' ? undefined : { query: query() };
    },
    total: () => total,
  };
}

function pagerOf(paging: Paging, given: Performing): Pager {
  if (paging.kind === 'offset') return offsetPager(paging, given);
  if (paging.kind === 'page') return pagePager(paging, given);
  if (paging.kind === 'none') return { first: {}, after: () => undefined, total: () => undefined };
  return { first: {}, after: (page) => nextUrl(paging, page, given), total: () => undefined };
}

/** Pages without a record, one after the other, after which nothing more is to come. */
const EMPTY_PAGES = 10;

/** The place that decides when a paging ends. */
function endOf(paging: Paging): At {
  if (paging.kind === 'none') return { document: '', pointer: '' };
  return paging.kind === 'nextUrl' ? paging.url.at : paging.at;
}

/** Watches for a paging that would never end. */
function guard(paging: Paging, given: Performing): (page: Page, next: Next, totalKnown: boolean) => void {
  const urls = new Set<string>();
  let pages = 0;
  let empty = 0;
  let before: string | undefined;
  const runAway = (why: string) =>
    fail(endOf(paging), {
      code: 'run-away-paging',
      message: `The paging would never end: ${why}.`,
      remedy:
        paging.kind === 'nextUrl'
          ? 'Let nextUrlPath become null on the last page, and ask for the records that follow on the others.'
          : 'Mend how the end is found: totalCountPath must lead to the number of all records.',
      assumptions: ['repeated-page'],
    });
  return ({ answer, records }, next, totalKnown) => {
    if (next === undefined) return;
    pages += 1;
    empty = records.length === 0 ? empty + 1 : 0;
    if (empty >= EMPTY_PAGES) runAway(`${empty} pages in a row had no record, the last one ${answer.url}`);
    urls.add(answer.url);
    if (next.url !== undefined && urls.has(next.url)) runAway(`${next.url} was asked for before`);
    if (!totalKnown && records.length > 0 && answer.text === before) {
      runAway(`${answer.url} answered the same records as the page before`);
    }
    before = totalKnown ? undefined : answer.text;
    if (pages >= given.run.peek('maximalPages')) runAway(`${pages} pages were read`);
  };
}

/**
 * Makes a paged call and hands out page after page.
 * @throws ConnectorFailure for a call that does not succeed, an answer without JSON or list, and a run-away paging
 */
export async function* readPages(paged: PagedCall, given: Performing): AsyncGenerator<Page> {
  const pager = pagerOf(paged.paging, given);
  const check = guard(paged.paging, given);
  let next: Next = pager.first;
  while (next !== undefined) {
    const answer: Answer = await perform(paged.call, { ...given, ...next });
    if (answer.problem !== undefined) throw new ConnectorFailure(answer.problem);
    const page: Page = { answer, records: recordsIn(paged, answer, given) };
    answer.step.mapped = { records: page.records.length };
    next = pager.after(page);
    check(page, next, pager.total() !== undefined);
    yield { ...page, total: pager.total() };
  }
}
