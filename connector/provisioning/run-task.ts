import { ConnectorFailure } from '../failure.js';
import { perform } from '../http/perform.js';
import { documentObject, isNotPossible } from '../import/import-document.js';
import { isObject } from '../json.js';
import type { TaskOutcome } from '../outcome.js';
import type { ConnectorProblem } from '../problem.js';
import type { Account, Task, TaskStatus } from '../repository/model.js';
import { type DraftStep, problemOf, type Run } from '../run.js';
import { createBindings } from '../template/index.js';
import { applySuccess } from './apply.js';
import { type TaskSubjects, taskBindings } from './bindings.js';
import type { ProvisioningContext } from './context.js';
import { readTaskCalls } from './read-task-calls.js';
import { releasePending } from './requests.js';
import { newResponses } from './responses.js';
import { TASK_TYPES } from './task-types.js';
import { ticketResult } from './tickets.js';

/** How much of an answer a provisioning comment keeps. */
const COMMENT = 1000;

interface Done {
  readonly account: Account | undefined;
  readonly status: TaskStatus;
  readonly ticket: string | null;
}

/** Runs the calls of a task one after the other; each can name the responses of those before it. */
async function runCalls(
  subjects: TaskSubjects,
  run: Run,
  context: ProvisioningContext,
  say: (comment: string) => void,
): Promise<Done> {
  const { task } = subjects;
  const { document: name, access } = TASK_TYPES[task.type];
  const document = documentObject(context.source.document(name));
  const calls = readTaskCalls(document, task, run);
  const responses = newResponses(access, run);
  const bindings = createBindings({}).bindLater(taskBindings(subjects, context.system, context.source.name));
  let failed: ConnectorProblem | undefined;
  let lastStep: DraftStep | undefined;
  for (const call of calls) {
    const answer = await perform(call.read(), {
      run,
      target: context.target,
      bindings,
      values: { response: responses.value },
    });
    lastStep = answer.step;
    const shown = answer.step.response?.body ?? '';
    responses.add(call.name, answer);
    run.rely('provisioning-comments');
    say(`${call.name}: ${answer.status} ${shown.slice(0, COMMENT)}`);
    if (answer.problem === undefined) continue;
    if (run.choose('failureStops')) throw new ConnectorFailure(answer.problem);
    failed ??= answer.problem;
  }
  if (failed !== undefined) throw new ConnectorFailure(failed);
  const { account, mapped } = applySuccess(document, responses.value, subjects, run, context);
  if (lastStep !== undefined && Object.keys(mapped).length > 0)
    lastStep.mapped = { records: 1, example: mapped };
  const ticketed = task.type === 'create-ticket' || task.type === 'ticket-status';
  const lastCall = calls.at(-1);
  const lastResponse = responses.value[lastCall?.name ?? ''];
  const ticket = ticketed
    ? ticketResult(lastCall, isObject(lastResponse) ? lastResponse : undefined, task)
    : undefined;
  return {
    account,
    status: ticket?.status ?? 'Complete',
    ticket: ticket?.ticket ?? task.ticket,
  };
}

/** The state of a task that failed, after one more attempt. */
function failedStatus(
  attempts: number,
  found: ConnectorProblem,
  run: Run,
  context: ProvisioningContext,
): TaskStatus {
  if (isNotPossible(found)) return 'Error';
  if (attempts < context.system.provisioningTries) return 'New';
  return run.choose('taskAfterLimit') as TaskStatus;
}

/** Runs one task: In Progress while it runs, then Complete, or New again until it has failed too often. */
export async function runTask(
  subjects: TaskSubjects,
  run: Run,
  context: ProvisioningContext,
): Promise<TaskOutcome> {
  const { store } = context;
  let task: Task = { ...subjects.task, status: 'In Progress', attempts: subjects.task.attempts + 1 };
  const put = (fields: Partial<Task>) => {
    task = { ...task, ...fields, updatedAt: context.now() };
    store.replaceTask(task);
  };
  const say = (comment: string) => put({ comments: [...task.comments, comment] });
  put({});
  try {
    const done = await runCalls({ ...subjects, task }, run, context, say);
    put({
      status: done.status,
      ticket: done.ticket,
      accountKey: done.account?.key ?? task.accountKey,
      accountName: done.account?.name ?? task.accountName,
    });
    if (task.type === 'create' && task.status === 'Complete') releasePending(task, context);
    await store.save();
    return { ...run.end('ok'), task, account: done.account };
  } catch (error) {
    const at = { document: TASK_TYPES[task.type].document, pointer: '' };
    const found = problemOf(error, at);
    const attempts = isNotPossible(found) ? task.attempts - 1 : task.attempts;
    put({
      status: failedStatus(attempts, found, run, context),
      attempts,
      comments: [...task.comments, `${found.code}: ${found.message}`],
    });
    await store.save();
    const status = isNotPossible(found) ? 'not-possible' : 'failed';
    return { ...run.end(status, [found]), task, account: subjects.account };
  }
}
