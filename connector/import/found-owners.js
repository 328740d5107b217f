import { pointerTo, textOf } from '../json.js';
import { compilePath } from '../mapping/path.js';
import { problem } from '../problem.js';
import { eachId } from './owned-pages.js';
import { ownerFinder } from './owner-finder.js';
/** No owners yet. */
export function newFoundOwners(context) {
    return {
        owners: new Map(),
        types: new Set(),
        find: ownerFinder(context),
        received: 0,
        unmatched: 0,
        calls: 0,
    };
}
/** Reads ownerIdPath and ownerKeyField; undefined when a call asks for no owner. */
export function ownerPath(json, at) {
    const path = textOf(json.ownerIdPath);
    if (path === undefined)
        return undefined;
    return {
        at: { ...at, pointer: pointerTo(at.pointer, 'ownerIdPath') },
        path: compilePath(path),
        column: textOf(json.ownerKeyField) ?? 'username',
    };
}
/** Adds the owners that an element names for an entitlement. */
export function takeOwners(call, element, entitlement, found, context) {
    const { owner } = call;
    if (owner === undefined)
        return;
    eachId(owner.path, element, (id) => {
        found.received += 1;
        const username = found.find(owner.column, id);
        if (username === undefined) {
            found.unmatched += 1;
            context.run.warn(ownerUnknown(owner, id));
            return;
        }
        const own = found.owners.get(entitlement.key) ?? new Set();
        found.owners.set(entitlement.key, own.add(username));
    });
}
function ownerUnknown({ at, column }, id) {
    return problem({
        code: 'owner-unknown',
        message: `${id} owns an entitlement, and no identity is found by ${column} ${id}.`,
        remedy: 'Import users first; ownerIdPath and ownerKeyField must speak of the same attribute of users, or of a column of their accounts.',
        ...at,
        assumptions: ['owner-key'],
    });
}
