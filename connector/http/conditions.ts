import { isObject, type JsonObject, type JsonValue, pointerTo } from '../json.js';
import { columnText, compilePath, type Path, readAll } from '../mapping/path.js';
import type { Run } from '../run.js';

interface Condition {
  /** Where it stands in the connector JSON. */
  readonly pointer: string;
  readonly path: Path | undefined;
  readonly values: ReadonlySet<string>;
}

/** When a call has succeeded: `successResponses` and `unsuccessResponses`, compiled. */
export interface Conditions {
  readonly success: readonly Condition[] | undefined;
  readonly unsuccess: readonly Condition[] | undefined;
}

/** What an answer says, as conditions see it. */
export interface Answered {
  readonly status: number;
  readonly body: JsonValue | undefined;
}

/** An object that may have conditions, and its place. */
export interface ConditionHolder {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Why an answer is no success, and the condition that says so; no place where there is no condition. */
export interface Unmet {
  readonly why: string;
  readonly pointer: string | undefined;
}

type ConditionKey = 'successResponses' | 'unsuccessResponses';

function conditionsOf(
  name: ConditionKey,
  call: ConditionHolder,
  section: ConditionHolder,
): Condition[] | undefined {
  const holder = call.value[name] === undefined ? section : call;
  const value = holder.value[name];
  if (!isObject(value)) return undefined;
  const found = Object.entries(value).map(([key, wanted]) => ({
    pointer: pointerTo(holder.pointer, name, key),
    path: key === 'statusCode' ? undefined : compilePath(key),
    values: new Set([wanted ?? null].flat().map((one) => columnText(one) ?? 'null')),
  }));
  return found.length === 0 ? undefined : found;
}

/** Reads the conditions of a call; those of its section count where the call has none. */
export function readConditions(call: ConditionHolder, section: ConditionHolder): Conditions {
  return {
    success: conditionsOf('successResponses', call, section),
    unsuccess: conditionsOf('unsuccessResponses', call, section),
  };
}

function holds(condition: Condition, answer: Answered): boolean {
  if (condition.path === undefined) return condition.values.has(String(answer.status));
  return readAll(condition.path, answer.body).some((value) =>
    condition.values.has(columnText(value) ?? 'null'),
  );
}

function shown(condition: Condition): string {
  const values = condition.values.size === 0 ? 'of no value at all' : [...condition.values].join(', ');
  return `${condition.path?.text ?? 'statusCode'} ${values}`;
}

/** Why an answer is no success; undefined when it is one. */
export function unmet(conditions: Conditions, answer: Answered, run: Run): Unmet | undefined {
  const { success, unsuccess } = conditions;
  if (success === undefined) {
    const usual = answer.status >= 200 && answer.status <= 299;
    if (!usual && run.choose('defaultSuccess') === '2xx') {
      const why = 'there are no successResponses, so a status from 200 to 299 is expected';
      return { why, pointer: undefined };
    }
  } else {
    const missed = success.find((condition) => !holds(condition, answer));
    if (missed !== undefined)
      return { why: `successResponses want ${shown(missed)}`, pointer: missed.pointer };
  }
  const hit = unsuccess?.find((condition) => holds(condition, answer));
  if (hit === undefined) return undefined;
  if (success !== undefined && !run.choose('unsuccessWins')) return undefined;
  return { why: `unsuccessResponses name ${shown(hit)}`, pointer: hit.pointer };
}
