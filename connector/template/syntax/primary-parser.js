import { parseArguments } from './argument-parser.js';
import { parseExpression } from './expression-parser.js';
import { unmarkPath } from './path-parser.js';
import { parseStatements } from './statement-parser.js';
import { builtInTypes } from './tokens.js';
import { parseType } from './type-parser.js';
/** The smallest expressions: literals, names, `new`, parentheses, lists, maps, closures, GStrings. */
export function parsePrimary(tokens) {
    const token = tokens.peek();
    switch (token.kind) {
        case 'identifier':
            tokens.next();
            return { kind: 'name', name: token.text, start: token.start, end: token.end };
        case 'number':
            tokens.next();
            return literal(token, token.value ?? null, token.text);
        case 'string':
            tokens.next();
            return literal(token, token.text);
        case 'gstring-start':
            return parseGString(tokens);
        case 'keyword':
            return parseKeyword(tokens, token);
        default:
            return parseBracketed(tokens, token);
    }
}
function literal(token, value, spelling) {
    const place = { start: token.start, end: token.end };
    return spelling === undefined
        ? { kind: 'literal', value, ...place }
        : { kind: 'literal', value, spelling, ...place };
}
const constants = new Map([
    ['true', true],
    ['false', false],
    ['null', null],
]);
function parseKeyword(tokens, token) {
    const constant = constants.get(token.text);
    if (constant !== undefined) {
        tokens.next();
        return literal(token, constant);
    }
    if (token.text === 'new')
        return parseNew(tokens);
    if (token.text === 'this' || token.text === 'super' || builtInTypes.has(token.text)) {
        tokens.next();
        return { kind: 'name', name: token.text, start: token.start, end: token.end };
    }
    return tokens.unexpected();
}
function parseBracketed(tokens, token) {
    if (tokens.isOperator('{'))
        return parseClosure(tokens);
    if (tokens.isOperator('['))
        return parseListOrMap(tokens);
    if (!tokens.accept('('))
        return tokens.unexpected();
    const inner = parseExpression(tokens);
    tokens.expect(')');
    return { ...unmarkPath(inner), ...tokens.placeFrom(token) };
}
function parseListOrMap(tokens) {
    const first = tokens.next();
    if (tokens.isOperator(':') && tokens.isOperator(']', 1)) {
        tokens.next();
        tokens.next();
        return { kind: 'map', entries: [], ...tokens.placeFrom(first) };
    }
    const items = parseArguments(tokens, ']');
    const place = tokens.placeFrom(first);
    if (!items.some(isNamed))
        return { kind: 'list', items, ...place };
    if (!items.every(isNamed))
        return tokens.unexpected('a literal is either a list or a map, not both');
    return { kind: 'map', entries: items, ...place };
}
function isNamed(argument) {
    return argument.kind === 'named';
}
function parseNew(tokens) {
    const first = tokens.next();
    tokens.skipNewlines();
    const type = parseType(tokens);
    if (tokens.isOperator('[')) {
        const sizes = [];
        while (tokens.accept('[')) {
            sizes.push(parseExpression(tokens));
            tokens.expect(']');
        }
        return { kind: 'new-array', type, sizes, ...tokens.placeFrom(first) };
    }
    tokens.skipNewlines();
    tokens.expect('(');
    const args = parseArguments(tokens, ')');
    if (tokens.isOperator('{'))
        tokens.unexpected('classes cannot be declared in a template');
    return { kind: 'new', type, args, ...tokens.placeFrom(first) };
}
/** `"a ${b} $c"`. */
export function parseGString(tokens) {
    const first = tokens.next();
    const strings = [first.text];
    const values = [];
    for (;;) {
        values.push(parseEmbedded(tokens));
        const part = tokens.next();
        strings.push(part.text);
        if (part.kind === 'gstring-end')
            return { kind: 'gstring', strings, values, ...tokens.placeFrom(first) };
        if (part.kind !== 'gstring-middle')
            tokens.unexpected();
    }
}
function parseEmbedded(tokens) {
    if (tokens.isOperator('{'))
        return parseEmbeddedBlock(tokens);
    const first = tokens.peek();
    if (tokens.is('keyword', 'this') || tokens.is('keyword', 'super'))
        return parsePrimary(tokens);
    let name = { kind: 'name', name: tokens.identifier().text, start: first.start, end: first.end };
    while (tokens.accept('.')) {
        const part = tokens.identifier().text;
        name = {
            kind: 'property',
            object: name,
            name: part,
            access: 'plain',
            field: false,
            ...tokens.placeFrom(first),
        };
    }
    return name;
}
/** `${x}` is x itself; `${a; b}` is a closure called at once; `${-> x}` stays a closure. */
function parseEmbeddedBlock(tokens) {
    const first = tokens.next();
    tokens.skipNewlines();
    const parameters = parseParameters(tokens);
    const body = parseStatements(tokens);
    tokens.expect('}');
    const place = tokens.placeFrom(first);
    if (parameters !== null)
        return { kind: 'closure', parameters, body, ...place };
    return embeddedValue(body, place);
}
function embeddedValue(body, place) {
    const only = body[0];
    if (only === undefined)
        return { kind: 'literal', value: null, ...place };
    if (body.length === 1 && only.kind === 'expression')
        return only.expression;
    return { kind: 'block-value', body, ...place };
}
export function parseClosure(tokens) {
    return tokens.nested(() => {
        const first = tokens.next();
        tokens.skipNewlines();
        const parameters = parseParameters(tokens);
        const body = parseStatements(tokens);
        tokens.expect('}');
        return { kind: 'closure', parameters, body, ...tokens.placeFrom(first) };
    });
}
/** `a, int b = 1 ->`; null when there is no arrow. */
function parseParameters(tokens) {
    return tokens.attempt(() => {
        const parameters = [];
        tokens.skipNewlines();
        if (!tokens.isOperator('->')) {
            do {
                tokens.skipNewlines();
                parameters.push(parseParameter(tokens));
            } while (tokens.accept(','));
        }
        tokens.skipNewlines();
        tokens.expect('->');
        tokens.skipNewlines();
        return parameters;
    });
}
function parseParameter(tokens) {
    const first = tokens.peek();
    while (tokens.accept('def') || tokens.accept('final'))
        tokens.skipNewlines();
    const untyped = tokens.is('identifier') &&
        (tokens.isOperator(',', 1) ||
            tokens.isOperator('->', 1) ||
            tokens.isOperator('=', 1) ||
            tokens.is('newline', undefined, 1));
    const type = untyped || tokens.isOperator('...') ? null : parseType(tokens);
    const variable = tokens.accept('...');
    const name = tokens.identifier().text;
    const defaultValue = tokens.accept('=') ? parseExpression(tokens) : null;
    return { name, type, defaultValue, variable, ...tokens.placeFrom(first) };
}
