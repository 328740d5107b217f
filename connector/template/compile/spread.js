import { iterate } from '../runtime/iterate.js';
import { GroovyList } from '../values/collections.js';
/** `list*.name` and `list*.name()`: null elements stay null, a null list gives null. */
export function spreadOver(place, object, read) {
    return (frame) => {
        const value = object(frame);
        if (value === null)
            return null;
        const { run } = frame;
        const result = [];
        for (const item of iterate(run, value)) {
            run.at = place;
            run.allocate(1);
            result.push(item === null ? null : read(run, item));
        }
        return new GroovyList(result);
    };
}
