import { raise } from '../runtime/failure.js';
import { elementsOf } from '../runtime/iterate.js';
import { GroovyMap } from '../values/map.js';
import { addEntry } from './constructors.js';
import { compileExpression } from './expressions.js';
/** Arguments of a call: spreads are spread, named ones gathered in a map that comes first. */
export function compileArguments(args, scope) {
    const plain = args.every((arg) => arg.kind !== 'spread' && arg.kind !== 'named');
    if (!plain)
        return compileMixed(args, scope);
    const codes = args.map((arg) => compilePlain(arg, scope));
    return (frame) => {
        const values = [];
        for (const code of codes)
            values.push(code(frame));
        return values;
    };
}
function compilePlain(arg, scope) {
    if (arg.kind === 'spread' || arg.kind === 'named')
        throw new Error('only plain arguments are compiled here');
    return compileExpression(arg, scope);
}
function compileMixed(args, scope) {
    const steps = args.map((arg) => compileMixedArgument(arg, scope));
    const named = args.some((arg) => arg.kind === 'named');
    return (frame) => {
        const values = [];
        const map = new GroovyMap();
        for (const step of steps)
            step(frame, values, map);
        return named ? [map, ...values] : values;
    };
}
function compileMixedArgument(arg, scope) {
    if (arg.kind === 'named') {
        const add = addEntry(arg, scope);
        return (frame, _values, map) => add(frame, map);
    }
    if (arg.kind !== 'spread') {
        const code = compileExpression(arg, scope);
        return (frame, values) => {
            values.push(code(frame));
        };
    }
    const code = compileExpression(arg.value, scope);
    return (frame, values) => {
        const list = code(frame);
        frame.run.at = arg;
        if (list instanceof GroovyMap)
            raise('IllegalArgumentException', 'cannot spread the type java.util.LinkedHashMap');
        values.push(...elementsOf(frame.run, list));
    };
}
