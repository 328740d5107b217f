import { pointerTo } from '../json.js';
import { problem } from '../problem.js';
import { takeOwners } from './found-owners.js';
import { eachId, pagesFor, readElements } from './owned-pages.js';
import { readOwnerCalls, subjectsOf, subjectValues } from './relation-calls.js';
/** Calls back for each entitlement an element is about. */
export function eachSubject(call, element, subject, context, given) {
    if (call.entitlementId === undefined) {
        if (subject !== undefined)
            given.take(subject);
        return;
    }
    eachId(call.entitlementId, element, (id) => {
        const entitlement = context.store.entitlementByColumn(call.type, call.column, id);
        if (entitlement !== undefined)
            return given.take(entitlement);
        given.unknown();
        context.run.warn(problem({
            code: 'relation-entitlement-unknown',
            message: `An element names the entitlement ${id} of type ${call.type}, and none has ${id} in its column ${call.column}.`,
            remedy: `Import ${call.type} in entitlementParams; ${given.key} must speak of the same id as that column.`,
            document: call.at.document,
            pointer: pointerTo(call.at.pointer, given.key),
        }));
    });
}
/** Makes the calls of entOwnerParams. Nothing on the EIC side is changed. @throws ConnectorFailure */
export async function findOwners(section, found, context) {
    for (const call of readOwnerCalls(section, context)) {
        found.types.add(call.type);
        const pages = pagesFor(call, subjectsOf(call, context), (subject) => subjectValues(call, subject), context);
        const tally = { received: 0, calls: found.calls };
        await readElements(pages, tally, `owners of ${call.type}`, context, (element, subject) => eachSubject(call, element, subject, context, {
            key: 'entIdPath',
            unknown: () => {
                found.received += 1;
                found.unmatched += 1;
            },
            take: (entitlement) => takeOwners(call, element, entitlement, found, context),
        }));
        found.calls = tally.calls;
    }
}
