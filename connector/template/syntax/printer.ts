import { toText } from '../values/text.js';
import type { Value } from '../values/value.js';
import type * as Ast from './ast.js';

type Print<Kind extends string, Node> = (node: Extract<Node, { kind: Kind }>) => string;

/** Source of an expression, with parentheses around every part, so that it reads back as the same tree. */
export function printExpression(node: Ast.Expression): string {
  const print = expressions[node.kind] as (node: Ast.Expression) => string;
  return print(node);
}

/** Source of a statement. */
export function printStatement(node: Ast.Statement): string {
  const print = statements[node.kind] as (node: Ast.Statement) => string;
  return print(node);
}

/** Source of statements one after the other. */
export function printStatements(nodes: readonly Ast.Statement[]): string {
  return nodes.map(printStatement).join('; ');
}

/** In parentheses unless it is a name or a literal. */
function part(node: Ast.Expression): string {
  const text = printExpression(node);
  return node.kind === 'name' || node.kind === 'list' || node.kind === 'map' ? text : `(${text})`;
}

function quoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r' };
  return `'${text.replace(/[\\'\n\r]/g, (c) => escapes[c] ?? c)}'`;
}

function literal(value: Value, spelling: string | undefined): string {
  if (spelling !== undefined) return spelling;
  return typeof value === 'string' ? quoted(value) : toText(value);
}

