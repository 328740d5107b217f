import type { GroovyClosure } from '../values/closure.js';
import { hashCode } from '../values/hash.js';
import { GroovyMap, MapEntry } from '../values/map.js';
import type { Value } from '../values/value.js';
import { classOf } from './class-of.js';
import { compare } from './equality.js';
import { GroovyFailure } from './failure.js';
import { callClosure } from './invoke.js';
import { iterate } from './iterate.js';
import type { Run } from './run.js';
import { isTrue } from './truth.js';

/** Calls a closure for an element; of a map it gets the entry, or key and value if it takes two. */
export function callFor(
  run: Run,
  owner: Value,
  closure: GroovyClosure,
  item: Value,
  ...more: Value[]
): Value {
  const pair = owner instanceof GroovyMap && item instanceof MapEntry;
  if (pair && closure.parameters.length === 2 + more.length) {
    return callClosure(run, closure, [item.key, item.value, ...more]);
  }
  return callClosure(run, closure, [item, ...more]);
}

export function holdsFor(run: Run, owner: Value, closure: GroovyClosure, item: Value): boolean {
  return isTrue(callFor(run, owner, closure, item));
}

/** Elements for which the closure is true. */
export function* filtered(run: Run, owner: Value, closure: GroovyClosure): Generator<Value> {
  for (const item of iterate(run, owner)) if (holdsFor(run, owner, closure, item)) yield item;
}

export type Comparison = (a: Value, b: Value) => number;

/** An order given by a closure: of two parameters it compares, of one it gives the key. */
export function orderBy(run: Run, closure: GroovyClosure, owner: Value = null): Comparison {
  if (closure.parameters.length === 2 && !(owner instanceof GroovyMap && closure.parameters.length !== 2)) {
    return (a, b) => toOrder(callClosure(run, closure, [a, b]));
  }
  return (a, b) => naturalOrder(callClosure(run, closure, [a]), callClosure(run, closure, [b]));
}

function toOrder(value: Value): number {
  return typeof value === 'number' ? value : compare(value, 0);
}

/** The order sorting uses: `<=>`, and hash codes where that is impossible. */
export function naturalOrder(a: Value, b: Value): number {
  try {
    return compare(a, b);
  } catch (error) {
    if (!(error instanceof GroovyFailure)) throw error;
    const name = classOf(error.throwable).simpleName;
    if (name !== 'ClassCastException' && name !== 'GroovyRuntimeException') throw error;
    return hashCode(a) - hashCode(b) > 0 ? 1 : -1;
  }
}
