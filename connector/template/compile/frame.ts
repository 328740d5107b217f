import type { Run } from '../runtime/run.js';
import type { GroovyClosure } from '../values/closure.js';
import type { Value } from '../values/value.js';

/** A local variable; closures that capture it share it. */
export interface Variable {
  value: Value;
}

/** The closures around a piece of code, innermost first; their delegates answer for unknown names. */
export interface ClosureScope {
  readonly closure: GroovyClosure;
  readonly outer: ClosureScope | null;
}

/** One activation of the script or of a closure. */
export class Frame {
  readonly run: Run;
  readonly variables: Variable[];
  readonly closures: ClosureScope | null;
  /** What `return` gave. */
  result: Value = null;
  /** The label a `break` or `continue` named. */
  label: string | null = null;

  constructor(run: Run, variables: Variable[], closures: ClosureScope | null) {
    this.run = run;
    this.variables = variables;
    this.closures = closures;
  }
}

/** A compiled expression. */
export type Code = (frame: Frame) => Value;

/** How a statement ended. */
export type Completion = 'next' | 'break' | 'continue' | 'return';

/** A compiled statement. */
export type Action = (frame: Frame) => Completion;
