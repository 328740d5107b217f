import { fail } from '../failure.js';
import { problem } from '../problem.js';
import { userAttribute } from '../repository/user-attributes.js';
import { USER_DOCUMENT } from './context.js';
import { documentObject } from './import-document.js';
import { pagesFor, readElements } from './owned-pages.js';
import { reconcileUsers } from './reconcile-users.js';
import { readUserCalls } from './user-calls.js';
import { full, nothing, whole } from './whole.js';
/** What a dependent call may name of the user it is made for: the columns, in every spelling, and the user itself. */
function userValues(user) {
    if (user === undefined)
        return {};
    const lower = Object.fromEntries(Object.entries(user.attributes).map(([name, value]) => [name.toLowerCase(), value]));
    return { ...lower, ...user.asWritten, ...user.attributes, user: user.attributes };
}
function take(user, mapped, call) {
    for (const [column, value] of Object.entries(mapped)) {
        const written = call.written.get(column) ?? column;
        const name = userAttribute(written);
        if (value !== null || user.attributes[name] === undefined)
            user.attributes[name] = value;
        user.asWritten[written] = user.attributes[name] ?? null;
    }
    user.statusTexts ??= call.statusTexts;
}
async function stageCall(call, staged, key, context) {
    const owners = call.dependent ? [...staged.users] : [undefined];
    if (call.dependent)
        context.run.rely('user-calls');
    const pages = pagesFor(call, owners, userValues, context);
    const tally = { received: 0, calls: 0 };
    await readElements(pages, tally, 'users', context, (element, owner) => {
        const mapped = call.columns.map(element);
        const value = mapped[key];
        const known = value === null || value === undefined ? undefined : staged.byKey.get(value);
        const user = owner ?? known ?? { attributes: {}, asWritten: {}, statusTexts: undefined };
        if (owner === undefined && known === undefined) {
            staged.users.push(user);
            staged.received += 1;
        }
        else if (owner === undefined) {
            warnTwice(call.at, key, value ?? '', context);
        }
        take(user, mapped, call);
        if (value !== null && value !== undefined && value !== '')
            staged.byKey.set(value, user);
    });
}
function warnTwice(at, key, value, context) {
    context.run.rely('duplicate-key');
    context.run.warn(problem({
        code: 'record-key-twice',
        message: `Several users have ${value} in the key column ${key}; the last one counts.`,
        remedy: 'Map a field that is unique to the key column, or mend the paging that brings users twice.',
        document: at.document,
        pointer: `${at.pointer}/colsToPropsMap`,
        assumptions: ['duplicate-key', 'user-key'],
    }));
}
function needKey(calls, key) {
    if (calls.some(({ columns }) => columns.names.includes(key)))
        return;
    fail({ document: USER_DOCUMENT, pointer: calls[0]?.at.pointer ?? '' }, {
        code: 'key-column-not-mapped',
        message: `No colsToPropsMap maps ${key}: no user could be recognised.`,
        remedy: `Map ${key} in colsToPropsMap.`,
        assumptions: ['user-key'],
    });
}
/**
 * User import: the calls of ImportUserJSON become identities. Nothing changes when a call fails.
 * Source: provider documentation (documented), published packages.
 */
export function importUsers(context, mode) {
    const work = async () => {
        const document = documentObject(context.source.document(USER_DOCUMENT));
        const calls = readUserCalls(document, context);
        const key = context.run.choose('userKey').toLowerCase();
        needKey(calls, key);
        const staged = { users: [], byKey: new Map(), received: 0 };
        for (const call of calls)
            await stageCall(call, staged, key, context);
        const { counts, changes } = reconcileUsers(staged.users, key, context, full(context, mode));
        return { ...nothing(), users: { ...counts, received: staged.received }, changes };
    };
    return whole(context, work, USER_DOCUMENT);
}
