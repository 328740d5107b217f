import { problem } from '../problem.js';
import { userAttribute } from '../repository/user-attributes.js';
import { USER_DOCUMENT } from './context.js';
import { noCounts } from './reconcile-accounts.js';
import { activityOf } from './status.js';
/** The identity a record makes; undefined when it has no username. */
function identityOf(user, known, context) {
    const { status, statuskey, ...attributes } = user.attributes;
    const username = known?.username ?? attributes.username;
    if (username === null || username === undefined || username === '')
        return undefined;
    context.run.rely('user-status');
    const mapped = { ...attributes };
    return {
        ...known,
        ...mapped,
        username,
        statuskey: activityOf(statuskey ?? status, user.statusTexts) === '1' ? 1 : 0,
    };
}
function same(a, b) {
    return Object.keys(b).every((name) => String(a[name] ?? '') === String(b[name] ?? ''));
}
function withoutKey(key) {
    return problem({
        code: 'record-without-key',
        message: `A user has no value in the key column ${key} or no username; it is left out.`,
        remedy: 'Map a field that every user has to username.',
        document: USER_DOCUMENT,
        pointer: '',
        assumptions: ['record-without-key', 'user-key'],
    });
}
/** Identities by the value of an attribute. */
function knownBy(attribute, context) {
    const name = userAttribute(attribute);
    return new Map(context.store.identities().flatMap((identity) => {
        const value = identity[name];
        return value === null || value === undefined ? [] : [[String(value), identity]];
    }));
}
function inactivate(seen, counts, context) {
    const gone = context.store
        .identities()
        .filter(({ username, statuskey }) => !seen.has(username) && Number(statuskey ?? 1) === 1);
    if (gone.length === 0 || context.run.choose('usersNotInFeed') === 'keep')
        return [];
    return gone.map((identity) => {
        context.store.putIdentity({ ...identity, statuskey: 0 });
        counts.inactivated += 1;
        return { kind: 'inactivated', object: 'user', name: identity.username };
    });
}
/** Brings the identities to what was staged: new, changed, unchanged. @param removals false: nobody becomes inactive */
export function reconcileUsers(users, key, context, removals) {
    const { store, run } = context;
    const counts = noCounts();
    const changes = [];
    const seen = new Set();
    const known = knownBy(key, context);
    for (const user of users) {
        const value = user.attributes[userAttribute(key)];
        const before = value === null || value === undefined ? undefined : known.get(value);
        const identity = value === null || value === '' ? undefined : identityOf(user, before, context);
        if (identity === undefined) {
            counts.dropped += 1;
            run.rely('record-without-key');
            run.warn(withoutKey(key));
            continue;
        }
        const there = before ?? store.identity(identity.username);
        seen.add(identity.username);
        if (there === undefined)
            counts.created += 1;
        else if (same(there, identity))
            counts.unchanged += 1;
        else {
            counts.changed += 1;
            changes.push({ kind: 'changed', object: 'user', name: identity.username });
        }
        if (there === undefined || !same(there, identity))
            store.putIdentity({ ...there, ...identity });
    }
    if (removals)
        changes.push(...inactivate(seen, counts, context));
    return { counts, changes };
}
