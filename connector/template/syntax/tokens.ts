import type { Value } from '../values/value.js';

/** `string` is a finished literal; a GString comes as start, values, middles and end. */
export type TokenKind =
  | 'identifier'
  | 'keyword'
  | 'number'
  | 'string'
  | 'gstring-start'
  | 'gstring-middle'
  | 'gstring-end'
  | 'operator'
  | 'newline'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The operator, name or keyword itself; the text of a string part; the spelling of a number. */
  readonly text: string;
  /** Of a number: its value. */
  readonly value?: Value;
  readonly start: number;
  readonly end: number;
}

export const builtInTypes: ReadonlySet<string> = new Set([
  'void',
  'boolean',
  'byte',
  'char',
  'short',
  'int',
  'float',
  'long',
  'double',
]);

export const keywords: ReadonlySet<string> = new Set([
  ...builtInTypes,
  ...'abstract as assert break case catch class const continue def default do else enum extends false final finally'.split(
    ' ',
  ),
  ...'for goto if implements import in instanceof interface native new null package private protected public'.split(
    ' ',
  ),
  ...'return static strictfp super switch synchronized this threadsafe throw throws trait transient true try'.split(
    ' ',
  ),
  ...'volatile while'.split(' '),
]);

/** Longest first, as the lexer takes the longest that fits. */
export const operators: readonly string[] = [
  ...['>>>=', '**=', '<<=', '>>=', '>>>', '<=>', '===', '!==', '==~', '...', '..<'],
  ...['..', '*.', '?.', '?:', '.&', '=~', '==', '!=', '<=', '>=', '&&', '||', '++', '--', '+=', '-=', '*='],
  ...['/=', '%=', '&=', '^=', '|=', '<<', '>>', '**', '->'],
  ...[
    '?',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '.',
    '=',
    '!',
    '~',
    '+',
    '-',
    '*',
    '/',
    '%',
    '>',
    '<',
    '^',
  ],
  ...['|', '&', ';', '@'],
];
