/** No links at all. */
export const NO_LINKS = { received: 0, added: 0, removed: 0, unchanged: 0, unmatched: 0 };
function samePrivileges(a, b) {
    return JSON.stringify(a.privileges ?? {}) === JSON.stringify(b.privileges ?? {});
}
function staleLinks(found, context) {
    const { store } = context;
    return store.links().filter((link) => {
        if (found.links.get(link.entitlementKey)?.has(link.accountKey))
            return false;
        const entitlement = store.entitlement(link.entitlementKey);
        const account = store.account(link.accountKey);
        if (entitlement === undefined || account === undefined)
            return true;
        return found.types.has(entitlement.type) && account.status !== 'SUSPENDED FROM IMPORT SERVICE';
    });
}
/** Brings the links of the entitlement types that were asked for to what the target has. @param removals false: none goes */
export function reconcileLinks(found, config, context, removals) {
    const { store, run } = context;
    let added = 0;
    let unchanged = 0;
    for (const ofEntitlement of found.links.values()) {
        for (const link of ofEntitlement.values()) {
            const known = store.link(link.accountKey, link.entitlementKey);
            if (known === undefined)
                added += 1;
            else
                unchanged += 1;
            if (known === undefined || known.origin !== 'import' || !samePrivileges(known, link))
                store.putLink(link);
        }
    }
    const stale = removals ? staleLinks(found, context) : [];
    const remove = config.removeLinksNotInFeed ?? (stale.length > 0 && run.choose('linksNotInFeed') === 'remove');
    if (remove)
        for (const link of stale)
            store.removeLink(link.accountKey, link.entitlementKey);
    return {
        received: found.received,
        added,
        removed: remove ? stale.length : 0,
        unchanged,
        unmatched: found.unmatched,
    };
}
