import { describe, expect, test } from '@jest/globals';
import type { TraceStep } from '../../connector/index.js';
import { exchangesOf } from '../../contracts/exchanges.js';
import { checkPackage } from '../../contracts/index.js';

const base = 'http://127.0.0.1:4711/jama';

function step(path: string, status: number | undefined, pointer = '/call/0'): TraceStep {
  return {
    flow: 'create',
    document: 'CreateAccountJSON',
    pointer,
    templates: [],
    request: { method: 'GET', url: base + path, headers: {} },
    ...(status === undefined ? {} : { response: { status, headers: {}, body: '' } }),
    outcome: status === 200 ? 'ok' : 'failed',
    assumptions: [],
  };
}

describe('the exchanges of a scenario', () => {
  test('are below the base URL, so that the port does not show', () => {
    const [exchange] = exchangesOf([step('/rest/v1/users', undefined)]);

    expect(exchange).toMatchObject({
      request: 'GET /rest/v1/users',
      status: null,
      outcome: 'failed',
      alike: 0,
    });
  });

  test('of one call in a row are counted after the third, as long as they are answered alike', () => {
    const pages = [0, 50, 100, 150, 200].map((start) => step(`/rest/v1/users?startAt=${start}`, 200));

    const exchanges = exchangesOf([...pages, step('/rest/v1/users?startAt=250', 500), ...pages]);

    expect(exchanges.map(({ request, alike }) => [request.split('=')[1], alike])).toEqual([
      ['0', 0],
      ['50', 0],
      ['100', 2],
      ['250', 0],
      ['0', 0],
      ['50', 0],
      ['100', 2],
    ]);
  });

  test('of a step that sent nothing are left out', () => {
    const { request: _request, ...silent } = step('', 200);

    expect(exchangesOf([silent])).toEqual([]);
  });

  test('of a real run hold no secret and are the same each time', async () => {
    const run = async () => {
      const { scenarios } = await checkPackage('fixtures/packages/jama-connect', { only: ['token'] });
      return scenarios.map(({ exchanges }) => exchanges);
    };

    const [first, second] = [await run(), await run()];

    expect(first).toEqual(second);
    expect(first.flat().map(({ request }) => request)).toContain('POST /rest/oauth/token');
    expect(JSON.stringify(first)).not.toMatch(/Bearer|Basic|127\.0\.0\.1|localhost/);
  }, 30_000);
});
