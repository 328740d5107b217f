/** A problem without offsets and without assumptions, unless they are given. */
export function problem(fields) {
    return { ...fields, assumptions: fields.assumptions ?? [] };
}
