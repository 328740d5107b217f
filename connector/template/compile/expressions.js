import { castTo } from '../runtime/cast.js';
import { classOf } from '../runtime/class-of.js';
import { coerceTo } from '../runtime/coerce.js';
import { binaryOperator, unaryOperator } from '../runtime/operators.js';
import { getProperty } from '../runtime/property.js';
import { isTrue } from '../runtime/truth.js';
import { GString } from '../values/gstring.js';
import { keyOf } from '../values/hash.js';
import { GroovyMap } from '../values/map.js';
import { writtenText } from '../values/text.js';
import { compileAssign, compileMultipleAssign, compileStep } from './assignments.js';
import { compileCall, compilePointer } from './calls.js';
import { compileBlockValue, compileClosure } from './closures.js';
import { compileList, compileMap, compileNew, compileNewArray } from './constructors.js';
import { compileIndex } from './indexes.js';
import { classOfPath, compileName } from './names.js';
import { spreadOver } from './spread.js';
const compilers = {
    literal: ({ value }) => () => value,
    gstring: compileGString,
    name: compileName,
    property: compileProperty,
    pointer: compilePointer,
    call: compileCall,
    index: compileIndex,
    unary: compileUnary,
    step: compileStep,
    binary: compileBinary,
    ternary: compileTernary,
    elvis: compileElvis,
    assign: compileAssign,
    'assign-many': compileMultipleAssign,
    cast: compileCast,
    instanceof: compileInstanceOf,
    list: compileList,
    map: compileMap,
    closure: compileClosure,
    'block-value': compileBlockValue,
    new: compileNew,
    'new-array': compileNewArray,
};
/** Turns an expression into a function of the frame it runs in. */
export function compileExpression(node, scope) {
    const compile = compilers[node.kind];
    const code = compile(node, scope);
    return scope.observed && !isPlain(node) ? observe(node, code) : code;
}
/** Whether there is nothing to tell: a literal says its value, the writer has none worth telling. */
function isPlain(node) {
    if (node.kind === 'name')
        return node.name === 'out';
    if (node.kind === 'call')
        return node.object?.kind === 'name' && isPlain(node.object);
    return node.kind === 'literal' || node.kind === 'block-value';
}
/** Reports the value each time the expression has one. */
function observe(node, code) {
    return (frame) => {
        const value = code(frame);
        frame.run.observer?.(node, value);
        return value;
    };
}
function compileGString(node, scope) {
    const values = node.values.map((value) => compileExpression(value, scope));
    const { strings } = node;
    return (frame) => {
        const results = [];
        for (const value of values)
            results.push(value(frame));
        return new GString(strings, results);
    };
}
/** The text of a member name that may be computed. */
export function compileMemberName(name, scope) {
    if (typeof name === 'string')
        return name;
    const code = compileExpression(name, scope);
    return (frame) => writtenText(code(frame));
}
function compileProperty(node, scope) {
    const javaClass = classOfPath(node, scope);
    if (javaClass !== undefined)
        return () => javaClass;
    const object = compileExpression(node.object, scope);
    const name = compileMemberName(node.name, scope);
    if (typeof name !== 'string')
        return compileDynamicProperty(node, object, name);
    if (node.access === 'spread')
        return spreadOver(node, object, (run, item) => getProperty(run, item, name));
    const safe = node.access === 'safe';
    const key = keyOf(name);
    return (frame) => {
        const value = object(frame);
        if (safe && value === null)
            return null;
        frame.run.at = node;
        return value instanceof GroovyMap ? value.getById(key) : getProperty(frame.run, value, name);
    };
}
function compileDynamicProperty(node, object, name) {
    return (frame) => {
        const value = object(frame);
        if (node.access === 'safe' && value === null)
            return null;
        const property = name(frame);
        frame.run.at = node;
        if (node.access !== 'spread')
            return getProperty(frame.run, value, property);
        return spreadOver(node, () => value, (run, item) => getProperty(run, item, property))(frame);
    };
}
function compileUnary(node, scope) {
    const operand = compileExpression(node.operand, scope);
    if (node.operator === '!')
        return (frame) => !isTrue(operand(frame));
    const operate = unaryOperator(node.operator);
    return (frame) => {
        const value = operand(frame);
        frame.run.at = node;
        return operate(frame.run, value);
    };
}
function compileBinary(node, scope) {
    const left = compileExpression(node.left, scope);
    const right = compileExpression(node.right, scope);
    if (node.operator === '&&')
        return (frame) => isTrue(left(frame)) && isTrue(right(frame));
    if (node.operator === '||')
        return (frame) => isTrue(left(frame)) || isTrue(right(frame));
    const operate = binaryOperator(node.operator);
    return (frame) => {
        const a = left(frame);
        const b = right(frame);
        frame.run.at = node;
        return operate(frame.run, a, b);
    };
}
function compileTernary(node, scope) {
    const condition = compileExpression(node.condition, scope);
    const whenTrue = compileExpression(node.whenTrue, scope);
    const whenFalse = compileExpression(node.whenFalse, scope);
    return (frame) => (isTrue(condition(frame)) ? whenTrue(frame) : whenFalse(frame));
}
function compileElvis(node, scope) {
    const value = compileExpression(node.value, scope);
    const otherwise = compileExpression(node.otherwise, scope);
    return (frame) => {
        const result = value(frame);
        return isTrue(result) ? result : otherwise(frame);
    };
}
function compileCast(node, scope) {
    const value = compileExpression(node.value, scope);
    const type = scope.type(node.type);
    const convert = node.coerce ? coerceTo : castTo;
    return (frame) => {
        const result = value(frame);
        frame.run.at = node;
        return convert(frame.run, result, type);
    };
}
function compileInstanceOf(node, scope) {
    const value = compileExpression(node.value, scope);
    const type = scope.type(node.type);
    return (frame) => {
        const result = value(frame);
        return result !== null && classOf(result).isA(type);
    };
}
