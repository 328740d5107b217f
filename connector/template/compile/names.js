import { resolveClass } from '../classes/known-classes.js';
import { raise } from '../runtime/failure.js';
import { getProperty } from '../runtime/property.js';
import { ScriptBinding, ScriptObject, ScriptOutput } from '../runtime/script-object.js';
import { builtInTypes } from '../syntax/tokens.js';
import { classNamed } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
/** A variable, a class, or a name of the script's bindings. */
export function compileName(node, scope) {
    const { name } = node;
    const local = scope.find(name);
    if (local !== null) {
        const { slot } = local;
        return (frame) => frame.variables[slot]?.value ?? null;
    }
    if (name === 'this' || name === 'super')
        return (frame) => new ScriptObject(frame.run);
    if (builtInTypes.has(name))
        return () => classNamed(name);
    const javaClass = resolveClass(name);
    if (javaClass !== undefined)
        return () => javaClass;
    return (frame) => {
        frame.run.at = node;
        return readGlobal(frame, name);
    };
}
/** The class a dotted path names (`java.util.Base64`), unless its root is a local variable. */
export function classOfPath(node, scope) {
    const path = dottedName(node);
    if (path === null || !path.includes('.'))
        return undefined;
    const root = path.slice(0, path.indexOf('.'));
    return scope.find(root) === null ? resolveClass(path) : undefined;
}
function dottedName(node) {
    if (node.kind === 'name')
        return node.name;
    if (node.kind !== 'property' || node.access !== 'plain' || typeof node.name !== 'string')
        return null;
    const object = dottedName(node.object);
    return object === null ? null : `${object}.${node.name}`;
}
/** A name that is no local: delegates of closures around, then the bindings. */
export function readGlobal(frame, name) {
    const { run } = frame;
    const value = run.variables.get(name);
    if (frame.closures !== null) {
        const delegated = readDelegates(frame, frame.closures, name, value !== undefined);
        if (delegated !== undefined)
            return delegated;
    }
    if (value !== undefined)
        return value;
    if (name === 'out')
        return new ScriptOutput(run);
    if (name === 'binding')
        return new ScriptBinding(run);
    return raise('MissingPropertyException', `No such property: ${name} for class: SimpleTemplateScript1`);
}
function readDelegates(frame, scope, name, bound) {
    for (let one = scope; one !== null; one = one.outer) {
        const { delegate, delegateFirst } = one.closure;
        if (delegate === null || (bound && !delegateFirst))
            continue;
        if (delegate instanceof GroovyMap)
            return delegate.get(name);
        const value = readQuietly(frame, delegate, name);
        if (value !== undefined)
            return value;
    }
    return undefined;
}
function readQuietly(frame, delegate, name) {
    try {
        return getProperty(frame.run, delegate, name);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
function isMissing(error) {
    return error instanceof Error && 'throwable' in error && error.message.startsWith('No such property');
}