function gstringText(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };
  return text.replace(/[\\"$]/g, '\\$&').replace(/[\n\r]/g, (c) => escapes[c] ?? c);
}

function gstring({ strings, values }: Ast.GStringLiteral): string {
  const parts = values.map((value, i) => `\${${embedded(value)}}${gstringText(strings[i + 1] ?? '')}`);
  return `"${gstringText(strings[0] ?? '')}${parts.join('')}"`;
}

/** A closure keeps its arrow inside the braces of the GString; all else is an expression. */
function embedded(value: Ast.Expression): string {
  if (value.kind === 'block-value') return printStatements(value.body);
  if (value.kind === 'closure' && value.parameters !== null) return closureBody(value);
  return part(value);
}

function memberName(name: Ast.MemberName): string {
  return typeof name === 'string' ? quoted(name) : `(${printExpression(name)})`;
}

const dots = { plain: '.', safe: '?.', spread: '*.' } as const;

function args(list: readonly Ast.Argument[]): string {
  return list.map(argument).join(', ');
}

function argument(arg: Ast.Argument): string {
  if (arg.kind === 'spread') return `*${part(arg.value)}`;
  if (arg.kind !== 'named') return part(arg);
  return arg.key === null ? `*: ${part(arg.value)}` : `${part(arg.key)}: ${part(arg.value)}`;
}

/** A name that is no identifier is quoted; a computed one is a GString. */
function ownName(name: Ast.MemberName): string {
  if (typeof name === 'string') return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : quoted(name);
  return printExpression(name);
}

function call({ object, name, access, args: list }: Ast.Call): string {
  if (object === null) return `${ownName(name)}(${args(list)})`;
  return `${part(object)}${dots[access]}${memberName(name)}(${args(list)})`;
}

function type({ name, dimensions }: Ast.TypeName): string {
  return name + '[]'.repeat(dimensions);
}

function parameter({ type: written, name, defaultValue, variable }: Ast.Parameter): string {
  const prefix = written === null ? '' : `${type(written)}${variable ? '...' : ''} `;
  return `${prefix}${name}${defaultValue === null ? '' : ` = ${part(defaultValue)}`}`;
}

function closureBody({ parameters, body }: Ast.ClosureLiteral): string {
  const head = parameters === null ? '' : `${parameters.map(parameter).join(', ')} -> `;
  return head + printStatements(body);
}

const expressions: { readonly [Kind in Ast.Expression['kind']]: Print<Kind, Ast.Expression> } = {
  literal: ({ value, spelling }) => literal(value, spelling),
  gstring,
  name: ({ name }) => name,
  property: ({ object, name, access, field }) =>
    `${part(object)}${dots[access]}${field ? '@' : ''}${memberName(name)}`,
  pointer: ({ object, name }) => `${part(object)}.&${memberName(name)}`,
  call,
  index: ({ object, args: list }) => `${part(object)}[${args(list)}]`,
  unary: ({ operator, operand }) => `${operator}${part(operand)}`,
  step: ({ operator, prefix, target }) =>
    prefix ? `${operator}${part(target)}` : `${part(target)}${operator}`,
  binary: ({ operator, left, right }) => `${part(left)} ${operator} ${part(right)}`,
  ternary: ({ condition, whenTrue, whenFalse }) =>
    `${part(condition)} ? ${part(whenTrue)} : ${part(whenFalse)}`,
  elvis: ({ value, otherwise }) => `${part(value)} ?: ${part(otherwise)}`,
  assign: ({ operator, target, value }) => `${printExpression(target)} ${operator} ${part(value)}`,
  'assign-many': ({ names, value }) => `(${names.map(({ name }) => name).join(', ')}) = ${part(value)}`,
  cast: ({ type: target, value, coerce }) =>
    coerce ? `${part(value)} as ${type(target)}` : `(${type(target)}) ${part(value)}`,
  instanceof: ({ value, type: target }) => `${part(value)} instanceof ${type(target)}`,
  list: ({ items }) => `[${args(items)}]`,
  map: ({ entries }) => (entries.length === 0 ? '[:]' : `[${args(entries)}]`),
  closure: (node) => `{ ${closureBody(node)} }`,
  'block-value': (node) => gstring({ ...node, kind: 'gstring', strings: ['', ''], values: [node] }),
  new: ({ type: made, args: list }) => `new ${type(made)}(${args(list)})`,
  'new-array': ({ type: made, sizes }) =>
    `new ${type(made)}${sizes.map((size) => `[${printExpression(size)}]`).join('')}`,
};

function declared({ name, value }: Ast.Declared): string {
  return value === null ? name : `${name} = ${part(value)}`;
}

function declaration({ variables }: Ast.Declaration): string {
  const written = variables[0]?.type ?? null;
  return `${written === null ? 'def' : type(written)} ${variables.map(declared).join(', ')}`;
}

function block(node: Ast.Statement): string {
  return `{ ${node.kind === 'block' ? printStatements(node.body) : printStatement(node)} }`;
}

function tryStatement({ body, catches, finally: last }: Ast.Try): string {
  const handlers = catches.map(
    (one) =>
      ` catch (${[one.types.map(type).join(' | '), one.name].filter((text) => text !== '').join(' ')}) ${block(one.body)}`,
  );
  return `try ${block(body)}${handlers.join('')}${last === null ? '' : ` finally ${block(last)}`}`;
}

function switchStatement({ value, cases }: Ast.Switch): string {
  const parts = cases.map(
    ({ test, body }) =>
      `${test === null ? 'default' : `case ${part(test)}`}: ${printStatements(body)}${body.length > 0 ? ';' : ''}`,
  );
  return `switch (${printExpression(value)}) { ${parts.join(' ')} }`;
}

function multipleDeclaration({ variables, value }: Ast.MultipleDeclaration): string {
  const names = variables.map((one) => (one.type === null ? one.name : `${type(one.type)} ${one.name}`));
  return `def (${names.join(', ')}) = ${part(value)}`;
}

const statements: { readonly [Kind in Ast.Statement['kind']]: Print<Kind, Ast.Statement> } = {
  expression: ({ expression }) =>
    expression.kind === 'closure' ? part(expression) : printExpression(expression),
  declaration,
  'declare-many': multipleDeclaration,
  if: ({ condition, body, otherwise }) =>
    `if (${part(condition)}) ${block(body)}${otherwise === null ? '' : ` else ${block(otherwise)}`}`,
  while: ({ condition, body }) => `while (${printExpression(condition)}) ${block(body)}`,
  'for-in': ({ variable, type: written, items, body }) =>
    `for (${written === null ? '' : `${type(written)} `}${variable} in ${part(items)}) ${block(body)}`,
  for: ({ initial, condition, update, body }) => {
    const start = initial === null ? '' : printStatement(initial);
    const next = update === null ? '' : printStatement(update);
    return `for (${start}; ${condition === null ? '' : printExpression(condition)}; ${next}) ${block(body)}`;
  },
  switch: switchStatement,
  try: tryStatement,
  return: ({ value }) => (value === null ? 'return' : `return ${part(value)}`),
  throw: ({ value }) => `throw ${part(value)}`,
  break: ({ label }) => (label === null ? 'break' : `break ${label}`),
  continue: ({ label }) => (label === null ? 'continue' : `continue ${label}`),
  assert: ({ condition, message }) =>
    `assert ${part(condition)}${message === null ? '' : `, ${part(message)}`}`,
  block: (node) => block(node),
  labelled: ({ label, body }) => `${label}: ${printStatement(body)}`,
};
