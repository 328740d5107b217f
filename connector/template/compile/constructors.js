import { isRefusedClass } from '../classes/known-classes.js';
import { toJavaArray } from '../runtime/cast.js';
import { Refusal, raise } from '../runtime/failure.js';
import { construct } from '../runtime/invoke.js';
import { elementsOf } from '../runtime/iterate.js';
import { SyntaxFailure } from '../syntax/syntax-error.js';
import { GroovyList, JavaArray } from '../values/collections.js';
import { arrayClassOf } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyChar, GroovyDouble, GroovyFloat, isNumber, toInt } from '../values/numbers.js';
import { compileArguments } from './arguments.js';
import { compileExpression } from './expressions.js';
/** `[a, *b, c]`. */
export function compileList(node, scope) {
    const steps = node.items.map((item) => compileItem(item, scope));
    return (frame) => {
        const items = [];
        for (const step of steps)
            step(frame, items);
        frame.run.allocate(items.length);
        return new GroovyList(items);
    };
}
function compileItem(item, scope) {
    if (item.kind === 'named')
        throw new Error('the parser makes a map of named items');
    const code = compileExpression(item.kind === 'spread' ? item.value : item, scope);
    if (item.kind !== 'spread')
        return (frame, items) => void items.push(code(frame));
    return (frame, items) => void items.push(...elementsOf(frame.run, code(frame)));
}
/** `[a: 1, (k): v, *: other]`. */
export function compileMap(node, scope) {
    const steps = node.entries.map((entry) => addEntry(entry, scope));
    return (frame) => {
        const map = new GroovyMap();
        for (const step of steps)
            step(frame, map);
        frame.run.allocate(map.size);
        return map;
    };
}
/** Puts one entry, or all of a spread map. */
export function addEntry(entry, scope) {
    const value = compileExpression(entry.value, scope);
    if (entry.key !== null) {
        const key = compileExpression(entry.key, scope);
        return (frame, map) => {
            const id = key(frame);
            map.set(id, value(frame));
        };
    }
    return (frame, map) => {
        const other = value(frame);
        frame.run.at = entry;
        if (other === null)
            return;
        if (!(other instanceof GroovyMap))
            raise('IllegalArgumentException', 'only a map can be spread into a map');
        for (const { key, value: item } of other.entries())
            map.set(key, item);
    };
}
const abstractClasses = new Set([
    'java.lang.Number',
    'java.util.Calendar',
    'java.util.TimeZone',
    'java.text.DateFormat',
    'java.util.AbstractList',
    'java.util.AbstractMap',
]);
/** `new Type(args)`. */
export function compileNew(node, scope) {
    const javaClass = scope.type(node.type);
    if (javaClass.isInterface || abstractClasses.has(javaClass.name)) {
        const what = `the abstract ${javaClass.isInterface ? 'interface' : 'class'} '${javaClass.name}'`;
        throw new SyntaxFailure(`You cannot create an instance from ${what}.`, node.start, node.end);
    }
    const args = compileArguments(node.args, scope);
    return (frame) => {
        const values = args(frame);
        frame.run.at = node;
        if (isRefusedClass(javaClass))
            throw new Refusal('RefusedClass', `${javaClass.name} is out of reach of templates`);
        return construct(frame.run, javaClass, values);
    };
}
/** `new String[3]`. */
export function compileNewArray(node, scope) {
    const component = scope.type(node.type);
    const sizes = node.sizes.map((size) => compileExpression(size, scope));
    return (frame) => {
        const counts = sizes.map((size) => size(frame)).map((size) => (isNumber(size) ? toInt(size) : 0));
        frame.run.at = node;
        return newArray(frame, component, counts);
    };
}
function newArray(frame, component, counts) {
    const [count = 0, ...rest] = counts;
    if (count < 0)
        raise('NegativeArraySizeException', String(count));
    frame.run.allocate(count);
    if (rest.length === 0)
        return new JavaArray(new Array(count).fill(blankOf(component)), arrayClassOf(component));
    const inner = rest.reduce((one) => arrayClassOf(one), component);
    return toJavaArray(frame.run, Array.from({ length: count }, () => newArray(frame, component, rest)), inner);
}
const blanks = {
    int: 0,
    short: 0,
    byte: 0,
    long: 0n,
    boolean: false,
    char: new GroovyChar(0),
    double: new GroovyDouble(0),
    float: new GroovyFloat(0),
};
function blankOf(component) {
    return blanks[component.name] ?? null;
}
