import { afterEach, describe, expect, test } from '@jest/globals';
import { accountCall, accountImport, connectorFor, HOST } from '../setup.js';
import { type Reply, type Seen, startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: at + 1, login: `u${at + 1}` }));

/** A list API with offset and limit that never gives more than `cap` records. */
function offsetApi(total: number, cap = 1000): (seen: Seen) => Reply {
  return ({ query }) => {
    const from = Number(query.get('from') ?? 0);
    const size = Math.min(cap, Number(query.get('size') ?? 20));
    return { body: { data: people(total).slice(from, from + size), meta: { total } } };
  };
}

function importWith(pagination: unknown): Record<string, unknown> {
  return { ImportAccountEntJSON: accountImport(accountCall('/users', { pagination })) };
}

const offset = {
  offsetParam: 'from',
  batchParam: 'size',
  batchSize: 50,
  totalCountPath: 'completeResponseMap.meta.total',
};

describe('offset paging', () => {
  test('reads every page and stops at the total', async () => {
    const target = await startTarget(offsetApi(120));
    const outcome = await connectorFor(target, importWith({ offset })).importAccounts();
    expect(outcome.accounts).toMatchObject({ received: 120, created: 120 });
    expect(target.seen.map(({ query }) => query.toString())).toEqual([
      'from=0&size=50',
      'from=50&size=50',
      'from=100&size=50',
    ]);
  });

  test('does not ask for a page past a total that the pages fill exactly', async () => {
    const target = await startTarget(offsetApi(100));
    await connectorFor(target, importWith({ offset })).importAccounts();
    expect(target.seen).toHaveLength(2);
  });

  test('loses records when the target gives fewer than batchSize, as EIC does', async () => {
    const target = await startTarget(offsetApi(120, 50));
    const connector = connectorFor(target, importWith({ offset: { ...offset, batchSize: '100' } }));
    const outcome = await connector.importAccounts();
    expect(outcome.accounts.created).toBe(70);
    expect(outcome.assumptions).toContain('offset-advance');
  });

  test('advances by what arrived when that is chosen', async () => {
    const target = await startTarget(offsetApi(120, 50));
    const documents = importWith({ offset: { ...offset, batchSize: 100 } });
    const outcome = await connectorFor(target, documents, {
      semantics: { offsetAdvance: 'received' },
    }).importAccounts();
    expect(outcome.accounts.created).toBe(120);
  });

  test('finds a total without the prefix, and says that this is a guess', async () => {
    const target = await startTarget(offsetApi(120));
    const outcome = await connectorFor(
      target,
      importWith({ offset: { ...offset, totalCountPath: 'meta.total' } }),
    ).importAccounts();
    expect(outcome.accounts.created).toBe(120);
    expect(outcome.assumptions).toContain('total-path-prefix');
  });

  test('reads on to an empty page when the total is not found', async () => {
    const target = await startTarget(offsetApi(120));
    const documents = importWith({ offset: { ...offset, totalCountPath: 'completeResponseMap.nowhere' } });
    const outcome = await connectorFor(target, documents).importAccounts();
    expect(outcome.accounts.created).toBe(120);
    expect(target.seen).toHaveLength(4);
  });

  test('takes a number as the total', async () => {
    const target = await startTarget(offsetApi(120));
    await connectorFor(target, importWith({ offset: { ...offset, totalCountPath: '60' } })).importAccounts();
    expect(target.seen).toHaveLength(2);
  });

  test('refuses a page size that is no number, at its place', async () => {
    const target = await startTarget(offsetApi(1));
    const outcome = await connectorFor(
      target,
      importWith({ offset: { ...offset, batchSize: 'fifty' } }),
    ).importAccounts();
    expect(outcome).toMatchObject({
      status: 'failed',
      problems: [
        { code: 'paging-invalid', pointer: '/accountParams/call/call1/pagination/offset/batchSize' },
      ],
    });
    expect(target.seen).toHaveLength(0);
  });
});

describe('page paging', () => {
  const page = {
    pageNumberParam: 'page',
    pageSizeParam: 'size',
    pageSize: 50,
    pageRecordCount: 'completeResponseMap.count',
    totalCountPath: 'headers.x-total-count',
    firstPageNumber: 0,
  };

  function pageApi(total: number, first: number): (seen: Seen) => Reply {
    return ({ query }) => {
      const from = (Number(query.get('page')) - first) * 50;
      const data = people(total).slice(from, from + 50);
      return { headers: { 'X-Total-Count': String(total) }, body: { data, count: data.length } };
    };
  }

  test('counts records against a total in a header', async () => {
    const target = await startTarget(pageApi(120, 0));
    const outcome = await connectorFor(target, importWith({ page })).importAccounts();
    expect(outcome.accounts.created).toBe(120);
    expect(target.seen.map(({ query }) => query.get('page'))).toEqual(['0', '1', '2']);
  });

  test('begins with page 1 unless told otherwise, and counts records itself', async () => {
    const target = await startTarget(pageApi(100, 1));
    const { firstPageNumber: _, pageRecordCount: __, ...rest } = page;
    const outcome = await connectorFor(target, importWith({ page: rest })).importAccounts();
    expect(outcome.accounts.created).toBe(100);
    expect(target.seen.map(({ query }) => query.get('page'))).toEqual(['1', '2']);
  });
});

