import { findConstructors, findMethods, findStatics } from '../library.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyList } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { classNamed, JavaClass } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { classOf } from './class-of.js';
import { Refusal, raise } from './failure.js';
import { noMethodText, typesText } from './messages.js';
import { convertArguments, selectMethod, signatures } from './select-method.js';
/** Methods that would lead out of the language; asking for one ends the evaluation. */
const refused = new Set([
    'execute',
    'getMetaClass',
    'setMetaClass',
    'invokeMethod',
    'dump',
    'getClassLoader',
]);
const classClass = classNamed('java.lang.Class');
/** Calls a method as Groovy would: by the classes of the object and of the arguments. */
export function invokeMethod(run, object, name, args) {
    run.step();
    if (object instanceof JavaClass)
        return invokeStatic(run, object, name, args);
    const javaClass = classOf(object);
    const methods = findMethods(javaClass, name);
    const method = selectMethod(methods, args);
    if (method !== undefined)
        return method.invoke(object, convertArguments(method, args), run);
    const unpacked = unpack(args);
    const fitting = unpacked.length === 0 ? undefined : selectMethod(methods, unpacked);
    if (fitting !== undefined)
        return fitting.invoke(object, convertArguments(fitting, unpacked), run);
    if (refused.has(name))
        throw new Refusal('RefusedMethod', `the method ${name}() is out of reach of templates`);
    if (object === null)
        return raise('NullPointerException', `Cannot invoke method ${name}() on null object`);
    if (object instanceof GroovyMap) {
        const closure = object.get(name);
        if (closure instanceof GroovyClosure)
            return callClosure(run, closure, args);
    }
    if (answersAnything(object))
        return object.anyMethod(name, args, run);
    refuseChoice(methods, name, args);
    const owner = object instanceof GString ? 'java.lang.String' : javaClass.name;
    return raise('MissingMethodException', noMethodText(owner, name, args));
}
/** A list that no method takes stands for its elements: `text.replace(['a', 'b'])`. */
function unpack(args) {
    const only = args[0];
    return args.length === 1 && only instanceof GroovyList ? only.items : [];
}
/** Without arguments Groovy will not choose among several methods that want some. */
function refuseChoice(methods, name, args) {
    if (args.length > 0 || signatures(methods).size < 2)
        return;
    const text = `Could not find which method ${name}() to invoke from this list:`;
    raise('org.codehaus.groovy.runtime.metaclass.MethodSelectionException', text);
}
export function answersAnything(value) {
    return typeof value === 'object' && value !== null && 'anyMethod' in value;
}
function invokeStatic(run, javaClass, name, args) {
    const statics = selectMethod(findStatics(javaClass, name), args);
    if (statics !== undefined)
        return statics.invoke(javaClass, convertArguments(statics, args), run);
    const method = selectMethod(findMethods(classClass, name), args);
    if (method !== undefined)
        return method.invoke(javaClass, convertArguments(method, args), run);
    if (refused.has(name) || javaClass.name === 'java.lang.System') {
        throw new Refusal('RefusedMethod', `the method ${javaClass.name}.${name}() is out of reach of templates`);
    }
    refuseChoice(findStatics(javaClass, name), name, args);
    return raise('MissingMethodException', noMethodText(javaClass.name, name, args, true));
}
/** `new Type(args)`. */
export function construct(run, javaClass, args) {
    run.step();
    const found = selectMethod(findConstructors(javaClass), args);
    if (found !== undefined)
        return found.invoke(javaClass, convertArguments(found, args), run);
    if (findConstructors(javaClass).length === 0) {
        throw new Refusal('RefusedClass', `new ${javaClass.name}(…) is not possible in a template`);
    }
    refuseChoice(findConstructors(javaClass), '<init>', args);
    return raise('GroovyRuntimeException', `Could not find matching constructor for: ${javaClass.name}${typesText(args)}`);
}
/** Calls a closure within the depth limit. */
export function callClosure(run, closure, args, via = 'doCall') {
    return run.enter(() => closure.invoke(args, closure, via));
}
