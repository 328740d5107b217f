import { accountColumn } from '../repository/store.js';
/** The usernames by the value of an attribute; names and values are compared without regard to case. */
function byAttribute(context, attribute) {
    const found = new Map();
    for (const identity of context.store.identities()) {
        for (const [name, value] of Object.entries(identity)) {
            if (name.toLowerCase() !== attribute || value === null || value === undefined)
                continue;
            found.set(String(value).toLowerCase(), identity.username);
        }
    }
    return found;
}
/** The usernames of the accounts of the endpoint, by the value of a column. */
function byAccount(context, column) {
    const found = new Map();
    for (const account of context.store.accounts()) {
        const value = accountColumn(account, column);
        if (account.endpoint !== context.system.endpoint || account.user === null)
            continue;
        if (value !== null && value !== undefined)
            found.set(value.toLowerCase(), account.user);
    }
    return found;
}
function remembered(make) {
    const made = new Map();
    return (name) => {
        const found = made.get(name) ?? make(name);
        made.set(name, found);
        return found;
    };
}
/** Finds owners by ownerKeyField: among the users, and among the accounts, whose user is meant. */
export function ownerFinder(context) {
    const users = remembered((name) => byAttribute(context, name));
    const accounts = remembered((name) => byAccount(context, name));
    return (column, value) => {
        const among = context.run.choose('ownerKey');
        const [name, wanted] = [column.toLowerCase(), value.toLowerCase()];
        const user = among === 'account' ? undefined : users(name).get(wanted);
        return user ?? (among === 'user' ? undefined : accounts(name).get(wanted));
    };
}
