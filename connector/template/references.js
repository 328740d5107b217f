import { resolveClass } from './classes/known-classes.js';
import { childrenOf, namesDeclaredBy } from './syntax/walk.js';
export function viewOf(statements) {
    const found = { references: [], calls: [], unreachable: [] };
    const roots = new Set(['out', 'binding', 'this', 'super']);
    for (const statement of statements)
        visit(withoutPrint(statement), roots, found);
    const constant = statements.every((statement) => withoutPrint(statement).kind === 'literal');
    return { ...found, constant };
}
/** The text of a template is what its script prints. */
function withoutPrint(statement) {
    if (statement.kind !== 'expression' || statement.expression.kind !== 'call')
        return statement;
    const { object, name, args } = statement.expression;
    const [only] = args;
    const printed = object?.kind === 'name' && object.name === 'out' && name === 'print' && only !== undefined;
    return printed && only.kind !== 'spread' && only.kind !== 'named' ? only : statement;
}
function visit(node, locals, found) {
    findUnreachable(node, found);
    const path = pathOf(node);
    if (path !== null && !locals.has(path.root)) {
        if (!isClassPath(path))
            found.references.push({ ...path, start: node.start, end: node.end });
        visitIndexes(node, locals, found);
        return;
    }
    if (node.kind === 'call')
        addCall(node.name, node.args.length, node, found);
    if (node.kind === 'new')
        addCall(node.type.name, node.args.length, node, found);
    const opensScope = node.kind === 'closure' || node.kind === 'block-value' || node.kind === 'block';
    const inside = opensScope ? new Set(locals) : locals;
    if (node.kind !== 'assign')
        for (const name of namesDeclaredBy(node))
            inside.add(name);
    for (const child of childrenOf(node)) {
        if (node.kind === 'assign' && child === node.target && child.kind === 'name')
            continue;
        visit(child, inside, found);
    }
    if (node.kind === 'assign')
        for (const name of namesDeclaredBy(node))
            inside.add(name);
}
function addCall(name, count, { start, end }, found) {
    found.calls.push({ name: typeof name === 'string' ? name : '', arguments: count, start, end });
}
/** The path a chain of names, properties and constant indexes makes. */
function pathOf(node) {
    if (node.kind === 'name')
        return { root: node.name, path: [] };
    if (node.kind !== 'property' && node.kind !== 'index')
        return null;
    const outer = pathOf(node.object);
    const step = node.kind === 'property' ? node.name : constantIndex(node.args);
    return outer === null || typeof step !== 'string'
        ? null
        : { root: outer.root, path: [...outer.path, step] };
}
function constantIndex(args) {
    const [only] = args;
    if (args.length !== 1 || only?.kind !== 'literal')
        return null;
    return typeof only.value === 'string' || typeof only.value === 'number' ? String(only.value) : null;
}
function isClassPath({ root, path }) {
    const names = [root, ...path];
    return names.some((_name, i) => resolveClass(names.slice(0, i + 1).join('.')) !== undefined);
}
function visitIndexes(node, locals, found) {
    if (node.kind !== 'property' && node.kind !== 'index')
        return;
    for (const child of childrenOf(node))
        if (child !== node.object)
            visit(child, locals, found);
    visitIndexes(node.object, locals, found);
}
function findUnreachable(node, found) {
    if (node.kind === 'if' || node.kind === 'ternary') {
        const truth = constantTruth(node.condition);
        const [whenTrue, whenFalse] = node.kind === 'if' ? [node.body, node.otherwise] : [node.whenTrue, node.whenFalse];
        const dead = truth === null ? null : truth ? whenFalse : whenTrue;
        if (dead !== null)
            found.unreachable.push({ start: dead.start, end: dead.end });
    }
    if (node.kind !== 'block' && node.kind !== 'closure' && node.kind !== 'block-value')
        return;
    const left = node.body.findIndex(({ kind }) => kind === 'return' || kind === 'throw');
    const [next] = left < 0 ? [] : node.body.slice(left + 1);
    const last = node.body.at(-1);
    if (next !== undefined && last !== undefined)
        found.unreachable.push({ start: next.start, end: last.end });
}
function constantTruth(condition) {
    return condition.kind === 'literal' && (typeof condition.value === 'boolean' || condition.value === null)
        ? condition.value === true
        : null;
}
