import { createColors } from 'picocolors';
import type { Explanation, TemplateError } from '../connector/index.js';

/** A failed template with a caret under the place, the cause, and what helps. */
export function templateErrorText(text: string, error: TemplateError, color: boolean): string {
  const paint = createColors(color);
  const { line, column, content } = lineAt(text, error.start);
  const length = Math.max(1, Math.min(error.end, text.length) - error.start);
  const carets = '^'.repeat(Math.max(1, Math.min(length, content.length - column)));
  const lines = ['', `  ${content}`, `  ${' '.repeat(column)}${paint.red(carets)}`];
  const where = text.includes('\n') ? `line ${line}: ` : '';
  lines.push(`  ${where}${error.groovyClass}${error.message === '' ? '' : `: ${error.message}`}`);
  const cause = error.nullValue === undefined ? '' : `${error.nullValue} is null here.   `;
  if (cause !== '' || error.remedy !== undefined) lines.push(`  ${cause}${error.remedy ?? ''}`.trimEnd());
  return `${lines.join('\n')}\n`;
}

function lineAt(text: string, offset: number): { line: number; column: number; content: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(0, start).split('\n').length;
  return { line, column: offset - start, content: text.slice(start, end < 0 ? undefined : end) };
}

/** Every sub-expression with its value, then the text. */
export function explanationText({ steps, text }: Explanation): string {
  const width = Math.min(60, Math.max(0, ...steps.map(({ expression }) => oneLine(expression).length)));
  const lines = steps.map(({ expression, value }) => `  ${oneLine(expression).padEnd(width)}   ${value}`);
  const result = text === null ? [] : ['', text];
  return `${['', ...lines, ...result].join('\n')}\n`;
}

function oneLine(expression: string): string {
  return expression.replace(/\s+/g, ' ');
}
