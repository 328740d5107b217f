import { fail } from '../failure.js';
import { type Call, readCall } from '../http/read-call.js';
import { isObject, type JsonObject, objectOf, pointerTo, textOf } from '../json.js';
import type { Task } from '../repository/model.js';
import type { Run } from '../run.js';
import { TASK_TYPES } from './task-types.js';

/** One call of a provisioning JSON. It is read when its turn comes. */
export interface TaskCall {
  readonly name: string;
  readonly json: JsonObject;
  readonly pointer: string;
  read(): Call;
}

/** Where the `call` list of a provisioning JSON stands; UpdateUserJSON keeps one for each action. */
function callHolder(document: JsonObject, task: Task, name: string): { holder: JsonObject; pointer: string } {
  if (task.type !== 'update-user' || !isObject(document.actions)) return { holder: document, pointer: '' };
  const actions = document.actions;
  const action = task.action ?? Object.keys(actions)[0] ?? '';
  const holder = actions[action];
  if (isObject(holder)) return { holder, pointer: pointerTo('/actions', action) };
  return fail(
    { document: name, pointer: '/actions' },
    {
      code: 'action-unknown',
      message: `There is no action ${action}.`,
      remedy: `Use one of: ${Object.keys(actions).join(', ')}.`,
    },
  );
}

function ordered(calls: TaskCall[], order: unknown): TaskCall[] {
  if (Array.isArray(order)) {
    const place = (call: TaskCall) => {
      const at = order.indexOf(call.name);
      return at < 0 ? order.length : at;
    };
    return [...calls].sort((a, b) => place(a) - place(b));
  }
  const number = (call: TaskCall) => Number(call.json.callOrder ?? 0) || 0;
  return [...calls].sort((a, b) => number(a) - number(b));
}

/**
 * The calls of a task in their order; for add and remove access, those whose name is the entitlement type.
 * @throws ConnectorFailure when the JSON has no calls, or none for the entitlement type
 */
export function readTaskCalls(document: JsonObject, task: Task, run: Run): TaskCall[] {
  const { document: name, access } = TASK_TYPES[task.type];
  const { holder, pointer } = callHolder(document, task, name);
  const list = holder.call;
  if (!Array.isArray(list) || list.length === 0) {
    return fail(
      { document: name, pointer: `${pointer}/call` },
      {
        code: 'calls-missing',
        message: `${name} has no list of calls.`,
        remedy: 'Write "call": [ { ... } ].',
      },
    );
  }
  const calls = list.flatMap((json, index): TaskCall[] => {
    if (!isObject(json)) return [];
    const at = { document: name, pointer: pointerTo(`${pointer}/call`, index) };
    const read = () =>
      readCall({ at, http: json, call: json, connection: textOf(json.connection), templates: 'always' });
    return [{ name: textOf(json.name) ?? `call${index + 1}`, json, pointer: at.pointer, read }];
  });
  const wanted = task.entitlement?.type;
  const chosen = access ? calls.filter((call) => call.name === wanted) : calls;
  if (chosen.length === 0 && run.choose('unmatchedAccess') === 'fail') {
    const names = [...new Set(calls.map((call) => call.name))].join(', ');
    return fail(
      { document: name, pointer: `${pointer}/call` },
      {
        code: 'access-call-missing',
        message: `No call has the name ${wanted}, the entitlement type of the task; there are ${names}.`,
        remedy: `Give the call for this type the name ${wanted}, upper and lower case alike.`,
        assumptions: ['unmatched-access'],
      },
    );
  }
  return ordered(chosen, objectOf(document).callOrder);
}
