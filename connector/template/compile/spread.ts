import { iterate } from '../runtime/iterate.js';
import type { Run } from '../runtime/run.js';
import type { Place } from '../syntax/ast.js';
import { GroovyList } from '../values/collections.js';
import type { Value } from '../values/value.js';
import type { Code } from './frame.js';

/** `list*.name` and `list*.name()`: null elements stay null, a null list gives null. */
export function spreadOver(place: Place, object: Code, read: (run: Run, item: Value) => Value): Code {
  return (frame) => {
    const value = object(frame);
    if (value === null) return null;
    const { run } = frame;
    const result: Value[] = [];
    for (const item of iterate(run, value)) {
      run.at = place;
      run.allocate(1);
      result.push(item === null ? null : read(run, item));
    }
    return new GroovyList(result);
  };
}
