import { isRefusedClass } from '../classes/known-classes.js';
import { Refusal } from '../runtime/failure.js';
import { getAt } from '../runtime/get-at.js';
import type { Index } from '../syntax/ast.js';
import { GroovyList } from '../values/collections.js';
import { arrayClassOf, JavaClass } from '../values/java-class.js';
import type { Value } from '../values/value.js';
import { compileArguments } from './arguments.js';
import { compileExpression } from './expressions.js';
import type { Code, Frame } from './frame.js';
import type { FunctionScope } from './scope.js';

/** `object[index]`; several indexes are one list of them. */
export function compileIndex(node: Index, scope: FunctionScope): Code {
  const object = compileExpression(node.object, scope);
  const index = compileIndexValue(node, scope);
  if (node.args.length === 0) return compileArrayClass(object);
  return (frame) => {
    const target = object(frame);
    const key = index(frame);
    frame.run.at = node;
    if (target instanceof JavaClass && isRefusedClass(target)) {
      throw new Refusal('RefusedClass', `${target.name} is out of reach of templates`);
    }
    return getAt(frame.run, target, key);
  };
}

/** `String[]` as a value. */
function compileArrayClass(object: Code): Code {
  return (frame) => {
    const component = object(frame);
    return component instanceof JavaClass
      ? arrayClassOf(component)
      : getAt(frame.run, component, new GroovyList([]));
  };
}

/** What stands in the brackets, as one value. */
export function compileIndexValue(node: Index, scope: FunctionScope): (frame: Frame) => Value {
  const args = compileArguments(node.args, scope);
  const single = node.args.length === 1 && node.args[0]?.kind !== 'spread';
  return (frame) => {
    const values = args(frame);
    return single ? (values[0] ?? null) : new GroovyList(values);
  };
}
