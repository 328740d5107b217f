import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject, type Value } from './value.js';

const closureClass = classNamed('groovy.lang.Closure');
/** Of `object.&method`. */
export const methodClosureClass = classNamed('org.codehaus.groovy.runtime.MethodClosure');

export interface ClosureParameter {
  readonly name: string;
  /** Null: untyped. */
  readonly type: JavaClass | null;
}

/** `via` is the method an unfitting call is reported for. */
export type ClosureBody = (args: readonly Value[], self: GroovyClosure, via: 'call' | 'doCall') => Value;

/** A closure: how many parameters it declares and what it does with them. */
export class GroovyClosure extends GroovyObject {
  /** With `it` there is one. */
  readonly parameters: readonly ClosureParameter[];
  /** Takes any number of arguments and spreads or refuses them as Groovy does. */
  readonly invoke: ClosureBody;
  /** Where names are looked up first or last, set by `with` and the like. */
  delegate: Value = null;
  delegateFirst = false;
  readonly javaClass: JavaClass;

  constructor(
    parameters: readonly ClosureParameter[],
    invoke: ClosureBody,
    javaClass: JavaClass = closureClass,
  ) {
    super();
    this.parameters = parameters;
    this.invoke = invoke;
    this.javaClass = javaClass;
  }

  call(...args: readonly Value[]): Value {
    return this.invoke(args, this, 'doCall');
  }

  /** A copy that looks names up in `delegate`. */
  rehydrate(delegate: Value, delegateFirst: boolean): GroovyClosure {
    const copy = new GroovyClosure(this.parameters, this.invoke, this.javaClass);
    copy.delegate = delegate;
    copy.delegateFirst = delegateFirst;
    return copy;
  }
}
