import { isObject, type JsonObject, type JsonValue } from '../json.js';
import { columnText, compilePath, type Path, readAll } from '../mapping/path.js';
import type { Run } from '../run.js';

interface Condition {
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

function conditionsOf(value: JsonValue | undefined): Condition[] | undefined {
  if (!isObject(value)) return undefined;
  const found = Object.entries(value).map(([key, wanted]) => ({
    path: key === 'statusCode' ? undefined : compilePath(key),
    values: new Set([wanted ?? null].flat().map((one) => columnText(one) ?? 'null')),
  }));
  return found.length === 0 ? undefined : found;
}

/** Reads the conditions of a call; those of its section count where the call has none. */
export function readConditions(call: JsonObject, section: JsonObject = {}): Conditions {
  return {
    success: conditionsOf(call.successResponses ?? section.successResponses),
    unsuccess: conditionsOf(call.unsuccessResponses ?? section.unsuccessResponses),
  };
}

function holds(condition: Condition, answer: Answered): boolean {
  if (condition.path === undefined) return condition.values.has(String(answer.status));
  return readAll(condition.path, answer.body).some((value) =>
    condition.values.has(columnText(value) ?? 'null'),
  );
}

function shown(condition: Condition): string {
  return `${condition.path?.text ?? 'statusCode'} ${[...condition.values].join(', ')}`;
}

/** Why an answer is no success; undefined when it is one. */
export function unmet(conditions: Conditions, answer: Answered, run: Run): string | undefined {
  const { success, unsuccess } = conditions;
  if (success === undefined) {
    const usual = answer.status >= 200 && answer.status <= 299;
    if (!usual && run.choose('defaultSuccess') === '2xx') {
      return 'there are no successResponses, so a status from 200 to 299 is expected';
    }
  } else {
    const missed = success.find((condition) => !holds(condition, answer));
    if (missed !== undefined) return `successResponses want ${shown(missed)}`;
  }
  const hit = unsuccess?.find((condition) => holds(condition, answer));
  if (hit === undefined) return undefined;
  if (success !== undefined && !run.choose('unsuccessWins')) return undefined;
  return `unsuccessResponses name ${shown(hit)}`;
}
