import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AxisInput, layoutAxis } from '../../console/time-axis.js';

const HOUR = 3_600_000;
const WIDTH = 1000;
const call = (id: number, at: number, status = 200, path = '/rest/v1/users') => ({
  ...{ id, at, status, path, method: 'GET', search: '', durationMs: 1 },
});
const token = (id: string, issuedAt: number, expiresAt = issuedAt + HOUR) => ({
  id,
  issuedAt,
  expiresAt,
  leftMs: 0,
});

describe('the axis of time', () => {
  test('has milliseconds and hours side by side: nothing vanishes, the longer span takes more room', () => {
    const { calls, tokens, now, gaps } = layoutAxis(
      { tokens: [token('a', 1000)], exchanges: [call(1, 1000), call(2, 1004), call(3, 1008)], now: 1500 },
      WIDTH,
    );
    const [first, second, third] = calls.map(({ x }) => x);
    expect(second).toBeGreaterThan((first ?? 0) + 20);
    expect(third).toBeGreaterThan((second ?? 0) + 20);
    expect(now).toBeGreaterThan(third ?? 0);
    expect(tokens[0]).toMatchObject({ to: WIDTH, left: HOUR - 500 });
    expect(WIDTH - now).toBeGreaterThan((second ?? 0) - (first ?? 0));
    expect(gaps.map(({ label }) => label)).toEqual(['59 min 59 s']);
  });

  test('joins a call that was refused, failed or cut with the same call made again', () => {
    const exchanges = [
      call(1, 0, 401),
      call(2, 1, 200, '/rest/oauth/token'),
      call(3, 2, 200),
      call(4, 3, 0, '/rest/v1/usergroups'),
      call(5, 4, 200, '/rest/v1/usergroups'),
      call(6, 5, 500, '/rest/v1/projects'),
    ];
    const { retries, calls } = layoutAxis({ tokens: [], exchanges, now: 10 }, WIDTH);
    const at = (id: number) => calls.find(({ exchange }) => exchange.id === id)?.x;
    expect(retries).toEqual([
      { from: at(1), to: at(3) },
      { from: at(4), to: at(5) },
    ]);
    expect(calls.map(({ kind }) => kind)).toEqual(['refused', 'good', 'good', 'bad', 'good', 'bad']);
  });

  test('shows tokens that live or lived while the calls were made, the last three', () => {
    const tokens = ['a', 'b', 'c', 'd', 'e'].map((id, at) => token(id, at * 10, id === 'a' ? 5 : undefined));
    const axis = layoutAxis({ tokens, exchanges: [call(1, 100)], now: 200 }, WIDTH);
    expect(axis.tokens.map(({ token: { id } }) => id)).toEqual(['c', 'd', 'e']);
    const old = layoutAxis({ tokens: [token('a', 0, 5)], exchanges: [call(1, 100)], now: 200 }, WIDTH);
    expect(old.tokens).toEqual([]);
  });

  test('is in order and within its width, whatever happened', () => {
    const times = fc.integer({ min: 0, max: 10 * HOUR });
    const inputs: fc.Arbitrary<AxisInput> = fc.record({
      tokens: fc
        .array(fc.tuple(times, times), { maxLength: 6 })
        .map((spans) => spans.map(([issuedAt, life], at) => token(String(at), issuedAt, issuedAt + life))),
      exchanges: fc
        .array(times, { maxLength: 60 })
        .map((list) =>
          list.sort((a, b) => a - b).map((at, index) => call(index + 1, at, index % 5 ? 200 : 401)),
        ),
      now: times,
    });
    fc.assert(
      fc.property(inputs, (input) => {
        const { calls, tokens, now } = layoutAxis(input, WIDTH);
        const places = [...calls.map(({ x }) => x), ...tokens.flatMap(({ from, to }) => [from, to]), now];
        expect(places.every((x) => x >= 0 && x <= WIDTH + 0.001)).toBe(true);
        expect(calls.every(({ x }, at) => at === 0 || x >= (calls[at - 1]?.x ?? 0))).toBe(true);
        expect(tokens.every(({ from, to }) => from <= to)).toBe(true);
      }),
    );
  });
});
