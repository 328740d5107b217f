import { isObject, type JsonValue, objectOf, pointerTo } from '../../connector/index.js';
import type { CallSite } from './call-sites.js';

/** The conditions that count for a call: its own, or those of the section around it. */
export interface SuccessCondition {
  /** JSON pointer of the `successResponses` or `unsuccessResponses`. */
  readonly pointer: string;
  readonly value: JsonValue;
}

/** Undefined when neither the call nor what stands around it has any. */
export function conditionOf(
  { document, pointer }: CallSite,
  key: 'successResponses' | 'unsuccessResponses' = 'successResponses',
): SuccessCondition | undefined {
  const steps = pointer.split('/').slice(1);
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const at = steps.slice(0, depth);
    const value = objectOf(at.reduce<JsonValue | undefined>(stepInto, document.value))[key];
    if (value !== undefined) return { pointer: pointerTo(['', ...at].join('/'), key), value };
  }
  return undefined;
}

/** The statuses that a condition waits for; undefined when it names none. */
export function wantedStatuses({ value }: SuccessCondition): readonly string[] | undefined {
  const wanted = objectOf(value).statusCode;
  return wanted === undefined ? undefined : [wanted].flat().map(String);
}

function stepInto(node: JsonValue | undefined, step: string): JsonValue | undefined {
  if (Array.isArray(node)) return node[Number(step)];
  return isObject(node) ? node[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
}
