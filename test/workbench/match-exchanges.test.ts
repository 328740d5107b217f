import { describe, expect, test } from '@jest/globals';
import { matchExchanges } from '../../workbench/match-exchanges.js';

const BASE = 'http://127.0.0.1:8080/jama';
const step = (method: string, path: string, status?: number) => ({
  request: { method, url: BASE + path, headers: {} },
  ...(status === undefined ? {} : { response: { status, headers: {}, body: '' } }),
});
const seen = (id: number, method: string, target: string, status: number) => ({ id, method, target, status });

describe('the exchanges of a step', () => {
  test('are those of its call, in order', () => {
    const steps = [step('GET', '/users', 401), step('POST', '/token', 200), step('GET', '/users', 200)];
    const calls = [
      seen(7, 'GET', '/users', 401),
      seen(8, 'POST', '/token', 200),
      seen(9, 'GET', '/users', 200),
    ];
    expect(matchExchanges(steps, calls, BASE)).toEqual([[7], [8], [9]]);
  });

  test('are several when a call was repeated until it was answered', () => {
    const calls = [seen(1, 'GET', '/users', 0), seen(2, 'GET', '/users', 0), seen(3, 'GET', '/users', 200)];
    expect(matchExchanges([step('GET', '/users', 200)], calls, BASE)).toEqual([[1, 2, 3]]);
    expect(matchExchanges([step('GET', '/users')], calls.slice(0, 2), BASE)).toEqual([[1, 2]]);
  });

  test('are none for a call that was never sent, and for one that is not yet seen', () => {
    expect(matchExchanges([{}, step('GET', '/users', 200)], [seen(1, 'GET', '/users', 200)], BASE)).toEqual([
      [],
      [1],
    ]);
    expect(matchExchanges([step('GET', '/users', 200)], [], BASE)).toEqual([[]]);
  });

  test('of others in between are left out without losing the place', () => {
    const calls = [seen(1, 'GET', '/other', 200), seen(2, 'GET', '/users', 200)];
    expect(matchExchanges([step('GET', '/users', 200)], calls, BASE)).toEqual([[2]]);
  });
});
