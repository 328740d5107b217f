import { isObject } from '../json.js';
/**
 * The steps of `a.b[0].c`; `~dot#` is a dot inside a key, an empty `[]` says nothing.
 * Source: connector handbook (documented).
 */
function stepsOf(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return [];
    return trimmed.split('.').flatMap((part) => {
        const indexes = [...part.matchAll(/\[(\d*)\]/g)].flatMap(([, digits]) => digits ? [{ index: Number(digits) }] : []);
        const key = part.replace(/(\[\d*\])+$/, '').replaceAll('~dot#', '.');
        return [...(key === '' ? [] : [{ key }]), ...indexes];
    });
}
function walk(value, steps, from, throughList) {
    let current = value;
    for (let at = from; at < steps.length; at += 1) {
        const step = steps[at];
        if (current === null || current === undefined)
            return undefined;
        if ('index' in step)
            current = Array.isArray(current) ? current[step.index] : undefined;
        else if (isObject(current))
            current = Object.hasOwn(current, step.key) ? current[step.key] : undefined;
        else if (Array.isArray(current))
            return spread(current, steps, at, throughList);
        else
            return undefined;
    }
    return current;
}
function spread(list, steps, from, throughList) {
    throughList?.();
    return list.flatMap((element) => {
        const found = walk(element, steps, from, throughList);
        if (found === undefined)
            return [];
        return Array.isArray(found) ? found : [found];
    });
}
/** Compiles a path once; the empty path is the value itself. */
export function compilePath(text) {
    const steps = stepsOf(text);
    return { text, read: (value, throughList) => walk(value, steps, 0, throughList) };
}
/** The value at a path as a list: of its elements, of the one value, or empty. */
export function readAll(path, value) {
    const found = path.read(value);
    if (found === undefined || found === null)
        return [];
    return Array.isArray(found) ? found : [found];
}
/** The text EIC stores for a value; null for none. Objects and lists become their JSON text. */
export function columnText(value) {
    if (value === undefined || value === null)
        return null;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
