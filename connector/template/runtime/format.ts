import { toText } from '../values/text.js';
import type { Value } from '../values/value.js';
import { raise } from './failure.js';
import type { Run } from './run.js';

/** String.format. */
export function formatText(run: Run, args: readonly Value[]): string {
  const [pattern = null, ...values] = args;
  if (pattern === null) return raise('NullPointerException', null);
  let next = 0;
  return run.text(toText(pattern).replaceAll('%s', () => toText(values[next++] ?? null)));
}
