import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

describe('paging', () => {
  test('any start and size give that very part of the list, cut to 50', async () => {
    const { call, tenant } = await tenantUnderTest();
    const ids = tenant.users.list().map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(fc.nat(200), fc.integer({ min: 1, max: 300 }), async (startAt, maxResults) => {
        const path = `/rest/v1/users?includeInactive=true&startAt=${startAt}&maxResults=${maxResults}`;
        const { json, records } = await call('GET', path);
        const expected = ids.slice(startAt, startAt + Math.min(maxResults, 50));
        expect(records.map(({ id }) => id)).toEqual(expected);
        expect(json.meta.pageInfo).toEqual({
          startIndex: startAt,
          resultCount: expected.length,
          totalResults: 120,
        });
      }),
      { numRuns: 50 },
    );
  });

  test('a start past the end answers an empty page that echoes it', async () => {
    const { call } = await tenantUnderTest();
    const { status, json, inferred } = await call('GET', '/rest/v1/users?startAt=2147483647');
    expect(status).toBe(200);
    expect(json.data).toEqual([]);
    expect(json.meta.pageInfo).toEqual({ startIndex: 2147483647, resultCount: 0, totalResults: 111 });
    expect(inferred).toContain('page-past-end');
  });

  test.each([
    'startAt=-1',
    'startAt=x',
    'startAt=1.5',
    'startAt=2147483648',
    'startAt=%201',
    'maxResults=0',
    'maxResults=-5',
    'maxResults=ten',
    'project=x',
  ])('%s is refused, and the guess has a name', async (query) => {
    const { call } = await tenantUnderTest();
    const { status, inferred, json } = await call('GET', `/rest/v1/users?${query}`);
    expect([status, inferred]).toEqual([400, ['page-malformed']]);
    expect(json.meta.message).toContain(`The query parameter ${query.split('=')[0]} must be a whole number`);
  });

  test('an empty value counts as none, and of two values the first counts', async () => {
    const { call } = await tenantUnderTest();
    const { json } = await call('GET', '/rest/v1/users?startAt=&maxResults=3&maxResults=7');
    expect(json.meta.pageInfo).toMatchObject({ startIndex: 0, resultCount: 3 });
  });

  test('the order is named as a guess only where it decides what is on the page', async () => {
    const { call } = await tenantUnderTest({ users: 10 });
    expect((await call('GET', '/rest/v1/users')).inferred).toEqual([]);
    expect((await call('GET', '/rest/v1/users?maxResults=5')).inferred).toEqual(['list-order']);
  });
});
