import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { counted, kindOfStatus, moment, prettyBody, span } from '../../console/format.js';
import { jsonParts } from '../../console/json-parts.js';
import { addressOf, routeOf } from '../../console/state/route.js';
import { trafficRows } from '../../console/traffic-rows.js';
import type { StepFacts } from '../../workbench/index.js';

describe('spans and moments', () => {
  test.each([
    [12, '12 ms'],
    [1500, '1.5 s'],
    [60_000, '1 min'],
    [3_580_000, '59 min 40 s'],
    [7_260_000, '2 h 1 min'],
    [90_000_000, '1 d 1 h'],
    [-2000, '2 s'],
  ])('%d milliseconds are %s', (ms, text) => expect(span(ms)).toBe(text));

  test('are told in UTC and with the right number', () => {
    expect(moment(Date.UTC(2026, 0, 5, 8))).toBe('2026-01-05 08:00:00');
    expect([counted(1, 'call'), counted(0, 'call'), counted(2, 'entry', 'entries')]).toEqual([
      '1 call',
      '0 calls',
      '2 entries',
    ]);
    expect([200, 302, 401, 429, 500, 0].map(kindOfStatus)).toEqual([
      ...['good', 'good', 'refused', 'refused'],
      ...['bad', 'bad'],
    ]);
  });
});

describe('a line of JSON in pieces', () => {
  test('tells keys from values', () => {
    expect(jsonParts('  "a\\"b" : "c", 1.5e3 true').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'plain   ',
      'key "a\\"b"',
      'plain  : ',
      'string "c"',
      'plain , ',
      'number 1.5e3',
      'plain  ',
      'word true',
    ]);
  });

  test('is the same line when the pieces are put together', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(
          jsonParts(line)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});

describe('a body', () => {
  test.each([
    ['{"a":1}', '{\n  "a": 1\n}'],
    ['grant_type=x', 'grant_type=x'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => expect(prettyBody(text)).toBe(shown));
});

describe('an address of the console', () => {
  test.each([
    ['', { view: 'live' }],
    ['#/nonsense', { view: 'live' }],
    ['#/live/alice', { view: 'live', tenant: 'alice' }],
    [
      '#/package/a%2Fb/CreateAccountJSON/7',
      { view: 'package', tenant: 'a/b', document: 'CreateAccountJSON', line: 7 },
    ],
    ['#/package/%E0%A4%A/x', { view: 'package', document: 'x' }],
  ])('%s is understood', (hash, route) => expect(routeOf(hash)).toMatchObject(route));

  test('says what it was made of', () => {
    const route = { view: 'package', tenant: 'a/b', document: 'C#1', line: 3 } as const;
    expect(routeOf(addressOf(route))).toEqual(route);
    expect(addressOf({ view: 'live', tenant: 'jama' })).toBe('#/live/jama');
  });
});

describe('the lines of the traffic', () => {
  const exchange = (id: number) => ({
    ...{ id, at: 0, durationMs: 1, method: 'GET', path: '/', search: '', status: 200 },
  });
  const step = (index: number, exchanges: number[]): StepFacts => ({
    ...{ run: 1, index, flow: 'create', document: 'CreateAccountJSON', pointer: '/call/0', line: 1 },
    ...{ outcome: 'ok', exchanges, records: null, problem: null },
  });

  test('are exchanges with their calls; a call that was never answered stands where it was tried', () => {
    const rows = trafficRows(
      [exchange(1), exchange(2), exchange(3)],
      [step(0, []), step(1, [2]), step(2, [])],
    );
    expect(rows.map(({ exchange: one, step: call }) => [one?.id, call?.index])).toEqual([
      [undefined, 0],
      [1, undefined],
      [2, 1],
      [undefined, 2],
      [3, undefined],
    ]);
  });
});
