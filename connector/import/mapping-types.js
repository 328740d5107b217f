import { fail } from '../failure.js';
import { pointerTo } from '../json.js';
/** What mappingTypes say. @throws ConnectorFailure for a word that is none */
export function readMappingTypes(json, at) {
    const given = json.mappingTypes === undefined ? ['ENTMAP'] : [json.mappingTypes].flat();
    return given.map((one) => {
        if (one === 'ENTMAP' || one === 'ENT2')
            return one;
        return fail({ ...at, pointer: pointerTo(at.pointer, 'mappingTypes') }, {
            code: 'mapping-type-unknown',
            message: `${JSON.stringify(one)} is no mapping type.`,
            remedy: 'Use ENTMAP (mapped in both directions) or ENT2 (a child).',
        });
    });
}
