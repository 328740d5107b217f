import { isObject, textOf } from '../json.js';
import { compileColumns } from '../mapping/columns.js';
import { columnText, compilePath } from '../mapping/path.js';
import { problem } from '../problem.js';
import { TASK_TYPES } from './task-types.js';
/** The accountID by accountIdPath; the word accountName stands for the account's name. */
function accountId(document, responses, subjects, run) {
    const { document: name } = TASK_TYPES[subjects.task.type];
    const path = textOf(document.accountIdPath)?.trim();
    const missing = () => (run.choose('accountIdMissing') === 'name' ? subjects.accountName : null);
    if (path === undefined || path === '')
        return subjects.task.type === 'create' ? missing() : undefined;
    if (path === 'accountName')
        return subjects.accountName;
    const found = columnText(compilePath(path.replace(/^response\./, '')).read(responses));
    if (found !== null && found !== '')
        return found;
    run.warn(problem({
        code: 'account-id-not-found',
        message: `accountIdPath is ${path}, and the responses have nothing there; they are ${Object.keys(responses).join(', ')}.`,
        remedy: 'Write <call name>.message.<path of the id in the answer>.',
        document: name,
        pointer: '/accountIdPath',
        assumptions: ['account-id-missing'],
    }));
    return subjects.task.type === 'create' ? missing() : undefined;
}
function mappedColumns(document, responses, task, run, context) {
    if (!isObject(document.responseColsToPropsMap))
        return {};
    const at = { document: TASK_TYPES[task.type].document, pointer: '/responseColsToPropsMap' };
    const dateFormat = textOf(document.dateFormat);
    const columns = compileColumns(document.responseColsToPropsMap, at, {
        run,
        environment: context.target.environment,
        dateFormat,
    });
    return columns.map(responses);
}
function present(columns) {
    return Object.fromEntries(Object.entries(columns).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
function applyAccount(subjects, id, columns, context) {
    const { store } = context;
    const { status } = TASK_TYPES[subjects.task.type];
    const known = subjects.account ?? store.accountByName(subjects.accountName, subjects.endpoint);
    const mapped = present(columns);
    const accountID = id === undefined ? (known?.accountID ?? null) : id;
    const name = mapped.name ?? known?.name ?? subjects.accountName;
    const all = { ...known?.columns, ...mapped, name, accountid: accountID };
    if (known !== undefined) {
        const user = subjects.task.type === 'create' ? (subjects.identity?.username ?? known.user) : known.user;
        const account = { ...known, accountID, name, user, status: status ?? known.status, columns: all };
        store.replaceAccount(account);
        return account;
    }
    if (subjects.task.type !== 'create')
        return undefined;
    return store.insertAccount({
        endpoint: subjects.endpoint,
        accountID,
        name,
        status: status ?? '1',
        user: subjects.identity?.username ?? null,
        columns: all,
    });
}
/** Changes the EIC side after a task has succeeded: the account, its status, its link. */
export function applySuccess(document, responses, subjects, run, context) {
    const { task, entitlement } = subjects;
    const mapped = mappedColumns(document, responses, task, run, context);
    if (task.type === 'update-user' || task.type === 'create-ticket' || task.type === 'ticket-status') {
        return { account: subjects.account, mapped };
    }
    const id = accountId(document, responses, subjects, run);
    if (TASK_TYPES[task.type].status !== null)
        run.rely('provisioned-status');
    const account = applyAccount(subjects, id, mapped, context);
    if (account !== undefined && entitlement !== undefined) {
        if (task.type === 'add-access') {
            context.store.putLink({
                accountKey: account.key,
                entitlementKey: entitlement.key,
                origin: 'provisioning',
            });
        }
        if (task.type === 'remove-access')
            context.store.removeLink(account.key, entitlement.key);
    }
    return { account, mapped };
}
