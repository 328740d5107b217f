import { castTo } from '../runtime/cast.js';
import { GroovyFailure, GroovyThrowable, raise } from '../runtime/failure.js';
import { isCase } from '../runtime/is-case.js';
import { iterate } from '../runtime/iterate.js';
import { javaCastText } from '../runtime/messages.js';
import { isTrue } from '../runtime/truth.js';
import type * as Ast from '../syntax/ast.js';
import { SyntaxFailure } from '../syntax/syntax-error.js';
import { childrenOf, type Node } from '../syntax/walk.js';
import { classNamed } from '../values/java-class.js';
import { GroovyDouble, GroovyFloat } from '../values/numbers.js';
import { toText } from '../values/text.js';
import type { Value } from '../values/value.js';
import { compileExpression } from './expressions.js';
import type { Action, Code, Completion, Frame } from './frame.js';
import type { FunctionScope } from './scope.js';

type Compile<Kind extends Ast.Statement['kind']> = (
  node: Extract<Ast.Statement, { kind: Kind }>,
  scope: FunctionScope,
) => Action;

const compilers: { readonly [Kind in Ast.Statement['kind']]: Compile<Kind> } = {
  expression: ({ expression }, scope) => run(compileExpression(expression, scope)),
  declaration: compileDeclaration,
  'declare-many': compileMultipleDeclaration,
  if: compileIf,
  while: compileWhile,
  'for-in': compileForIn,
  for: compileFor,
  switch: compileSwitch,
  try: compileTry,
  return: compileReturn,
  throw: compileThrow,
  break: compileJump,
  continue: compileJump,
  assert: compileAssert,
  block: ({ body }, scope) => scope.block(() => compileStatements(body, scope)),
  labelled: compileLabelled,
};

export function compileStatement(node: Ast.Statement, scope: FunctionScope): Action {
  const compile = compilers[node.kind] as (node: Ast.Statement, scope: FunctionScope) => Action;
  return compile(node, scope);
}

/** Runs statements in order until one of them leaves. */
export function compileStatements(nodes: readonly Ast.Statement[], scope: FunctionScope): Action {
  const actions = nodes.map((node) => compileStatement(node, scope));
  return (frame) => {
    for (const action of actions) {
      const completion = action(frame);
      if (completion !== 'next') return completion;
    }
    return 'next';
  };
}

function run(code: Code): Action {
  return (frame) => {
    code(frame);
    return 'next';
  };
}

function compileJump({ kind, label, ...place }: Ast.Break | Ast.Continue, scope: FunctionScope): Action {
  if (!scope.allows(kind)) {
    const where = kind === 'break' ? 'loops or switches' : 'loops';
    throw new SyntaxFailure(`the ${kind} statement is only allowed inside ${where}`, place.start, place.end);
  }
  return (frame) => {
    frame.label = label;
    return kind;
  };
}

function compileDeclaration(node: Ast.Declaration, scope: FunctionScope): Action {
  const steps = node.variables.map((variable) => declareVariable(variable, scope));
  return (frame) => {
    for (const step of steps) step(frame);
    return 'next';
  };
}

function declareVariable(variable: Ast.Declared, scope: FunctionScope): (frame: Frame) => void {
  const type = variable.type === null ? null : scope.type(variable.type);
  const code = variable.value === null ? null : compileExpression(variable.value, scope);
  const slot = scope.declare(variable.name, type, variable);
  const initial: Value = type?.primitive === true ? initialValue(type.name) : null;
  return (frame) => {
    const box: { value: Value } = { value: initial };
    frame.variables[slot] = box;
    if (code === null) return;
    const value = code(frame);
    frame.run.at = variable;
    box.value = type === null ? value : castTo(frame.run, value, type);
  };
}

function initialValue(type: string): Value {
  if (type === 'boolean') return false;
  if (type === 'double') return new GroovyDouble(0);
  if (type === 'float') return new GroovyFloat(0);
  return type === 'long' ? 0n : 0;
}

