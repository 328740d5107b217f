import { parse } from '@humanwhocodes/momoa';
import { pointerSteps, pointerTo } from '../json.js';
/** Reads a JSON text into nodes that know their offsets. Throws momoa's error, which has an `offset`. */
export function readTree(text) {
    const readable = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
    return parse(readable, { mode: 'json', ranges: true }).body;
}
function keyOf(member) {
    return member.name.type === 'String' ? member.name : undefined;
}
function step(node, name) {
    if (node.type === 'Object') {
        const member = node.members.findLast((candidate) => keyOf(candidate)?.value === name);
        return member && { value: member.value, key: keyOf(member) };
    }
    if (node.type === 'Array' && /^\d+$/.test(name)) {
        const element = node.elements[Number(name)];
        return element && { value: element.value, key: undefined };
    }
    return undefined;
}
/** The value at a pointer, or its nearest ancestor that exists. */
export function locate(root, pointer) {
    let found = { pointer: '', value: root, key: undefined };
    for (const name of pointerSteps(pointer)) {
        const next = step(found.value, name);
        if (next === undefined)
            return found;
        found = { pointer: pointerTo(found.pointer, name), ...next };
    }
    return found;
}
/** Every key that stands again in the same object, in the order of the text. */
export function duplicateMembers(node, pointer = '') {
    if (node.type === 'Array') {
        return node.elements.flatMap((element, index) => duplicateMembers(element.value, pointerTo(pointer, index)));
    }
    if (node.type !== 'Object')
        return [];
    const seen = new Map();
    return node.members.flatMap((member) => {
        const name = keyOf(member);
        if (name === undefined)
            return [];
        const here = pointerTo(pointer, name.value);
        const first = seen.get(name.value);
        if (first === undefined)
            seen.set(name.value, name);
        const own = first === undefined ? [] : [{ pointer: here, key: name.value, node: name, first }];
        return [...own, ...duplicateMembers(member.value, here)];
    });
}
/**
 * The offset in the JSON text of the `index`-th code unit of a decoded string.
 * `rawStart` is the offset just after the opening quote.
 */
export function rawOffset(text, rawStart, index) {
    let raw = rawStart;
    for (let decoded = 0; decoded < index; decoded += 1) {
        if (text.charAt(raw) !== '\\')
            raw += 1;
        else
            raw += text.charAt(raw + 1) === 'u' ? 6 : 2;
    }
    return raw;
}
