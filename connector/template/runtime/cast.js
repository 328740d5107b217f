import { findConstructors } from '../library.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyCollection, GroovyList, JavaArray } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { arrayClassOf, classNamed, findClass } from '../values/java-class.js';
import { GroovySet } from '../values/map.js';
import { GroovyBigInteger, GroovyChar, GroovyDouble, GroovyFloat, isNumber, SmallInteger, toBigInt, toDecimal, toDouble, toInt, toLong, } from '../values/numbers.js';
import { javaText, toText } from '../values/text.js';
import { classOf } from './class-of.js';
import { raise } from './failure.js';
import { construct } from './invoke.js';
import { elementsOf } from './iterate.js';
import { typesText } from './messages.js';
import { selectMethod } from './select-method.js';
import { isTrue } from './truth.js';
const boxes = {
    int: 'java.lang.Integer',
    long: 'java.lang.Long',
    double: 'java.lang.Double',
    float: 'java.lang.Float',
    short: 'java.lang.Short',
    byte: 'java.lang.Byte',
    char: 'java.lang.Character',
    boolean: 'java.lang.Boolean',
};
/** The class that holds values of a primitive. */
export function boxed(javaClass) {
    const name = boxes[javaClass.name];
    return name === undefined ? javaClass : classNamed(name);
}
const numbers = {
    'java.lang.Integer': toInt,
    'java.lang.Long': toLong,
    'java.lang.Double': (value) => new GroovyDouble(toDouble(value)),
    'java.lang.Float': (value) => new GroovyFloat(toDouble(value)),
    'java.lang.Short': (value) => new SmallInteger(toInt(value), 'Short'),
    'java.lang.Byte': (value) => new SmallInteger(toInt(value), 'Byte'),
    'java.math.BigDecimal': toDecimal,
    'java.math.BigInteger': (value) => new GroovyBigInteger(toBigInt(value)),
};
/** How a number becomes one of another class; undefined for classes that are no numbers. */
export function numberConversion(javaClass) {
    return numbers[boxed(javaClass).name];
}
/** `(Type) value` and assignment to a typed variable. */
export function castTo(run, value, target) {
    if (value === null)
        return castNull(target);
    const javaClass = boxed(target);
    if (classOf(value).isA(javaClass))
        return value;
    if (javaClass.name === 'java.lang.Boolean')
        return isTrue(value);
    if (javaClass.name === 'java.lang.String')
        return run.text(javaText(value));
    if (javaClass.name === 'java.lang.Character')
        return castToChar(value, target);
    if (javaClass.name === 'java.lang.Class')
        return castToClass(value, target);
    const conversion = numberConversion(target);
    if (conversion !== undefined || javaClass.name === 'java.lang.Number') {
        const number = castToNumber(value, target);
        return conversion === undefined ? number : conversion(number);
    }
    return (castToCollection(run, value, target) ?? constructFrom(run, value, target) ?? cannotCast(value, target));
}
/** A list stands for the arguments of a constructor. */
function constructFrom(run, value, target) {
    if (!(value instanceof GroovyList))
        return undefined;
    if (selectMethod(findConstructors(target), value.items) !== undefined)
        return construct(run, target, value.items);
    const cause = `groovy.lang.GroovyRuntimeException: Could not find matching constructor for: ${target.name}${typesText(value.items)}`;
    return cannotCast(value, target, ` due to: ${cause}`);
}
function castNull(target) {
    if (target.name === 'boolean')
        return false;
    if (!target.primitive)
        return null;
    if (target.name === 'char')
        return raise('NullPointerException', '');
    const text = `Cannot cast object 'null' with class 'null' to class '${target.name}'`;
    return raise('GroovyCastException', `${text}. Try '${boxed(target).name}' instead`);
}
export function cannotCast(value, target, cause = '') {
    const shown = value === null ? 'null' : toText(value);
    const from = value === null ? 'null' : classOf(value).name;
    return raise('GroovyCastException', `Cannot cast object '${shown}' with class '${from}' to class '${target.name}'${cause}`);
}
/** A one-character string counts as its code: `(int) '5'` is 53. */
function castToNumber(value, target) {
    if (isNumber(value))
        return value;
    if (value instanceof GroovyChar)
        return value.code;
    const text = typeof value === 'string' || value instanceof GString ? toText(value) : '';
    return text.length === 1 ? text.charCodeAt(0) : cannotCast(value, target);
}
function castToChar(value, target) {
    if (isNumber(value))
        return new GroovyChar(toInt(value));
    const text = toText(value);
    return text.length === 1 ? new GroovyChar(text.charCodeAt(0)) : cannotCast(value, target);
}
function castToClass(value, target) {
    return (findClass(toText(value)) ??
        cannotCast(value, target, ` due to: java.lang.ClassNotFoundException: ${toText(value)}`));
}
const listNames = ['java.util.List', 'java.util.Collection', 'java.lang.Iterable', 'java.util.ArrayList'];
const setNames = ['java.util.Set', 'java.util.LinkedHashSet', 'java.util.HashSet'];
/** Arrays and collections turn into each other where Groovy lets them. */
export function castToCollection(run, value, target) {
    const several = value instanceof JavaArray || value instanceof GroovyCollection;
    if (target.component !== null) {
        return several ? toJavaArray(run, elementsOf(run, value), target.component) : undefined;
    }
    if (!several)
        return undefined;
    if (listNames.includes(target.name))
        return new GroovyList(elementsOf(run, value));
    if (!setNames.includes(target.name))
        return undefined;
    if (target.name === 'java.util.HashSet')
        return hashSet(elementsOf(run, value));
    return new GroovySet(elementsOf(run, value));
}
export function hashSet(items) {
    const set = new GroovySet([], classNamed('java.util.HashSet'), 'hash').reserve(items.length);
    for (const item of items)
        set.add(item);
    return set;
}
export function toJavaArray(run, items, component) {
    run.allocate(items.length);
    return new JavaArray(items.map((item) => castTo(run, item, component)), arrayClassOf(component));
}
/** Closures stand for any interface of one method. */
export function isFunction(value) {
    return value instanceof GroovyClosure;
}
