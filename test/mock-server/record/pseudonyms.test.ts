import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFreeText } from '../../../mock-server/record/free-text.js';
import { createPseudonyms, type Pseudonyms } from '../../../mock-server/record/pseudonyms.js';
import { Vocabulary } from '../../../mock-server/record/vocabulary.js';

function pseudonymsFor(texts: readonly string[], ids: readonly number[] = []): [Pseudonyms, Vocabulary] {
  const vocabulary = new Vocabulary();
  for (const text of texts) vocabulary.addName(text);
  for (const id of ids) vocabulary.addId(id);
  return [createPseudonyms(vocabulary, 'a seed'), vocabulary];
}

/** What of a text is no letter, digit or sign. */
const structureOf = (text: string): string => text.normalize('NFC').replaceAll(/[\p{L}\p{M}\p{N}]+/gu, 'x');

describe('replacements', () => {
  test('differ where the originals differ, are none of them, and keep what is between the words', () => {
    const texts = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(...'abAB1 .-\'"öŁя山'), minLength: 1, maxLength: 5 }),
      {
        selector: (text) => text.normalize('NFC').toLowerCase(),
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(texts, (originals) => {
        const [{ text }] = pseudonymsFor(originals);
        const replaced = originals.map(text);
        const worded = originals.filter((one) => /[\p{L}\p{N}]/u.test(one));
        expect(new Set(replaced.map((one) => one.toLowerCase())).size).toBe(originals.length);
        expect(
          worded.filter((one) => replaced.map((other) => other.toLowerCase()).includes(one.toLowerCase())),
        ).toEqual([]);
        expect(replaced.map(structureOf)).toEqual(originals.map(structureOf));
      }),
      { numRuns: 150 },
    );
  });

  test('come to an end where hardly anything can be replaced', () => {
    const marks = '\u{1d165}\u{1d16f}';
    const originals = [marks, `${marks}æ`, `${marks}a`, 'aeio', 'a', 'e', 'i', 'o', 'u', ...'0123456789'];
    const [{ text }] = pseudonymsFor(originals);
    const replaced = originals.slice(1).map(text);
    expect(new Set(replaced).size).toBe(replaced.length);
    expect(replaced.filter((one) => originals.includes(one))).toEqual([]);
    expect(text(marks)).toBe(marks);
  });

  test('keep the order of ids, and are none of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 300 }), (ids) => {
        const [{ id }] = pseudonymsFor([], ids);
        const replaced = [...ids].sort((a, b) => a - b).map(id);
        expect(replaced).toEqual([...new Set(replaced)].sort((a, b) => a - b));
        expect(replaced.filter((one) => ids.includes(one))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('of a username, a mail address and the names in them stay related, in any case', () => {
    const [{ text }] = pseudonymsFor(['jane.doe', 'Jane', 'DOE', 'jane.doe@corp.com', 'John@CORP.com']);
    const [first = '', last = ''] = text('jane.doe').split('.');
    expect(text('Jane')).toBe(first.charAt(0).toUpperCase() + first.slice(1));
    expect(text('DOE')).toBe(last.toUpperCase());
    expect(text('jane.doe@corp.com')).toMatch(new RegExp(`^${first}\\.${last}@[a-z]+\\.example$`));
    expect(text('John@CORP.com').split('@')[1]).toBe(text('jane.doe@corp.com').split('@')[1]);
  });

  test('are of the same script, with accents where there were some', () => {
    const [{ text }] = pseudonymsFor(['Zoë', 'Иван', '山田', '김', '★', '+49 30 1234']);
    expect(text('Zoë')).toMatch(/^[B-DF-HJ-NP-TV-Z][aeiou]\p{Script=Latin}$/u);
    expect(text('Иван')).toMatch(/^\p{Script=Cyrillic}{4}$/u);
    expect(text('山田')).toMatch(/^\p{Script=Han}{2}$/u);
    expect(text('김')).toMatch(/^\p{Script=Hangul}$/u);
    expect(text('★')).toMatch(/^\p{S}$/u);
    expect(text('+49 30 1234')).toMatch(/^\+\d\d \d\d \d{4}$/);
  });
});

describe('a sentence of a tenant', () => {
  const [pseudonyms, vocabulary] = pseudonymsFor(
    ['jdoe', 'Ann', 'Anna', 'user', "O'Brien & Co", 'jane doe', '山田', 'corp@contoso.com'],
    [4711, 12],
  );
  vocabulary.addSecret('s3cret');
  const write = createFreeText(vocabulary, pseudonyms, ['jama.contoso.com', '/contoso', 'contoso']);
  const { text, id } = pseudonyms;

  test.each([
    ['user jdoe already exists', `user ${text('jdoe')} already exists`],
    ['JDOE: Anna and Ann, Annabel', `${text('JDOE')}: ${text('Anna')} and ${text('Ann')}, Annabel`],
    [
      'no user 4711, 47110, a12 or 123',
      `no user ${id(4711)}, ${pseudonyms.digits('47110')}, a${id(12)} or 123`,
    ],
    ["'user' exists", `'${text('user')}' exists`],
    ['ask new.one@elsewhere.org', `ask ${text('new.one@elsewhere.org')}`],
    ['at https://jama.contoso.com:8443/contoso/rest', 'at https://jama.example/jama/rest'],
    ['10.1.2.3 of Contoso', '192.0.2.1 of jama.example'],
    ['token s3cret, eyJhbGciOi.eyJhIjox.c2ln', 'token [secret], [secret]'],
    ['O&#39;Brien &amp; Co', text("O'Brien & Co").replace('&', '&amp;').replace("'", '&#39;')],
    [
      '?name=jane%20doe&or=jane+doe',
      `?name=${text('jane doe').replace(' ', '%20')}&or=${text('jane doe').replace(' ', '+')}`,
    ],
    ['利用者山田は', `利用者${text('山田')}は`],
    ['field "nickname" of "username"', `field "${text('nickname')}" of "username"`],
    ['Too many requests.', 'Too many requests.'],
    ['', ''],
  ])('%j becomes %j', (sentence, expected) => {
    expect(write(sentence)).toBe(expected);
  });

  test('that repeats a name which is a word of the product names it last', () => {
    expect(write('A user named user', new Set(['user']))).toBe(`A user named ${text('user')}`);
    expect(write('A user named user')).toBe('A user named user');
  });
});