describe('nextUrl paging', () => {
  test('follows the expression until it gives null', async () => {
    const target = await startTarget(({ query }) => {
      const page = Number(query.get('page') ?? 1);
      const data = people(5).slice((page - 1) * 2, page * 2);
      return { body: { data, next: page < 3 ? page + 1 : null } };
    });
    const nextUrlPath = `\${response?.completeResponseMap?.next==null?null:'${HOST}/users?page='+response.completeResponseMap.next}`;
    const outcome = await connectorFor(target, importWith({ nextUrl: { nextUrlPath } })).importAccounts();
    expect(outcome.accounts.created).toBe(5);
    expect(target.seen.map(({ query }) => query.get('page'))).toEqual([null, '2', '3']);
  });

  test('knows headers under their usual spelling', async () => {
    const target = await startTarget(({ query }) =>
      query.get('page') === '2'
        ? { body: { data: people(2).slice(1) } }
        : { headers: { link: `<${HOST}/users?page=2>; rel="next"` }, body: { data: people(1) } },
    );
    const nextUrlPath = `\${headers?.Link?.contains('next')?headers.Link.split('>')[0].replace('<',''):''}`;
    const outcome = await connectorFor(target, importWith({ nextUrl: { nextUrlPath } })).importAccounts();
    expect(outcome.accounts.created).toBe(2);
  });

  test('reports a failing expression with its offsets, and changes nothing', async () => {
    const target = await startTarget(() => ({ body: { data: people(2) } }));
    const nextUrlPath = '${response.completeResponseMap.paging.next}';
    const connector = connectorFor(target, importWith({ nextUrl: { nextUrlPath } }));
    const outcome = await connector.importAccounts();
    expect(outcome).toMatchObject({
      status: 'failed',
      problems: [
        { code: 'template-failed', pointer: '/accountParams/call/call1/pagination/nextUrl/nextUrlPath' },
      ],
    });
    expect(outcome.problems[0]?.start).toBeGreaterThan(0);
    expect(connector.repository.accounts()).toHaveLength(0);
  });
});

describe('a paging that would never end', () => {
  test('is stopped when a nextUrl comes again', async () => {
    const target = await startTarget(() => ({ body: { data: people(2) } }));
    const documents = importWith({ nextUrl: { nextUrlPath: `${HOST}/users?page=2` } });
    const outcome = await connectorFor(target, documents).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'run-away-paging',
      pointer: '/accountParams/call/call1/pagination/nextUrl/nextUrlPath',
    });
    expect(target.seen).toHaveLength(2);
  });

  test('is stopped when the target ignores the offset and tells no total', async () => {
    const target = await startTarget(() => ({ body: { data: people(2) } }));
    const outcome = await connectorFor(target, importWith({ offset })).importAccounts();
    expect(outcome.problems[0]?.code).toBe('run-away-paging');
    expect(target.seen).toHaveLength(2);
  });

  test('is stopped when ten pages in a row have no record', async () => {
    const target = await startTarget(({ query }) => ({
      body: { data: query.get('page') === null ? people(2) : [], page: Number(query.get('page') ?? 1) },
    }));
    const nextUrlPath = `\${'${HOST}/users?page='+Math.addExact(response.completeResponseMap.page,1)}`;
    const outcome = await connectorFor(target, importWith({ nextUrl: { nextUrlPath } })).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'run-away-paging',
      pointer: '/accountParams/call/call1/pagination/nextUrl/nextUrlPath',
    });
    expect(target.seen).toHaveLength(11);
  });

  test('is stopped at the limit of pages', async () => {
    let at = 0;
    const target = await startTarget(() => {
      at += 1;
      return { body: { data: [{ id: at, login: `u${at}` }] } };
    });
    const outcome = await connectorFor(target, importWith({ offset }), {
      semantics: { maximalPages: 5 },
    }).importAccounts();
    expect(outcome.problems[0]?.code).toBe('run-away-paging');
    expect(target.seen).toHaveLength(5);
  });
});
