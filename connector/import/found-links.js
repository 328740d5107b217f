import { problem } from '../problem.js';
/** Counts a link that cannot be made, and says why. */
export function unmatched(found, at, what, column, id, context) {
    found.unmatched += 1;
    context.run.warn(problem({
        code: `link-${what}-unknown`,
        message: `A link names the ${what} ${id}, and no ${what} has ${id} in its column ${column}.`,
        remedy: what === 'account'
            ? 'Import accounts first; acctIdPath and acctKeyField must speak of the same id.'
            : 'entIdPath and entKeyField must speak of the same id, and the entitlement must be imported.',
        ...at,
    }));
}
/** Adds a link; the privileges of several calls come together. */
export function addLink(found, account, entitlement, privileges) {
    let own = found.links.get(entitlement.key);
    if (own === undefined) {
        own = new Map();
        found.links.set(entitlement.key, own);
    }
    const before = own.get(account.key)?.privileges;
    const merged = before === undefined ? privileges : { ...before, ...privileges };
    const link = { accountKey: account.key, entitlementKey: entitlement.key, origin: 'import' };
    own.set(account.key, merged === undefined ? link : { ...link, privileges: merged });
}
