import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Statement } from '../../../connector/template/syntax/ast.js';
import { parseScript } from '../../../connector/template/syntax/parser.js';
import { printStatements } from '../../../connector/template/syntax/printer.js';
import { toScriptSource } from '../../../connector/template/syntax/script-source.js';
import type { GroovyCase } from './agreement.js';

function parse(script: string): Statement[] {
  return parseScript({
    text: script,
    offsets: Int32Array.from({ length: script.length + 1 }, (_none, i) => i),
  });
}

/** A tree without places. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'start' && key !== 'end');
  return Object.fromEntries(entries.map(([key, item]) => [key, bare(item)]));
}

function expectSameTree(tree: readonly Statement[]): void {
  const printed = printStatements(tree);
  expect(bare(parse(printed))).toEqual(bare(tree));
}

const atom = fc.constantFrom(
  'a',
  'b.c',
  '1',
  '2.50',
  "'x'",
  'true',
  'null',
  '[1, 2]',
  '[k: 1]',
  '[:]',
  '"g${a}h"',
  '{ it }',
);
const operators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '==',
  '!=',
  '<',
  '<=>',
  '&&',
  '||',
  '..',
  '=~',
  '<<',
  '&',
  'in',
];

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    atom,
    fc
      .tuple(tie('expression'), fc.constantFrom(...operators), tie('expression'))
      .map(([a, o, b]) => `(${a}) ${o} (${b})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) ?: (${b})`),
    tie('expression').map((a) => `(${a}).name`),
    tie('expression').map((a) => `(${a})?.call(1, *b, k: 2)`),
    tie('expression').map((a) => `(${a})*.size()`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a})[${b}]`),
    tie('expression').map((a) => `!(${a})`),
    tie('expression').map((a) => `-(${a})`),
    tie('expression').map((a) => `(${a}) as int`),
    tie('expression').map((a) => `(${a}) instanceof String`),
    tie('expression').map((a) => `list.collect { x, int y = 2 -> (${a}) }`),
    tie('expression').map((a) => `new Date(${a})`),
    tie('expression').map((a) => `x = ${a}`),
  ),
}));

describe('a printed tree reads back as the same tree', () => {
  test('for generated expressions', () => {
    fc.assert(
      fc.property(expression, (text) => expectSameTree(parse(`(${text})`))),
      { numRuns: 500 },
    );
  });

  test('for every template Groovy compiles, once its blocks have braces', () => {
    const file = join(import.meta.dirname, 'cases/visible.json');
    const cases: GroovyCase[] = JSON.parse(readFileSync(file, 'utf8'));
    const compiled = cases.filter(({ expect: { error } }) => error !== 'TemplateSyntax');
    for (const { template } of compiled) {
      expectSameTree(parse(printStatements(parseScript(toScriptSource(template)))));
    }
    expect(compiled.length).toBeGreaterThan(300);
  });
});
