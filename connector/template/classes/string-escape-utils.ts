import { methodTable } from '../runtime/method-table.js';
import type { Run } from '../runtime/run.js';
import type { JavaClass } from '../values/java-class.js';
import { toText } from '../values/text.js';
import type { Value } from '../values/value.js';

const shortEscapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Text between the quotes of Java source: everything outside printable ASCII becomes an escape with capital digits. */
function escaped(run: Run, value: Value, marked: RegExp): string | null {
  return value === null ? null : run.text(written(toText(value), marked));
}

function written(text: string, marked: RegExp): string {
  return text.replace(marked, '\\$&').replace(/[^\x20-\x7e]/g, escapeOf);
}

function escapeOf(unit: string): string {
  const code = unit.charCodeAt(0);
  // Java's commons leave DEL as it is.
  if (code === 0x7f) return unit;
  return shortEscapes[unit] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `escapeJava` of groovy.json, of commons-lang 2 and 3 and of commons-text. */
export const escapeJavaStatics = methodTable<JavaClass>()({
  'escapeJava(Object)': (_self, [text], run) => escaped(run, text, /["\\]/g),
});

/** commons-lang 3 and commons-text know JSON as well, and mark the slash. */
export const escapeJsonStatics = methodTable<JavaClass>()({
  'escapeJson(Object)': (_self, [text], run) => escaped(run, text, /["\\/]/g),
});
