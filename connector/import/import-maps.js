import { pointerTo } from '../json.js';
import { entitlementColumn } from '../repository/store.js';
import { takePair, typePair } from './found-maps.js';
import { eachSubject } from './import-owners.js';
import { eachId, pagesFor, readElements } from './owned-pages.js';
import { readMapCalls, subjectsOf, subjectValues } from './relation-calls.js';
/** Makes the calls of entMappingParams. Nothing on the EIC side is changed. @throws ConnectorFailure */
export async function findMaps(section, found, context) {
    for (const call of readMapCalls(section, context)) {
        found.pairs.add(typePair(call.type, call.childType));
        const pages = pagesFor(call, subjectsOf(call, context), (subject) => subjectValues(call, subject), context);
        const tally = { received: 0, calls: found.calls };
        const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'ent2IdPath') };
        await readElements(pages, tally, `maps of ${call.type}`, context, (element, subject) => eachSubject(call, element, subject, context, {
            key: 'ent1IdPath',
            unknown: () => {
                found.received += 1;
                found.unmatched += 1;
            },
            take: (entitlement) => {
                const id = entitlementColumn(entitlement, call.column) ?? '';
                const parent = { type: call.type, column: call.column, id };
                eachId(call.childId, element, (childId) => {
                    const child = { type: call.childType, column: call.childColumn, id: childId };
                    takePair(found, { at, parent, child, types: call.mappingTypes }, context);
                });
            },
        }));
        found.calls = tally.calls;
    }
}
