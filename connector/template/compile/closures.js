import { boxed, castTo, isFunction } from '../runtime/cast.js';
import { classOf } from '../runtime/class-of.js';
import { raise } from '../runtime/failure.js';
import { noMethodText } from '../runtime/messages.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyList, JavaArray } from '../values/collections.js';
import { arrayClassOf, classNamed, JavaClass } from '../values/java-class.js';
import { isNumber } from '../values/numbers.js';
import { compileExpression } from './expressions.js';
import { Frame } from './frame.js';
import { withImplicitReturn } from './implicit-return.js';
import { compileStatements } from './statements.js';
export function compileClosure(node, scope) {
    const compiled = compileFunction(node.parameters, node.body, scope);
    return (frame) => makeClosure(compiled, frame);
}
/** The statements of a `${…}`: a closure, with an `it` that is null, called at once. */
export function compileBlockValue(node, scope) {
    const compiled = compileFunction(null, node.body, scope);
    return (frame) => frame.run.enter(() => makeClosure(compiled, frame).call());
}
function compileFunction(parameters, body, outer) {
    const scope = outer.inner();
    const compiled = parameters === null
        ? [
            {
                name: 'it',
                type: null,
                slot: scope.declareHidden('it', null),
                defaultValue: null,
                variable: false,
            },
        ]
        : parameters.map((parameter) => compileParameter(parameter, scope));
    const javaClass = new JavaClass(scope.name, [classNamed('groovy.lang.Closure')]);
    return {
        scope,
        javaClass,
        parameters: compiled,
        implicit: parameters === null,
        body: compileBody(body, scope),
    };
}
function compileParameter(parameter, scope) {
    const written = parameter.type === null ? null : scope.type(parameter.type);
    const type = parameter.variable ? arrayClassOf(written ?? classNamed('java.lang.Object')) : written;
    const defaultValue = parameter.defaultValue === null ? null : compileExpression(parameter.defaultValue, scope);
    const slot = scope.declare(parameter.name, type, parameter);
    return {
        name: parameter.name,
        type,
        slot,
        defaultValue,
        variable: type !== null && type.component !== null,
    };
}
/** Statements that give a value: the last one's, or what `return` gives. */
export function compileBody(body, scope) {
    const action = compileStatements(withImplicitReturn(body), scope);
    return (frame) => (action(frame) === 'return' ? frame.result : null);
}
function makeClosure(compiled, frame) {
    const captured = compiled.scope.captures.map(({ from, to }) => ({ to, variable: frame.variables[from] }));
    return new GroovyClosure(compiled.parameters, (args, self, via) => {
        const variables = [];
        for (const { to, variable } of captured)
            variables[to] = variable ?? { value: null };
        const inner = new Frame(frame.run, variables, { closure: self, outer: frame.closures });
        bind(compiled, inner, args, via);
        return compiled.body(inner);
    }, compiled.javaClass);
}
/** Hands arguments to parameters as Groovy does; arguments that do not fit are a MissingMethodException. */
function bind(compiled, frame, args, via) {
    const values = arrange(compiled, frame, args) ?? mismatch(compiled, args, via);
    compiled.parameters.forEach((parameter, i) => {
        const given = values[i];
        if (given === undefined) {
            frame.variables[parameter.slot] = { value: parameter.defaultValue?.(frame) ?? null };
        }
        else {
            if (!accepts(parameter, given))
                mismatch(compiled, args, via);
            const value = parameter.type === null ? given : castTo(frame.run, given, parameter.type);
            frame.variables[parameter.slot] = { value };
        }
    });
}
function mismatch(compiled, args, via) {
    return raise('MissingMethodException', noMethodText(compiled.scope.name, via, args));
}
/** One value a parameter; undefined where the default steps in; null when the count is wrong. */
function arrange(compiled, frame, args) {
    const { parameters, implicit } = compiled;
    const count = parameters.length;
    if (parameters.at(-1)?.variable === true)
        return gatherRest(frame.run, parameters, args);
    if (args.length === count)
        return [...args];
    if (implicit && args.length === 0)
        return [null];
    if (args.length === 1 && count > 1) {
        const spread = listItems(args[0] ?? null);
        if (spread !== null && spread.length === count)
            return spread;
    }
    return fillDefaults(parameters, args);
}
function listItems(value) {
    if (value instanceof GroovyList)
        return value.toArray();
    return value instanceof JavaArray ? [...value.items] : null;
}
function gatherRest(run, parameters, args) {
    const fixed = parameters.length - 1;
    if (args.length < fixed)
        return null;
    const rest = args.slice(fixed);
    const only = rest[0];
    if (rest.length === 1 && only instanceof JavaArray)
        return [...args];
    const type = parameters.at(-1)?.type;
    run.allocate(rest.length);
    return [
        ...args.slice(0, fixed),
        new JavaArray([...rest], type ?? arrayClassOf(classNamed('java.lang.Object'))),
    ];
}
/** Arguments fill from the left; parameters with defaults give way from the right. */
function fillDefaults(parameters, args) {
    let missing = parameters.length - args.length;
    if (missing < 0)
        return null;
    const takesDefault = new Set();
    for (const parameter of [...parameters].reverse()) {
        if (missing > 0 && parameter.defaultValue !== null) {
            takesDefault.add(parameter);
            missing--;
        }
    }
    if (missing > 0)
        return null;
    let next = 0;
    return parameters.map((parameter) => (takesDefault.has(parameter) ? undefined : (args[next++] ?? null)));
}
/** Whether a value fits a typed parameter: its class, a wider number, or text for String. */
function accepts(parameter, value) {
    const { type } = parameter;
    if (type === null)
        return true;
    if (value === null)
        return !type.primitive;
    const wanted = boxed(type);
    const given = classOf(value);
    if (given.isA(wanted) || (isNumber(value) && widens(given, wanted)))
        return true;
    if (given.name.endsWith('GStringImpl') && wanted.name === 'java.lang.String')
        return true;
    return isFunction(value) ? type.isInterface : value instanceof JavaArray && type.component !== null;
}
const widths = ['Byte', 'Short', 'Integer', 'Long', 'BigInteger', 'Float', 'Double'];
function widens(from, to) {
    if (from.name === 'java.math.BigDecimal')
        return to.simpleName === 'Double' || to.simpleName === 'Float';
    const [a, b] = [widths.indexOf(from.simpleName), widths.indexOf(to.simpleName)];
    if (to.simpleName === 'BigDecimal')
        return a >= 0;
    return a >= 0 && b >= 0 && a <= b;
}
