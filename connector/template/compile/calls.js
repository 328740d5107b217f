import { isRefusedClass } from '../classes/known-classes.js';
import { findMethods } from '../library.js';
import { classOf } from '../runtime/class-of.js';
import { Refusal, raise } from '../runtime/failure.js';
import { answersAnything, callClosure, invokeMethod } from '../runtime/invoke.js';
import { noMethodText } from '../runtime/messages.js';
import { callScriptMethod, isScriptMethod } from '../runtime/script-methods.js';
import { ScriptObject } from '../runtime/script-object.js';
import { GroovyClosure, methodClosureClass } from '../values/closure.js';
import { JavaClass } from '../values/java-class.js';
import { compileArguments } from './arguments.js';
import { compileExpression, compileMemberName } from './expressions.js';
import { spreadOver } from './spread.js';
/** A method call, or the call of a closure in a variable. */
export function compileCall(node, scope) {
    const args = compileArguments(node.args, scope);
    const name = compileMemberName(node.name, scope);
    if (node.object === null || isThis(node))
        return compileOwnCall(node, name, args, scope);
    const object = compileExpression(node.object, scope);
    if (node.access === 'spread')
        return compileSpreadCall(node, object, name, args);
    const safe = node.access === 'safe';
    return (frame) => {
        const target = object(frame);
        if (safe && target === null)
            return null;
        const values = args(frame);
        frame.run.at = node;
        return callOn(frame.run, target, typeof name === 'string' ? name : name(frame), values);
    };
}
function isThis(node) {
    return node.object?.kind === 'name' && node.object.name === 'this';
}
function compileSpreadCall(node, object, name, args) {
    return (frame) => {
        const list = object(frame);
        const values = args(frame);
        const method = typeof name === 'string' ? name : name(frame);
        return spreadOver(node, () => list, (run, item) => callOn(run, item, method, values))(frame);
    };
}
function callOn(run, target, name, args) {
    if (target instanceof JavaClass && isRefusedClass(target)) {
        throw new Refusal('RefusedClass', `${target.name} is out of reach of templates`);
    }
    if (target instanceof GroovyClosure && (name === 'call' || name === 'doCall'))
        return callClosure(run, target, args, name);
    return invokeMethod(run, target, name, args);
}
/** `name(args)`: a closure in a local, a method of a delegate, of the script, or a closure in the bindings. */
function compileOwnCall(node, name, args, scope) {
    const local = typeof name === 'string' && node.object === null ? scope.find(name) : null;
    return (frame) => {
        const values = args(frame);
        frame.run.at = node;
        if (local !== null)
            return callOn(frame.run, frame.variables[local.slot]?.value ?? null, 'call', values);
        return callGlobal(frame, typeof name === 'string' ? name : name(frame), values);
    };
}
const refusedOwn = new Set([
    'evaluate',
    'run',
    'getBinding',
    'setBinding',
    'getMetaClass',
    'setProperty',
    'invokeMethod',
]);
function callGlobal(frame, name, args) {
    const { run } = frame;
    const delegate = delegateWith(frame.closures, name);
    if (delegate !== undefined)
        return invokeMethod(run, delegate, name, args);
    if (isScriptMethod(name))
        return callScriptMethod(run, name, args);
    const bound = run.variables.get(name);
    if (bound !== undefined && bound !== null)
        return callOn(run, bound, 'call', args);
    if (refusedOwn.has(name))
        throw new Refusal('RefusedMethod', `the method ${name}() is out of reach of templates`);
    if (findMethods(classOf(null), name).length > 0)
        return invokeMethod(run, new ScriptObject(run), name, args);
    return raise('MissingMethodException', noMethodText('SimpleTemplateScript1', name, args));
}
/** The delegate of a closure around that has a method of this name. */
function delegateWith(scope, name) {
    for (let one = scope; one !== null; one = one.outer) {
        const { delegate } = one.closure;
        if (delegate === null)
            continue;
        if (findMethods(classOf(delegate), name).length > 0 || answersAnything(delegate))
            return delegate;
    }
    return undefined;
}
/** `object.&name`: a closure that calls the method. */
export function compilePointer(node, scope) {
    const object = compileExpression(node.object, scope);
    const name = compileMemberName(node.name, scope);
    return (frame) => {
        const target = object(frame);
        const { run } = frame;
        const method = typeof name === 'string' ? name : name(frame);
        const own = target instanceof ScriptObject;
        return new GroovyClosure([], (args) => (own ? callGlobal(frame, method, args) : callOn(run, target, method, args)), methodClosureClass);
    };
}
