import type { JavaClass } from '../values/java-class.js';
import type { Value } from '../values/value.js';
import { castTo } from './cast.js';
import type { Run } from './run.js';

/** `value as Type`. */
export function coerceTo(run: Run, value: Value, target: JavaClass): Value {
  return castTo(run, value, target);
}
