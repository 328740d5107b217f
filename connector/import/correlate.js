import { fail } from '../failure.js';
import { accountColumn } from '../repository/store.js';
/** Reads `users.<attribute> = accounts.<column>`; the column is matched without regard to case. */
export function readCorrelationRule(text) {
    const match = /^\s*users?\.(\w+)\s*=\s*accounts?\.(\w+)\s*$/i.exec(text);
    if (match?.[1] === undefined || match[2] === undefined) {
        return fail({ document: 'security system', pointer: '/correlationRule' }, {
            code: 'correlation-rule-invalid',
            message: `${JSON.stringify(text)} is no correlation rule.`,
            remedy: 'Write it like this: users.username = accounts.name',
        });
    }
    return { attribute: match[1], column: match[2].toLowerCase() };
}
/** Gives accounts without an identity the one that the rule names; upper and lower case are alike, as in EIC's database. */
export function correlate(context, inactiveToo) {
    const { store, system } = context;
    const rule = readCorrelationRule(system.correlationRule);
    const byValue = new Map();
    for (const identity of store.identities()) {
        const value = identity[rule.attribute];
        if (value !== null && value !== undefined && value !== '')
            byValue.set(String(value).toLowerCase(), identity);
    }
    let linked = 0;
    let without = 0;
    for (const account of [...store.accounts()]) {
        if (account.endpoint !== system.endpoint)
            continue;
        if (account.user === null && (inactiveToo || account.status !== '2')) {
            const identity = byValue.get((accountColumn(account, rule.column) ?? '').toLowerCase());
            if (identity !== undefined) {
                store.replaceAccount({ ...account, user: identity.username });
                linked += 1;
                continue;
            }
        }
        if (account.user === null)
            without += 1;
        else
            linked += 1;
    }
    return { linked, without };
}
/** Makes an identity of each account that belongs to none (createUsers); `adminName` becomes the manager. */
export function createUsers(context, adminName) {
    for (const account of [...context.store.accounts()]) {
        if (account.endpoint !== context.system.endpoint)
            continue;
        if (account.user !== null || account.status === '2')
            continue;
        context.store.putIdentity({
            username: account.name,
            displayname: account.columns.displayname ?? account.name,
            statuskey: 1,
            ...(adminName !== undefined && { manager: adminName }),
        });
        context.store.replaceAccount({ ...account, user: account.name });
    }
}
