import { objectOf } from '../json.js';
import type { RetryOutcome, TaskOutcome } from '../outcome.js';
import type { ProvisioningContext } from '../provisioning/context.js';
import { tryTask } from '../provisioning/provision.js';
import { TASK_TYPES } from '../provisioning/task-types.js';
import type { Task, TaskType } from '../repository/model.js';
import type { Run } from '../run.js';

/** How many tasks of each type one run takes, and how long it waits between them (ConfigJSON, provisioningLimit). */
interface Limits {
  of(type: TaskType): number;
  readonly wait: number;
}

function readLimits(context: ProvisioningContext): Limits {
  const config = objectOf(objectOf(context.source.document('ConfigJSON').value).provisioningLimit);
  const types = objectOf(config.types);
  const number = (value: unknown) => (value === undefined || value === '' ? Number.NaN : Number(value));
  const wait = number(config.waitTimeMillis);
  return {
    of(type) {
      const limit = number(types[TASK_TYPES[type].limit ?? '']);
      return Number.isFinite(limit) ? limit : Number.POSITIVE_INFINITY;
    },
    wait: Number.isFinite(wait) && wait > 0 ? wait : 0,
  };
}

function due(context: ProvisioningContext, types: readonly TaskType[]): Task[] {
  const limits = readLimits(context);
  const taken = new Map<TaskType, number>();
  return context.store.tasks().filter((task) => {
    const waiting = task.status === 'New' || (task.type === 'ticket-status' && task.status === 'In Progress');
    const count = taken.get(task.type) ?? 0;
    if (!waiting || !types.includes(task.type) || count >= limits.of(task.type)) return false;
    if (task.attempts >= context.system.provisioningTries) return false;
    taken.set(task.type, count + 1);
    return true;
  });
}

/**
 * WSRETRY: every task that is New (and has not been tried too often), oldest first, as far as provisioningLimit goes.
 * Source: provider documentation (documented), task states from the community forum.
 */
export async function runProvisioningJob(
  run: Run,
  context: ProvisioningContext,
  given: { readonly types: readonly TaskType[]; readonly beginTask: (type: TaskType) => Run },
): Promise<RetryOutcome> {
  const { wait } = readLimits(context);
  const tasks: TaskOutcome[] = [];
  for (const task of due(context, given.types)) {
    if (tasks.length > 0 && wait > 0) await context.target.sleep(wait);
    tasks.push(await tryTask(task, given.beginTask(task.type), context));
  }
  const problems = tasks.flatMap((task) => task.problems);
  return { ...run.end(problems.length === 0 ? 'ok' : 'failed', problems), tasks };
}
