import { isRefusedClass } from '../classes/known-classes.js';
import { Refusal } from '../runtime/failure.js';
import { getAt } from '../runtime/get-at.js';
import { GroovyList } from '../values/collections.js';
import { arrayClassOf, JavaClass } from '../values/java-class.js';
import { compileArguments } from './arguments.js';
import { compileExpression } from './expressions.js';
/** `object[index]`; several indexes are one list of them. */
export function compileIndex(node, scope) {
    const object = compileExpression(node.object, scope);
    const index = compileIndexValue(node, scope);
    if (node.args.length === 0)
        return compileArrayClass(object);
    return (frame) => {
        const target = object(frame);
        const key = index(frame);
        frame.run.at = node;
        if (target instanceof JavaClass && isRefusedClass(target)) {
            throw new Refusal('RefusedClass', `${target.name} is out of reach of templates`);
        }
        return getAt(frame.run, target, key);
    };
}
/** `String[]` as a value. */
function compileArrayClass(object) {
    return (frame) => {
        const component = object(frame);
        return component instanceof JavaClass
            ? arrayClassOf(component)
            : getAt(frame.run, component, new GroovyList([]));
    };
}
/** What stands in the brackets, as one value. */
export function compileIndexValue(node, scope) {
    const args = compileArguments(node.args, scope);
    const single = node.args.length === 1 && node.args[0]?.kind !== 'spread';
    return (frame) => {
        const values = args(frame);
        return single ? (values[0] ?? null) : new GroovyList(values);
    };
}
