import { toText } from '../values/text.js';
import type { Value } from '../values/value.js';
import { raise } from './failure.js';
import { formatText } from './format.js';
import { noMethodText } from './messages.js';
import type { Run } from './run.js';

type ScriptMethod = (run: Run, args: readonly Value[]) => Value;

/** What a script can call without naming an object: its output. */
const scriptMethods: ReadonlyMap<string, ScriptMethod> = new Map([
  ['print', (run, args) => print(run, args, '')],
  ['println', (run, args) => print(run, args, '\n')],
  ['printf', (run, args) => write(run, formatText(run, args))],
  ['sprintf', (run, args) => formatText(run, args)],
]);

function print(run: Run, args: readonly Value[], end: string): Value {
  const name = end === '' ? 'print' : 'println';
  if (args.length > 1 || (args.length === 0 && end === '')) {
    return raise('MissingMethodException', noMethodText('SimpleTemplateScript1', name, args));
  }
  return write(run, args.length === 0 ? end : toText(args[0] ?? null) + end);
}

function write(run: Run, text: string): null {
  run.write(text);
  return null;
}

export function isScriptMethod(name: string): boolean {
  return scriptMethods.has(name);
}

export function callScriptMethod(run: Run, name: string, args: readonly Value[]): Value {
  return scriptMethods.get(name)?.(run, args) ?? null;
}
