import { mapKey, typePair } from './found-maps.js';
/** Puts what was found in place of what was known; what was not asked for stays. */
function merged(known, found, keyOf, goes) {
    const knownKeys = new Set(known.map(keyOf));
    const stays = known.filter((one) => !found.has(keyOf(one)) && !goes(one));
    const added = [...found.keys()].filter((key) => !knownKeys.has(key)).length;
    return {
        kept: [...stays, ...found.values()],
        counts: {
            added,
            removed: known.length - stays.length - (found.size - added),
            unchanged: found.size - added,
        },
    };
}
function goes(context, asked, removals) {
    return removals && asked && context.run.choose('relationsNotInFeed') === 'remove';
}
/** Brings the owners of the entitlement types that were asked for to what the target has. @param removals false: none goes */
export function reconcileOwners(found, context, removals) {
    const { store } = context;
    const keyOf = ({ entitlementKey, username }) => `${entitlementKey}-${username}`;
    const owners = [...found.owners].flatMap(([entitlementKey, usernames]) => [...usernames].map((username) => ({ entitlementKey, username })));
    const wanted = new Map(owners.map((owner) => [keyOf(owner), owner]));
    const asked = ({ entitlementKey }) => found.types.has(store.entitlement(entitlementKey)?.type ?? '');
    const { kept, counts } = merged(store.owners(), wanted, keyOf, (owner) => goes(context, asked(owner), removals));
    store.setOwners(kept);
    return { received: found.received, unmatched: found.unmatched, ...counts };
}
/** Brings the maps between the entitlement types that were asked for to what the target has. @param removals false: none goes */
export function reconcileMaps(found, context, removals) {
    const { store } = context;
    const asked = ({ parentKey, childKey }) => found.pairs.has(typePair(store.entitlement(parentKey)?.type ?? '', store.entitlement(childKey)?.type ?? ''));
    const { kept, counts } = merged(store.maps(), found.maps, mapKey, (map) => goes(context, asked(map), removals));
    store.setMaps(kept);
    return { received: found.received, unmatched: found.unmatched, ...counts };
}
