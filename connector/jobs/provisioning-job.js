import { objectOf } from '../json.js';
import { tryTask } from '../provisioning/provision.js';
import { TASK_TYPES } from '../provisioning/task-types.js';
function readLimits(context) {
    const config = objectOf(objectOf(context.source.document('ConfigJSON').value).provisioningLimit);
    const types = objectOf(config.types);
    const number = (value) => (value === undefined || value === '' ? Number.NaN : Number(value));
    const wait = number(config.waitTimeMillis);
    return {
        of(type) {
            const limit = number(types[TASK_TYPES[type].limit ?? '']);
            return Number.isFinite(limit) ? limit : Number.POSITIVE_INFINITY;
        },
        wait: Number.isFinite(wait) && wait > 0 ? wait : 0,
    };
}
/** Hands out the tasks that wait, in their order; one that an earlier one let go on is met in the same run. */
function* due(context, types, limits) {
    const taken = new Map();
    for (let id = 1; id <= context.store.tasks().length; id += 1) {
        const task = context.store.task(id);
        if (task === undefined)
            continue;
        const waiting = task.status === 'New' || (task.type === 'ticket-status' && task.status === 'In Progress');
        const count = taken.get(task.type) ?? 0;
        if (!waiting || !types.includes(task.type) || count >= limits.of(task.type))
            continue;
        if (task.attempts >= context.system.provisioningTries)
            continue;
        taken.set(task.type, count + 1);
        yield task;
    }
}
/**
 * WSRETRY: every task that is New (and has not been tried too often), oldest first, as far as provisioningLimit goes.
 * Source: provider documentation (documented), task states from the community forum.
 */
export async function runProvisioningJob(run, context, given) {
    const limits = readLimits(context);
    const tasks = [];
    for (const task of due(context, given.types, limits)) {
        if (tasks.length > 0 && limits.wait > 0)
            await context.target.sleep(limits.wait);
        tasks.push(await tryTask(task, given.beginTask(task.type), context));
    }
    const problems = tasks.flatMap((task) => task.problems);
    return { ...run.end(problems.length === 0 ? 'ok' : 'failed', problems), tasks };
}
