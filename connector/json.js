/** True for a JSON object: not null, not a list. */
export function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The object, or an empty one when the value is something else. */
export function objectOf(value) {
    return isObject(value) ? value : {};
}
/** The text of a JSON string; undefined for every other value. */
export function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
/** One step of a JSON pointer, escaped as RFC 6901 asks. */
export function pointerStep(key) {
    return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
/** A JSON pointer made longer by keys and indexes. */
export function pointerTo(base, ...keys) {
    return keys.reduce((pointer, key) => `${pointer}/${pointerStep(key)}`, base);
}
/** The steps of a JSON pointer, unescaped; the empty pointer has none. */
export function pointerSteps(pointer) {
    if (pointer === '')
        return [];
    return pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
