import { isObject, type JsonValue } from '../json.js';

type Step = { readonly key: string } | { readonly index: number };

/** A path of the connector language, compiled. */
export interface Path {
  readonly text: string;
  /** The value at the path; undefined when there is none. `throughList` is called when a list was met without an index. */
  read(value: JsonValue | undefined, throughList?: () => void): JsonValue | undefined;
}

/**
 * The steps of `a.b[0].c`; `~dot#` is a dot inside a key, an empty `[]` says nothing.
 * Source: connector handbook (documented).
 */
function stepsOf(text: string): Step[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  return trimmed.split('.').flatMap((part) => {
    const indexes = [...part.matchAll(/\[(\d*)\]/g)].flatMap(([, digits]) =>
      digits ? [{ index: Number(digits) }] : [],
    );
    const key = part.replace(/(\[\d*\])+$/, '').replaceAll('~dot#', '.');
    return [...(key === '' ? [] : [{ key }]), ...indexes];
  });
}

function walk(
  value: JsonValue | undefined,
  steps: readonly Step[],
  from: number,
  throughList: (() => void) | undefined,
): JsonValue | undefined {
  let current = value;
  for (let at = from; at < steps.length; at += 1) {
    const step = steps[at] as Step;
    if (current === null || current === undefined) return undefined;
    if ('index' in step) current = Array.isArray(current) ? current[step.index] : undefined;
    else if (isObject(current)) current = Object.hasOwn(current, step.key) ? current[step.key] : undefined;
    else if (Array.isArray(current)) return spread(current, steps, at, throughList);
    else return undefined;
  }
  return current;
}

function spread(
  list: readonly JsonValue[],
  steps: readonly Step[],
  from: number,
  throughList: (() => void) | undefined,
): JsonValue[] {
  throughList?.();
  return list.flatMap((element) => {
    const found = walk(element, steps, from, throughList);
    if (found === undefined) return [];
    return Array.isArray(found) ? found : [found];
  });
}

/** Compiles a path once; the empty path is the value itself. */
export function compilePath(text: string): Path {
  const steps = stepsOf(text);
  return { text, read: (value, throughList) => walk(value, steps, 0, throughList) };
}

/** The value at a path as a list: of its elements, of the one value, or empty. */
export function readAll(path: Path, value: JsonValue | undefined): JsonValue[] {
  const found = path.read(value);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

/** The text EIC stores for a value; null for none. Objects and lists become their JSON text. */
export function columnText(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
