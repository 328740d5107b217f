import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { evaluateCases } from '../../../connector/index.js';
import { environment } from './agreement.js';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/template-language.md'), 'utf8');
const bindings = {
  s: 'Hello World',
  n: 7,
  none: null,
  list: [3, 1, 2],
  user: { firstname: 'Ana', title: null },
};

/** The lines of the fenced blocks of one kind: a template and what it gives. */
function examples(kind: string): [template: string, result: string][] {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``, 'g'))];
  return blocks
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map((line) => line.split(/ +=> /) as [string, string]);
}

describe('the page on the template language tells the truth', () => {
  test.each(examples('cases'))('%s gives %s', (template, text) => {
    expect(evaluateCases([{ id: 'example', template, bindings }], environment)).toEqual([
      { id: 'example', text },
    ]);
  });

  test.each(examples('failures'))('%s fails with %s', (template, failure) => {
    const [result] = evaluateCases([{ id: 'example', template, bindings }], environment);
    expect(result).toMatchObject({
      error: failure.split(':')[0],
      message: failure.slice(failure.indexOf(': ') + 2),
    });
  });
});
