import { castTo } from '../runtime/cast.js';
import { GroovyFailure, GroovyThrowable, raise } from '../runtime/failure.js';
import { isCase } from '../runtime/is-case.js';
import { iterate } from '../runtime/iterate.js';
import { javaCastText } from '../runtime/messages.js';
import { isTrue } from '../runtime/truth.js';
import { SyntaxFailure } from '../syntax/syntax-error.js';
import { childrenOf } from '../syntax/walk.js';
import { classNamed } from '../values/java-class.js';
import { GroovyDouble, GroovyFloat } from '../values/numbers.js';
import { toText } from '../values/text.js';
import { compileExpression } from './expressions.js';
const compilers = {
    expression: ({ expression }, scope) => run(compileExpression(expression, scope)),
    declaration: compileDeclaration,
    'declare-many': compileMultipleDeclaration,
    if: compileIf,
    while: compileWhile,
    'for-in': compileForIn,
    for: compileFor,
    switch: compileSwitch,
    try: compileTry,
    return: compileReturn,
    throw: compileThrow,
    break: compileJump,
    continue: compileJump,
    assert: compileAssert,
    block: ({ body }, scope) => scope.block(() => compileStatements(body, scope)),
    labelled: compileLabelled,
};
export function compileStatement(node, scope) {
    const compile = compilers[node.kind];
    return compile(node, scope);
}
/** Runs statements in order until one of them leaves. */
export function compileStatements(nodes, scope) {
    const actions = nodes.map((node) => compileStatement(node, scope));
    return (frame) => {
        for (const action of actions) {
            const completion = action(frame);
            if (completion !== 'next')
                return completion;
        }
        return 'next';
    };
}
function run(code) {
    return (frame) => {
        code(frame);
        return 'next';
    };
}
function compileJump({ kind, label, ...place }, scope) {
    if (!scope.allows(kind)) {
        const where = kind === 'break' ? 'loops or switches' : 'loops';
        throw new SyntaxFailure(`the ${kind} statement is only allowed inside ${where}`, place.start, place.end);
    }
    return (frame) => {
        frame.label = label;
        return kind;
    };
}
function compileDeclaration(node, scope) {
    const steps = node.variables.map((variable) => declareVariable(variable, scope));
    return (frame) => {
        for (const step of steps)
            step(frame);
        return 'next';
    };
}
function declareVariable(variable, scope) {
    const type = variable.type === null ? null : scope.type(variable.type);
    const code = variable.value === null ? null : compileExpression(variable.value, scope);
    const slot = scope.declare(variable.name, type, variable);
    const initial = type?.primitive === true ? initialValue(type.name) : null;
    return (frame) => {
        const box = { value: initial };
        frame.variables[slot] = box;
        if (code === null)
            return;
        const value = code(frame);
        frame.run.at = variable;
        box.value = type === null ? value : castTo(frame.run, value, type);
    };
}
function initialValue(type) {
    if (type === 'boolean')
        return false;
    if (type === 'double')
        return new GroovyDouble(0);
    if (type === 'float')
        return new GroovyFloat(0);
    return type === 'long' ? 0n : 0;
}
function compileMultipleDeclaration(node, scope) {
    const value = compileExpression(node.value, scope);
    const targets = node.variables.map((variable) => {
        const type = variable.type === null ? null : scope.type(variable.type);
        return { type, slot: scope.declare(variable.name, type, variable) };
    });
    return (frame) => {
        const list = value(frame);
        frame.run.at = node;
        const items = [...iterate(frame.run, list)];
        targets.forEach(({ slot, type }, i) => {
            const item = items[i] ?? null;
            frame.variables[slot] = { value: type === null ? item : castTo(frame.run, item, type) };
        });
        return 'next';
    };
}
function compileIf(node, scope) {
    const condition = compileExpression(node.condition, scope);
    const then = scope.block(() => compileStatement(node.body, scope));
    const { otherwise } = node;
    const alternative = otherwise === null ? null : scope.block(() => compileStatement(otherwise, scope));
    return (frame) => {
        if (isTrue(condition(frame)))
            return then(frame);
        return alternative === null ? 'next' : alternative(frame);
    };
}
/** What a loop does after a turn: null to go on. */
function afterTurn(frame, completion) {
    if (completion === 'return')
        return completion;
    if (frame.label !== null)
        return completion === 'next' ? null : completion;
    return completion === 'break' ? 'next' : null;
}
function compileWhile(node, scope) {
    const condition = compileExpression(node.condition, scope);
    const body = scope.within('loop', () => compileStatement(node.body, scope));
    return (frame) => {
        while (isTrue(condition(frame))) {
            frame.run.step();
            const left = afterTurn(frame, body(frame));
            if (left !== null)
                return left;
        }
        return 'next';
    };
}
function compileForIn(node, scope) {
    const items = compileExpression(node.items, scope);
    return scope.block(() => {
        const type = node.type === null ? null : scope.type(node.type);
        const slot = scope.declare(node.variable, type, node);
        const body = scope.within('loop', () => compileStatement(node.body, scope));
        return (frame) => {
            for (const item of iterate(frame.run, items(frame))) {
                frame.run.at = node;
                frame.variables[slot] = { value: type === null ? item : castTo(frame.run, item, type) };
                const left = afterTurn(frame, body(frame));
                if (left !== null)
                    return left;
            }
            return 'next';
        };
    });
}
function compileFor(node, scope) {
    return scope.block(() => {
        const initial = node.initial === null ? null : compileStatement(node.initial, scope);
        const condition = node.condition === null ? null : compileExpression(node.condition, scope);
        const update = node.update === null ? null : compileStatement(node.update, scope);
        const body = scope.within('loop', () => compileStatement(node.body, scope));
        return (frame) => {
            initial?.(frame);
            while (condition === null || isTrue(condition(frame))) {
                frame.run.step();
                const left = afterTurn(frame, body(frame));
                if (left !== null)
                    return left;
                update?.(frame);
            }
            return 'next';
        };
    });
}
/** A labelled loop takes the jumps that name it. */
function compileLabelled(node, scope) {
    const body = compileStatement(node.body, scope);
    return (frame) => {
        const completion = body(frame);
        if (frame.label !== node.label || completion === 'return')
            return completion;
        frame.label = null;
        return 'next';
    };
}
function compileSwitch(node, scope) {
    const value = compileExpression(node.value, scope);
    const cases = scope.block(() => node.cases.map((one) => ({
        test: one.test === null ? null : compileExpression(one.test, scope),
        body: scope.within('switch', () => compileStatements(one.body, scope)),
    })));
    return (frame) => {
        const candidate = value(frame);
        frame.run.at = node;
        let start = cases.findIndex(({ test }) => test !== null && isCase(frame.run, test(frame), candidate));
        if (start < 0)
            start = cases.findIndex(({ test }) => test === null);
        for (const one of start < 0 ? [] : cases.slice(start)) {
            const completion = one.body(frame);
            if (completion === 'break' && frame.label === null)
                return 'next';
            if (completion !== 'next')
                return completion;
        }
        return 'next';
    };
}
/** An exception costs as much time as many loop turns. */
const stepsOfException = 100;
function compileTry(node, scope) {
    const body = compileStatement(node.body, scope);
    const handlers = node.catches.map((one) => compileCatch(one, scope));
    const last = node.finally === null ? null : compileStatement(node.finally, scope);
    const guarded = (frame) => {
        try {
            return body(frame);
        }
        catch (error) {
            if (!(error instanceof GroovyFailure))
                throw error;
            const handler = handlers.find((one) => one.catches(error.throwable));
            if (handler === undefined)
                throw error;
            frame.run.step(stepsOfException);
            return handler.run(frame, error.throwable);
        }
    };
    return last === null ? guarded : withFinally(guarded, last);
}
/** The `finally` block runs either way; leaving from it wins. */
function withFinally(guarded, last) {
    return (frame) => {
        let completion;
        try {
            completion = guarded(frame);
        }
        catch (error) {
            if (!(error instanceof GroovyFailure))
                throw error;
            const left = last(frame);
            if (left !== 'next')
                return left;
            throw error;
        }
        const { result } = frame;
        const left = last(frame);
        if (left !== 'next')
            return left;
        frame.result = result;
        return completion;
    };
}
function compileCatch(node, scope) {
    const types = node.types.length === 0 ? [classNamed('java.lang.Exception')] : node.types.map((one) => scope.type(one));
    return scope.block(() => {
        const slot = scope.declare(node.name, null, node);
        const body = compileStatement(node.body, scope);
        return {
            catches: (throwable) => types.some((type) => throwable.javaClass.isA(type)),
            run: (frame, throwable) => {
                frame.variables[slot] = { value: throwable };
                return body(frame);
            },
        };
    });
}
function compileReturn(node, scope) {
    const code = node.value === null ? null : compileExpression(node.value, scope);
    return (frame) => {
        frame.result = code === null ? null : code(frame);
        return 'return';
    };
}
function compileThrow(node, scope) {
    const code = compileExpression(node.value, scope);
    return (frame) => {
        const value = code(frame);
        frame.run.at = node;
        if (value instanceof GroovyThrowable)
            throw new GroovyFailure(value);
        if (value === null)
            return raise('NullPointerException', null);
        return raise('ClassCastException', javaCastText(value, 'java.lang.Throwable'));
    };
}
function compileAssert(node, scope) {
    const condition = compileExpression(node.condition, scope);
    const message = node.message === null ? null : compileExpression(node.message, scope);
    const written = scope.source.slice(node.condition.start, node.condition.end);
    const names = namesIn(node.condition).map((one) => ({
        name: one.name,
        code: compileExpression(one, scope),
    }));
    return (frame) => {
        if (isTrue(condition(frame)))
            return 'next';
        const text = message === null ? null : toText(message(frame));
        const values = names.map(({ name, code }) => `${name} = ${toText(code(frame))}`).join(', ');
        frame.run.at = node;
        if (text === null) {
            return raise('org.codehaus.groovy.runtime.powerassert.PowerAssertionError', `assert ${written}`);
        }
        return raise('AssertionError', `${text}. Expression: (${written})${values === '' ? '' : `. Values: ${values}`}`);
    };
}
function namesIn(node) {
    const found = node.kind === 'name' ? [node] : [];
    return [...found, ...childrenOf(node).flatMap((child) => (isExpression(child) ? namesIn(child) : []))];
}
function isExpression(node) {
    return ['name', 'property', 'binary', 'unary', 'literal'].includes(node.kind);
}
