import { problem } from '../problem.js';
/** No maps yet. */
export function newFoundMaps() {
    return { maps: new Map(), pairs: new Set(), received: 0, unmatched: 0, calls: 0 };
}
/** How a pair of entitlement types is noted. */
export function typePair(parent, child) {
    return `${parent} > ${child}`;
}
/** How one map is told from others. */
export function mapKey({ parentKey, childKey }) {
    return `${parentKey}-${childKey}`;
}
/** Adds a map; the mapping types of several sources come together. */
export function addMap(found, map) {
    const key = mapKey(map);
    const types = new Set([...(found.maps.get(key)?.types ?? []), ...map.types]);
    found.maps.set(key, { ...map, types: [...types].sort() });
}
/** Adds the map of a pair, or counts that one of the two is not known. */
export function takePair(found, pair, context) {
    found.received += 1;
    const [parent, child] = [pair.parent, pair.child].map(({ type, column, id }) => context.store.entitlementByColumn(type, column, id));
    if (parent !== undefined && child !== undefined) {
        addMap(found, { parentKey: parent.key, childKey: child.key, types: pair.types });
        return;
    }
    found.unmatched += 1;
    const { type, column, id } = parent === undefined ? pair.parent : pair.child;
    context.run.warn(problem({
        code: 'map-entitlement-unknown',
        message: `A map names the entitlement ${id} of type ${type}, and none has ${id} in its column ${column}.`,
        remedy: `Import ${type} in entitlementParams; the path and the column must speak of the same id.`,
        ...pair.at,
    }));
}
