import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileTemplate, createBindings, TemplateError } from '../../../connector/index.js';
import { environment } from './agreement.js';

const limits = { steps: 20_000, depth: 100, output: 100_000, memory: 200_000 };
const bindings = {
  user: { firstname: 'Ana', age: 30, tags: ['a', 'b'], none: null },
  n: 7,
  list: [3, 1, 2],
  s: 'Hello',
};

/** The text, or the error; anything else that is thrown fails the test. */
function evaluate(text: string): string | TemplateError {
  try {
    return compileTemplate(text).render(createBindings(bindings), { ...environment, limits });
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}

const fragments = fc.constantFrom(
  ...[
    '${',
    '}',
    '$',
    '{',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '\\',
    '\n',
    ' ',
    '.',
    '?.',
    '*.',
    '?:',
    '?',
    ':',
    '=',
    '==',
  ],
  ...[
    '+',
    '-',
    '*',
    '/',
    '%',
    '<',
    '>',
    '<%',
    '%>',
    '<%=',
    '->',
    '..',
    ',',
    ';',
    '&&',
    '||',
    '!',
    '~',
    '=~',
    '==~',
  ],
  ...[
    'user',
    'firstname',
    'list',
    'n',
    's',
    'it',
    'null',
    'true',
    '1',
    '2.5',
    'def x',
    'x',
    'if',
    'else',
    'for',
    'in',
  ],
  ...[
    'while',
    'return',
    'new Date()',
    'as',
    'int',
    'String',
    'collect',
    'each',
    'size()',
    'class',
    'Math',
    '__proto__',
  ],
  ...[
    'constructor',
    'prototype',
    'switch',
    'case',
    'try',
    'catch',
    'throw',
    'assert',
    'toString()',
    'call',
    '\\u0041',
  ],
);

describe('any text is evaluated or refused with a place', () => {
  test.each([
    ['any characters', fc.string({ unit: 'binary', maxLength: 60 })],
    ['pieces of the language', fc.array(fragments, { maxLength: 25 }).map((parts) => parts.join(''))],
    [
      'pieces inside an expression',
      fc.array(fragments, { maxLength: 15 }).map((parts) => `a\${${parts.join(' ')}}b`),
    ],
  ])('%s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = evaluate(text);
        if (typeof result === 'string') return;
        expect(result.start).toBeGreaterThanOrEqual(0);
        expect(result.end).toBeGreaterThanOrEqual(result.start);
        expect(result.end).toBeLessThanOrEqual(text.length);
        expect(result.expression).toBe(text.slice(result.start, result.end));
        expect(result.groovyClass).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  test('values arrive as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = compileTemplate('<${v}>').render(createBindings({ v: value }), environment);
        expect(text).toBe(`<${value}>`);
      }),
    );
  });
});

test('no text reaches the prototypes of the host', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    evaluate(`\${user.${name} = [polluted: 1]; user['${name}'].polluted = 2; [:].${name}.polluted = 3}`);
    evaluate(`\${def m = [:]; m['${name}'] = 1; m.${name}}`);
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
