import { fail } from '../failure.js';
import { findSubjects } from './subjects.js';
import { TASK_TYPES } from './task-types.js';
/** Whether a request is about an account that another one of the same submission creates. */
function awaitsAccount(request, all) {
    if (request.type === 'create' || request.account !== undefined || request.identity === undefined)
        return false;
    return all.some((one) => one.type === 'create' && one.identity === request.identity);
}
function planned(request, all, run, context) {
    const subjects = findSubjects(request, context, awaitsAccount(request, all));
    const waits = subjects.account === undefined && awaitsAccount(request, all);
    if (waits)
        run.rely('pending-create');
    return { request, subjects, status: waits ? 'Pending Create' : 'New' };
}
function insertTask({ request, subjects, status }, requestId, details, context) {
    const now = context.now();
    const { endpoint } = subjects;
    return context.store.insertTask({
        requestId,
        type: request.type,
        status,
        identity: subjects.identity?.username ?? null,
        accountName: subjects.accountName === '' ? null : subjects.accountName,
        accountKey: subjects.account?.key ?? null,
        ...(endpoint !== context.system.endpoint && { endpoint }),
        entitlement: request.entitlement ?? null,
        requestAccessAttributes: request.requestAccessAttributes ?? {},
        businessJustification: request.businessJustification ?? details.businessJustification ?? '',
        action: request.action ?? null,
        ticket: request.ticket ?? null,
        attempts: 0,
        comments: [],
        createdAt: now,
        updatedAt: now,
    });
}
/**
 * Makes one request with a task for each thing that is asked for; new accounts come first. Nothing is made when one of
 * them names something unknown.
 * @throws ConnectorFailure
 */
export function submit(requests, details, run, context) {
    const { store } = context;
    const { requestor, businessJustification } = details;
    const at = { document: TASK_TYPES[requests[0]?.type ?? 'create'].document, pointer: '' };
    if (requests.length === 0) {
        fail(at, {
            code: 'request-empty',
            message: 'The request asks for nothing.',
            remedy: 'Name at least one task.',
        });
    }
    if (requestor !== undefined && store.identity(requestor) === undefined) {
        fail(at, {
            code: 'identity-unknown',
            message: `There is no identity ${requestor} who could ask.`,
            remedy: 'Name the username of an identity that was given to the run.',
        });
    }
    const inOrder = [
        ...requests.filter(({ type }) => type === 'create'),
        ...requests.filter(({ type }) => type !== 'create'),
    ];
    const plan = inOrder.map((request) => planned(request, inOrder, run, context));
    const request = store.insertRequest({
        requestor: requestor ?? null,
        businessJustification: businessJustification ?? requests[0]?.businessJustification ?? '',
        taskIds: [],
        createdAt: context.now(),
    });
    const tasks = plan.map((one) => insertTask(one, request.id, details, context));
    const complete = { ...request, taskIds: tasks.map(({ id }) => id) };
    store.replaceRequest(complete);
    return { request: complete, tasks };
}
/** Lets the tasks go on that waited for an account which is there now. */
export function releasePending(created, context) {
    const { store } = context;
    for (const task of [...store.tasks()]) {
        if (task.status !== 'Pending Create' || task.requestId !== created.requestId)
            continue;
        if (task.identity !== created.identity)
            continue;
        store.replaceTask({ ...task, status: 'New', accountName: created.accountName, updatedAt: context.now() });
    }
}
const DONE = ['Complete', 'No Action Required'];
const ENDED = [...DONE, 'Discontinued', 'Provisioning Failed', 'Error'];
/**
 * How far a request is: `open` while a task may still be provisioned, `complete` when all were, `failed` when one was not.
 * The words are this runner's: which states EIC gives a request is not known here.
 */
export function requestState(request, repository) {
    const states = request.taskIds.map((id) => repository.task(id)?.status ?? 'Error');
    if (states.some((status) => !ENDED.includes(status)))
        return 'open';
    return states.every((status) => DONE.includes(status)) ? 'complete' : 'failed';
}
