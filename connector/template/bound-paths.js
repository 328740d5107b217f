import { GroovyMap } from './values/map.js';
import { inspectText } from './values/text.js';
const LONGEST = 200;
/**
 * What the paths of a template are bound to, as `inspect()` shows it: `user.email` to `'mira@example.com'`. A path is followed
 * through maps as far as they go, so `user.email.length` gives what `user.email` is.
 */
export function boundPaths(references, bindings) {
    const found = {};
    for (const { root, path } of references) {
        const value = bindings.variables.get(root);
        if (value === undefined)
            continue;
        const [name, end] = followed(root, path, value);
        const shown = inspectText(end);
        found[name] = shown.length > LONGEST ? `${shown.slice(0, LONGEST)}...` : shown;
    }
    return found;
}
function followed(root, path, value) {
    let [name, at] = [root, value];
    for (const key of path) {
        if (!(at instanceof GroovyMap))
            break;
        name = `${name}.${key}`;
        at = at.get(key);
    }
    return [name, at];
}