function compileMultipleDeclaration(node: Ast.MultipleDeclaration, scope: FunctionScope): Action {
  const value = compileExpression(node.value, scope);
  const targets = node.variables.map((variable) => {
    const type = variable.type === null ? null : scope.type(variable.type);
    return { type, slot: scope.declare(variable.name, type, variable) };
  });
  return (frame) => {
    const list = value(frame);
    frame.run.at = node;
    const items = [...iterate(frame.run, list)];
    targets.forEach(({ slot, type }, i) => {
      const item = items[i] ?? null;
      frame.variables[slot] = { value: type === null ? item : castTo(frame.run, item, type) };
    });
    return 'next';
  };
}

function compileIf(node: Ast.If, scope: FunctionScope): Action {
  const condition = compileExpression(node.condition, scope);
  const then = scope.block(() => compileStatement(node.body, scope));
  const { otherwise } = node;
  const alternative = otherwise === null ? null : scope.block(() => compileStatement(otherwise, scope));
  return (frame) => {
    if (isTrue(condition(frame))) return then(frame);
    return alternative === null ? 'next' : alternative(frame);
  };
}

/** What a loop does after a turn: null to go on. */
function afterTurn(frame: Frame, completion: Completion): Completion | null {
  if (completion === 'return') return completion;
  if (frame.label !== null) return completion === 'next' ? null : completion;
  return completion === 'break' ? 'next' : null;
}

function compileWhile(node: Ast.While, scope: FunctionScope): Action {
  const condition = compileExpression(node.condition, scope);
  const body = scope.within('loop', () => compileStatement(node.body, scope));
  return (frame) => {
    while (isTrue(condition(frame))) {
      frame.run.step();
      const left = afterTurn(frame, body(frame));
      if (left !== null) return left;
    }
    return 'next';
  };
}

function compileForIn(node: Ast.ForIn, scope: FunctionScope): Action {
  const items = compileExpression(node.items, scope);
  return scope.block(() => {
    const type = node.type === null ? null : scope.type(node.type);
    const slot = scope.declare(node.variable, type, node);
    const body = scope.within('loop', () => compileStatement(node.body, scope));
    return (frame) => {
      for (const item of iterate(frame.run, items(frame))) {
        frame.run.at = node;
        frame.variables[slot] = { value: type === null ? item : castTo(frame.run, item, type) };
        const left = afterTurn(frame, body(frame));
        if (left !== null) return left;
      }
      return 'next';
    };
  });
}

function compileFor(node: Ast.ForClassic, scope: FunctionScope): Action {
  return scope.block(() => {
    const initial = node.initial === null ? null : compileStatement(node.initial, scope);
    const condition = node.condition === null ? null : compileExpression(node.condition, scope);
    const update = node.update === null ? null : compileStatement(node.update, scope);
    const body = scope.within('loop', () => compileStatement(node.body, scope));
    return (frame) => {
      initial?.(frame);
      while (condition === null || isTrue(condition(frame))) {
        frame.run.step();
        const left = afterTurn(frame, body(frame));
        if (left !== null) return left;
        update?.(frame);
      }
      return 'next';
    };
  });
}

/** A labelled loop takes the jumps that name it. */
function compileLabelled(node: Ast.Labelled, scope: FunctionScope): Action {
  const body = compileStatement(node.body, scope);
  return (frame) => {
    const completion = body(frame);
    if (frame.label !== node.label || completion === 'return') return completion;
    frame.label = null;
    return 'next';
  };
}

function compileSwitch(node: Ast.Switch, scope: FunctionScope): Action {
  const value = compileExpression(node.value, scope);
  const cases = scope.block(() =>
    node.cases.map((one) => ({
      test: one.test === null ? null : compileExpression(one.test, scope),
      body: scope.within('switch', () => compileStatements(one.body, scope)),
    })),
  );
  return (frame) => {
    const candidate = value(frame);
    frame.run.at = node;
    let start = cases.findIndex(({ test }) => test !== null && isCase(frame.run, test(frame), candidate));
    if (start < 0) start = cases.findIndex(({ test }) => test === null);
    for (const one of start < 0 ? [] : cases.slice(start)) {
      const completion = one.body(frame);
      if (completion === 'break' && frame.label === null) return 'next';
      if (completion !== 'next') return completion;
    }
    return 'next';
  };
}

