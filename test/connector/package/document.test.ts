import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pointerTo, readDocument } from '../../../connector/index.js';

const read = (text: string) =>
  readDocument({ name: 'CreateAccountJSON', file: 'CreateAccountJSON.json', text });

/** The text a place covers, on one line. */
function covered(
  text: string,
  place: { line: number; column: number; endLine: number; endColumn: number },
): string {
  const lines = text.split(/\r\n|\n|\r/);
  expect(place.endLine).toBe(place.line);
  return (lines[place.line - 1] ?? '').slice(place.column - 1, place.endColumn - 1);
}

describe('a place', () => {
  const text = '{\r\n  "call": [\r\n    { "url": "a", "x/y~z": 1 }\r\n  ]\r\n}';

  test('is that of a value, or of its key', () => {
    const document = read(text);
    expect(document.place('/call/0/url')).toMatchObject({
      file: 'CreateAccountJSON.json',
      line: 3,
      column: 14,
      endColumn: 17,
    });
    expect(covered(text, document.place('/call/0/url', 'key'))).toBe('"url"');
    expect(covered(text, document.place('/call/0/x~1y~0z'))).toBe('1');
  });

  test('of a missing value names it, at the key of the nearest ancestor that is there', () => {
    const place = read(text).place('/call/0/nope/deeper');
    expect(place.pointer).toBe('/call/0/nope/deeper');
    expect(covered(text, place)).toBe('{ "url": "a", "x/y~z": 1 }');
    expect(covered(text, read(text).place('/call/7'))).toBe('"call"');
  });

  test('of a part of a text knows escapes', () => {
    const escaped = '{"a":"x\\"\\u00e9\\ny${user.name}z"}';
    const document = read(escaped);
    const value = String((document.value as { a: string }).a);
    const start = value.indexOf('${');
    const place = document.placeInString('/a', start, start + '${user.name}'.length);
    expect(covered(escaped, place)).toBe('${user.name}');
  });

  test('of any part of any text covers exactly that part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(20), fc.nat(20), (value, a, b) => {
        const json = JSON.stringify({ key: value });
        const [start, end] = [Math.min(a, b, value.length), Math.min(Math.max(a, b), value.length)];
        const place = read(json).placeInString('/key', start, end);
        const raw = json.slice(place.column - 1, place.endColumn - 1);
        expect(JSON.parse(`"${raw}"`)).toBe(value.slice(start, end));
      }),
    );
  });

  test('of every value of any document can be found again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const json = JSON.stringify(value, null, 2);
        const document = read(json);
        if (document.state !== 'ok') return;
        if (typeof document.value !== 'object') return;
        for (const [key, inner] of Object.entries(document.value ?? {})) {
          const place = document.place(pointerTo('', key));
          const lines = json.split('\n');
          const from =
            lines.slice(0, place.line - 1).join('\n').length + (place.line > 1 ? 1 : 0) + place.column - 1;
          const to =
            lines.slice(0, place.endLine - 1).join('\n').length +
            (place.endLine > 1 ? 1 : 0) +
            place.endColumn -
            1;
          expect(JSON.parse(json.slice(from, to))).toEqual(inner);
        }
      }),
    );
  });
});

describe('a text that is not JSON', () => {
  test.each([
    ['a trailing comma', '{"a": 1,\n}', 1, 8, 'comma'],
    ['a trailing comma in a list', '[1, 2, ]', 1, 6, 'comma'],
    ['typographic quotes', '{“a”: 1}', 1, 2, 'typographic'],
    ['single quotes', "{'a': 1}", 1, 2, 'single'],
    ['a non-breaking space', '{\u00a0"a": 1}', 1, 2, 'non-breaking'],
    ['a missing comma', '{"a": 1\n "b": 2}', 2, 2, 'comma is missing'],
    ['an unescaped quote', '{"a": "b"c"}', 1, 10, ''],
    ['a key without quotes', '{a: 1}', 1, 2, 'without quotation marks'],
    ['a text that ends too soon', '{"a": {"b": 1}', 1, 15, 'ends before'],
    ['a comment', '{"a": 1 // one\n}', 1, 9, 'comment'],
    ['a line break in a text', '{"a": "b\nc"}', 1, 9, 'line break'],
    ['a missing closing quote', '{"a": "b,\n"c": 1}', 1, 10, 'closing quotation mark'],
  ])('is described at its place: %s', (_, text, line, column, words) => {
    const { state, problem } = read(text);
    expect(state).toBe('invalid');
    expect(problem).toMatchObject({ line, column });
    expect(problem?.message).toContain(words);
    expect(problem?.remedy).toMatch(/\.$/);
  });

  test('never makes the reader fail, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const document = read(text);
        expect(['ok', 'empty', 'encrypted', 'invalid']).toContain(document.state);
        expect(document.place('/a/b').line).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a document', () => {
  test('names keys that stand twice; the last one counts', () => {
    const document = read('{"a": {"b": 1,\n "b": 2}}');
    expect(document.duplicateKeys).toMatchObject([
      { pointer: '/a/b', key: 'b', firstPlace: { line: 1 }, place: { line: 2 } },
    ]);
    expect(document.value).toEqual({ a: { b: 2 } });
    expect(document.place('/a/b').line).toBe(2);
  });

  test('may begin with a byte order mark', () => {
    expect(read('\ufeff{"a":1}')).toMatchObject({ state: 'ok', value: { a: 1 } });
  });

  test('keeps a __proto__ key as data', () => {
    expect(read('{"__proto__": {"polluted": 1}}').state).toBe('ok');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
