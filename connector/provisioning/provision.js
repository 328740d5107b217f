import { documentProblem, isNotPossible } from '../import/import-document.js';
import { problemOf } from '../run.js';
import { newPassword } from './password.js';
import { submit } from './requests.js';
import { runTask } from './run-task.js';
import { findSubjects, requestOf } from './subjects.js';
import { TASK_TYPES } from './task-types.js';
/**
 * Runs a task that is there. The password of a request is not kept with the task: a later try makes a new one.
 * @param password the password of the request; without one it is made after PasswdPolicyJSON
 */
export async function tryTask(task, run, context, password) {
    const { document } = TASK_TYPES[task.type];
    try {
        const policy = context.source.document('PasswdPolicyJSON').value;
        const chosen = password ?? newPassword(policy, context.random);
        context.target.redactor.add(chosen);
        const subjects = findSubjects(requestOf(task), context);
        const { requestor } = context.store.requests()[task.requestId - 1] ?? {};
        const asking = { requestor: context.store.identity(requestor ?? '') };
        return await runTask({ ...subjects, ...asking, task, password: chosen }, run, context);
    }
    catch (error) {
        const found = problemOf(error, { document, pointer: '' });
        const kept = {
            ...task,
            comments: [...task.comments, `${found.code}: ${found.message}`],
            updatedAt: context.now(),
        };
        context.store.replaceTask(kept);
        return { ...run.end('failed', [found]), task: kept, account: undefined };
    }
}
/** Creates a task and runs it at once (instant provisioning). */
export async function provision(request, run, context) {
    const { document: name } = TASK_TYPES[request.type];
    const unusable = documentProblem(context.source.document(name));
    if (unusable !== undefined && isNotPossible(unusable)) {
        return { ...run.end('not-possible', [unusable]), task: undefined, account: undefined };
    }
    let task;
    try {
        [task] = submit([request], {}, run, context).tasks;
    }
    catch (error) {
        const found = problemOf(error, { document: name, pointer: '' });
        return { ...run.end('failed', [found]), task: undefined, account: undefined };
    }
    if (task === undefined)
        throw new Error('a request made no task');
    return tryTask(task, run, context, request.password);
}
