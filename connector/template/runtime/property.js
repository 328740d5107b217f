import { isRefusedClass, staticField } from '../classes/known-classes.js';
import { findMethods, findStatics } from '../library.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyCollection, GroovyList, JavaArray } from '../values/collections.js';
import { classNamed, JavaClass } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { classOf } from './class-of.js';
import { GroovyFailure, Refusal, raise } from './failure.js';
const refused = new Set([
    'metaClass',
    'classLoader',
    'properties',
    'methods',
    'declaredMethods',
    'fields',
    '__proto__',
]);
const classClass = classNamed('java.lang.Class');
/** Reads `object.name` as Groovy does. */
export function getProperty(run, object, name) {
    if (object instanceof GroovyMap)
        return object.get(name);
    if (object === null)
        return raise('NullPointerException', `Cannot get property '${name}' on null object`);
    if (object instanceof JavaClass)
        return getStaticProperty(run, object, name);
    if (name === 'class')
        return classOf(object);
    const getter = findGetter(classOf(object), name);
    if (getter !== undefined)
        return getter.invoke(object, [], run);
    if (object instanceof GroovyCollection)
        return getFromAll(run, object, name);
    if (hasProperties(object))
        return object.property(name, run);
    if (object instanceof JavaArray) {
        if (name === 'length')
            return object.items.length;
        // Groovy reads other properties of an array as those of its elements.
        return getFromAll(run, new GroovyList(object.items, classNamed('java.util.Arrays$ArrayList')), name);
    }
    if (object instanceof GroovyClosure && object.delegate !== null)
        return getProperty(run, object.delegate, name);
    return noProperty(classOf(object), name);
}
function hasProperties(value) {
    return typeof value === 'object' && value !== null && 'property' in value;
}
export function noProperty(javaClass, name) {
    if (refused.has(name))
        throw new Refusal('RefusedProperty', `the property ${name} is out of reach of templates`);
    return raise('MissingPropertyException', `No such property: ${name} for class: ${javaClass.name}`);
}
/** `getName()`, or `isName()` of a boolean. */
function findGetter(javaClass, name) {
    return (withoutParameters(findMethods(javaClass, accessor('get', name))) ??
        withoutParameters(findMethods(javaClass, accessor('is', name))));
}
function accessor(prefix, name) {
    return prefix + name.charAt(0).toUpperCase() + name.slice(1);
}
function withoutParameters(methods) {
    return methods.find((method) => method.parameters.length === 0);
}
/** `list.name` reads the property of every element that is not null. */
function getFromAll(run, items, name) {
    const result = [];
    for (const item of items) {
        run.step();
        if (item === null)
            continue;
        result.push(getFromElement(run, items, item, name));
    }
    run.allocate(result.length);
    return new GroovyList(result);
}
function getFromElement(run, items, item, name) {
    try {
        return getProperty(run, item, name);
    }
    catch (error) {
        if (!(error instanceof GroovyFailure) ||
            error.throwable.javaClass.simpleName !== 'MissingPropertyException') {
            throw error;
        }
        const reason = error.throwable.text();
        return raise('MissingPropertyException', `Exception evaluating property '${name}' for ${classOf(items).name}, Reason: ${reason}`);
    }
}
function getStaticProperty(run, javaClass, name) {
    if (isRefusedClass(javaClass))
        throw new Refusal('RefusedClass', `${javaClass.name} is out of reach of templates`);
    const field = staticField(run, javaClass, name);
    if (field !== undefined)
        return field;
    if (name === 'class')
        return javaClass;
    const getter = withoutParameters(findStatics(javaClass, accessor('get', name))) ??
        withoutParameters(findStatics(javaClass, accessor('is', name)));
    if (getter !== undefined)
        return getter.invoke(javaClass, [], run);
    const ofClass = findGetter(classClass, name);
    if (ofClass !== undefined)
        return ofClass.invoke(javaClass, [], run);
    return noProperty(javaClass, name);
}
/** `object.name = value`. */
export function setProperty(run, object, name, value) {
    if (object === null)
        raise('NullPointerException', `Cannot set property '${name}' on null object`);
    if (object instanceof GroovyMap) {
        if (object.frozen)
            raise('UnsupportedOperationException', null);
        run.allocate(1);
        object.set(name, value);
        return;
    }
    const setter = findMethods(classOf(object), accessor('set', name)).find((one) => one.parameters.length === 1);
    if (setter !== undefined) {
        setter.invoke(object, [value], run);
        return;
    }
    if (object instanceof GroovyCollection) {
        for (const item of object)
            setProperty(run, item, name, value);
        return;
    }
    if (findGetter(classOf(object), name) !== undefined) {
        raise('ReadOnlyPropertyException', `Cannot set readonly property: ${name} for class: ${classOf(object).name}`);
    }
    noProperty(classOf(object), name);
}