/** An exception costs as much time as many loop turns. */
const stepsOfException = 100;

function compileTry(node: Ast.Try, scope: FunctionScope): Action {
  const body = compileStatement(node.body, scope);
  const handlers = node.catches.map((one) => compileCatch(one, scope));
  const last = node.finally === null ? null : compileStatement(node.finally, scope);
  const guarded: Action = (frame) => {
    try {
      return body(frame);
    } catch (error) {
      if (!(error instanceof GroovyFailure)) throw error;
      const handler = handlers.find((one) => one.catches(error.throwable));
      if (handler === undefined) throw error;
      frame.run.step(stepsOfException);
      return handler.run(frame, error.throwable);
    }
  };
  return last === null ? guarded : withFinally(guarded, last);
}

/** The `finally` block runs either way; leaving from it wins. */
function withFinally(guarded: Action, last: Action): Action {
  return (frame) => {
    let completion: Completion;
    try {
      completion = guarded(frame);
    } catch (error) {
      if (!(error instanceof GroovyFailure)) throw error;
      const left = last(frame);
      if (left !== 'next') return left;
      throw error;
    }
    const { result } = frame;
    const left = last(frame);
    if (left !== 'next') return left;
    frame.result = result;
    return completion;
  };
}

interface Handler {
  catches(throwable: GroovyThrowable): boolean;
  run(frame: Frame, throwable: GroovyThrowable): Completion;
}

function compileCatch(node: Ast.Catch, scope: FunctionScope): Handler {
  const types =
    node.types.length === 0 ? [classNamed('java.lang.Exception')] : node.types.map((one) => scope.type(one));
  return scope.block(() => {
    const slot = scope.declare(node.name, null, node);
    const body = compileStatement(node.body, scope);
    return {
      catches: (throwable) => types.some((type) => throwable.javaClass.isA(type)),
      run: (frame, throwable) => {
        frame.variables[slot] = { value: throwable };
        return body(frame);
      },
    };
  });
}

function compileReturn(node: Ast.Return, scope: FunctionScope): Action {
  const code = node.value === null ? null : compileExpression(node.value, scope);
  return (frame) => {
    frame.result = code === null ? null : code(frame);
    return 'return';
  };
}

function compileThrow(node: Ast.Throw, scope: FunctionScope): Action {
  const code = compileExpression(node.value, scope);
  return (frame) => {
    const value = code(frame);
    frame.run.at = node;
    if (value instanceof GroovyThrowable) throw new GroovyFailure(value);
    if (value === null) return raise('NullPointerException', null);
    return raise('ClassCastException', javaCastText(value, 'java.lang.Throwable'));
  };
}

function compileAssert(node: Ast.Assert, scope: FunctionScope): Action {
  const condition = compileExpression(node.condition, scope);
  const message = node.message === null ? null : compileExpression(node.message, scope);
  const written = scope.source.slice(node.condition.start, node.condition.end);
  const names = namesIn(node.condition).map((one) => ({
    name: one.name,
    code: compileExpression(one, scope),
  }));
  return (frame) => {
    if (isTrue(condition(frame))) return 'next';
    const text = message === null ? null : toText(message(frame));
    const values = names.map(({ name, code }) => `${name} = ${toText(code(frame))}`).join(', ');
    frame.run.at = node;
    if (text === null) {
      return raise('org.codehaus.groovy.runtime.powerassert.PowerAssertionError', `assert ${written}`);
    }
    return raise(
      'AssertionError',
      `${text}. Expression: (${written})${values === '' ? '' : `. Values: ${values}`}`,
    );
  };
}

function namesIn(node: Ast.Expression): Ast.Name[] {
  const found = node.kind === 'name' ? [node] : [];
  return [...found, ...childrenOf(node).flatMap((child) => (isExpression(child) ? namesIn(child) : []))];
}

function isExpression(node: Node): node is Ast.Expression {
  return ['name', 'property', 'binary', 'unary', 'literal'].includes(node.kind);
}
