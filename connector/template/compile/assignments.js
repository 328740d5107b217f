import { castTo } from '../runtime/cast.js';
import { getAt, putAt } from '../runtime/get-at.js';
import { iterate } from '../runtime/iterate.js';
import { binaryOperator, stepValue } from '../runtime/operators.js';
import { getProperty, setProperty } from '../runtime/property.js';
import { SyntaxFailure } from '../syntax/syntax-error.js';
import { GroovyMap } from '../values/map.js';
import { compileExpression, compileMemberName } from './expressions.js';
import { compileIndexValue } from './indexes.js';
import { readGlobal } from './names.js';
/** `target = value` and `target += value`. */
export function compileAssign(node, scope) {
    const target = compileTarget(node.target, scope);
    const value = compileExpression(node.value, scope);
    if (node.operator === '=') {
        return (frame) => {
            const place = target.prepare(frame);
            const result = value(frame);
            frame.run.at = node;
            return place.write(result);
        };
    }
    const operate = binaryOperator(node.operator.slice(0, -1));
    return (frame) => update(frame, node, target, operate, value);
}
function update(frame, node, target, operate, value) {
    const place = target.prepare(frame);
    const before = place.read();
    const operand = value(frame);
    frame.run.at = node;
    return place.write(operate(frame.run, before, operand));
}
/** `x++`, `--x`. */
export function compileStep(node, scope) {
    const { kind } = node.target;
    if (kind !== 'name' && kind !== 'property' && kind !== 'index') {
        const code = compileExpression(node.target, scope);
        return (frame) => {
            const before = code(frame);
            frame.run.at = node;
            const after = stepValue(frame.run, before, node.operator);
            return node.prefix ? after : before;
        };
    }
    const target = compileTarget(node.target, scope);
    return (frame) => {
        const place = target.prepare(frame);
        const before = place.read();
        frame.run.at = node;
        const after = place.write(stepValue(frame.run, before, node.operator));
        return node.prefix ? after : before;
    };
}
/** `(a, b) = list`. */
export function compileMultipleAssign(node, scope) {
    const targets = node.names.map((name) => compileTarget(name, scope));
    const value = compileExpression(node.value, scope);
    return (frame) => {
        const list = value(frame);
        frame.run.at = node;
        const items = [...iterate(frame.run, list)];
        targets.forEach((target, i) => {
            target.prepare(frame).write(items[i] ?? null);
        });
        return list;
    };
}
function compileTarget(node, scope) {
    if (node.kind === 'name')
        return nameTarget(node, scope);
    if (node.kind === 'property')
        return propertyTarget(node, scope);
    if (node.kind === 'index')
        return indexTarget(node, scope);
    throw new SyntaxFailure('this is not something to assign to', node.start, node.end);
}
function nameTarget(node, scope) {
    const { name } = node;
    const local = scope.find(name);
    if (local === null) {
        return {
            prepare: (frame) => ({
                read: () => readGlobal(frame, name),
                write: (value) => writeGlobal(frame, name, value),
            }),
        };
    }
    const { slot, type } = local;
    return {
        prepare: (frame) => ({
            read: () => frame.variables[slot]?.value ?? null,
            write: (value) => {
                const converted = type === null ? value : castTo(frame.run, value, type);
                const variable = frame.variables[slot];
                if (variable === undefined)
                    frame.variables[slot] = { value: converted };
                else
                    variable.value = converted;
                return converted;
            },
        }),
    };
}
/** Into the delegate map of a `with` around, else into the bindings. */
function writeGlobal(frame, name, value) {
    const { run } = frame;
    for (let one = frame.closures; one !== null; one = one.outer) {
        const { delegate, delegateFirst } = one.closure;
        if (delegateFirst && delegate instanceof GroovyMap) {
            delegate.set(name, value);
            return value;
        }
    }
    run.allocate(1);
    run.variables.set(name, value);
    return value;
}
function propertyTarget(node, scope) {
    const object = compileExpression(node.object, scope);
    const name = compileMemberName(node.name, scope);
    return {
        prepare: (frame) => {
            const { run } = frame;
            const owner = object(frame);
            const property = typeof name === 'string' ? name : name(frame);
            const skip = node.access === 'safe' && owner === null;
            const at = () => {
                run.at = node;
            };
            return {
                read: () => {
                    at();
                    return skip ? null : getProperty(run, owner, property);
                },
                write: (value) => {
                    at();
                    if (!skip)
                        setProperty(run, owner, property, value);
                    return value;
                },
            };
        },
    };
}
function indexTarget(node, scope) {
    const object = compileExpression(node.object, scope);
    const index = compileIndexValue(node, scope);
    return {
        prepare: (frame) => {
            const { run } = frame;
            const owner = object(frame);
            const key = index(frame);
            return {
                read: () => getAt(run, owner, key),
                write: (value) => {
                    putAt(run, owner, key, value);
                    return value;
                },
            };
        },
    };
}
