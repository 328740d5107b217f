import { parseArguments } from './argument-parser.js';
import { parseExpression } from './expression-parser.js';
import { parseClosure, parseGString, parsePrimary } from './primary-parser.js';
const accesses = { '.': 'plain', '?.': 'safe', '*.': 'spread' };
/** A primary and all that hangs on it: `.name`, `?.name`, `*.name`, `(…)`, `[…]`, `{…}`. */
export function parsePath(tokens, from) {
    let path = from ?? parsePrimary(tokens);
    for (let longer = parseElement(tokens, path); longer !== null; longer = parseElement(tokens, path))
        path = longer;
    return markPath(path);
}
/** The mark is not enumerable: it is no part of the tree. */
function markPath(expression) {
    return Object.defineProperty(expression, 'path', { value: true, configurable: true });
}
/** A parenthesised path heads no command. */
export function unmarkPath(expression) {
    if (expression.path === true)
        Object.defineProperty(expression, 'path', { value: false, configurable: true });
    return expression;
}
function parseElement(tokens, object) {
    if (tokens.isOperator('('))
        return parseCallArguments(tokens, object);
    if (tokens.isOperator('{'))
        return appendClosure(tokens, object);
    if (tokens.isOperator('[')) {
        tokens.next();
        const args = parseArguments(tokens, ']');
        return { kind: 'index', object, args, ...tokens.placeFrom(object) };
    }
    if (tokens.is('newline') && tokens.isOperator('.', 1))
        tokens.next();
    const operator = tokens.acceptAny(['.', '?.', '*.', '.&']);
    if (operator === null)
        return null;
    tokens.skipNewlines();
    if (operator.text === '.&') {
        return { kind: 'pointer', object, name: parseMemberName(tokens), ...tokens.placeFrom(object) };
    }
    const field = tokens.accept('@');
    const name = parseMemberName(tokens);
    const access = accesses[operator.text] ?? 'plain';
    return { kind: 'property', object, name, access, field, ...tokens.placeFrom(object) };
}
function parseMemberName(tokens) {
    const token = tokens.peek();
    if (token.kind === 'identifier' || token.kind === 'keyword' || token.kind === 'string')
        return tokens.next().text;
    if (token.kind === 'gstring-start')
        return parseGString(tokens);
    if (!tokens.accept('('))
        return tokens.unexpected();
    const name = parseExpression(tokens);
    tokens.expect(')');
    return name;
}
function parseCallArguments(tokens, callee) {
    tokens.next();
    return call(tokens, callee, parseArguments(tokens, ')'));
}
/** `list.each { }` and `list.inject(0) { }`. */
function appendClosure(tokens, callee) {
    const closure = parseClosure(tokens);
    if (callee.kind === 'call')
        return { ...callee, args: [...callee.args, closure], ...tokens.placeFrom(callee) };
    return call(tokens, callee, [closure]);
}
function call(tokens, callee, args) {
    const place = tokens.placeFrom(callee);
    if (callee.kind === 'name')
        return { kind: 'call', object: null, name: callee.name, access: 'plain', args, ...place };
    if (callee.kind === 'property' && !callee.field) {
        return { kind: 'call', object: callee.object, name: callee.name, access: callee.access, args, ...place };
    }
    if (callee.kind === 'gstring')
        return { kind: 'call', object: null, name: callee, access: 'plain', args, ...place };
    if (callee.kind === 'literal' && typeof callee.value === 'string') {
        return { kind: 'call', object: null, name: callee.value, access: 'plain', args, ...place };
    }
    return { kind: 'call', object: callee, name: 'call', access: 'plain', args, ...place };
}
