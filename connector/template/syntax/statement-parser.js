import { parseCommandOrExpression, parseConditional, parseExpression, parseShift, } from './expression-parser.js';
import { parseType, startsDeclaration } from './type-parser.js';
/** Statements up to a `}`, a `case`, or the end; the closing token is left. */
export function parseStatements(tokens) {
    const statements = [];
    skipSeparators(tokens);
    while (!endsBlock(tokens)) {
        statements.push(tokens.nested(() => parseStatement(tokens)));
        if (!endsBlock(tokens) && !skipSeparators(tokens))
            tokens.unexpected();
    }
    return statements;
}
function endsBlock(tokens) {
    if (tokens.isOperator('}') || tokens.is('end'))
        return true;
    return tokens.is('keyword', 'case') || tokens.is('keyword', 'default');
}
function skipSeparators(tokens) {
    let found = false;
    while (tokens.is('newline') || tokens.isOperator(';')) {
        tokens.next();
        found = true;
    }
    return found;
}
const byKeyword = {
    if: parseIf,
    for: parseFor,
    while: parseWhile,
    switch: parseSwitch,
    try: parseTry,
    return: parseReturn,
    throw: parseThrow,
    break: parseJump,
    continue: parseJump,
    assert: parseAssert,
};
function parseStatement(tokens) {
    const first = tokens.peek();
    const parse = first.kind === 'keyword' ? byKeyword[first.text] : undefined;
    if (parse !== undefined)
        return parse(tokens);
    if (startsDeclaration(tokens))
        return parseDeclaration(tokens);
    if (tokens.is('identifier') && tokens.isOperator(':', 1))
        return parseLabelled(tokens);
    if (tokens.isOperator('{'))
        refuseBareBlock(tokens);
    const expression = parseCommandOrExpression(tokens);
    return { kind: 'expression', expression, ...tokens.placeFrom(first) };
}
/** `{ … }` alone could be a block or a closure; Groovy asks for an arrow. */
function refuseBareBlock(tokens) {
    let depth = 0;
    for (let ahead = 1;; ahead++) {
        const token = tokens.peek(ahead);
        if (token.kind === 'end')
            break;
        if (token.kind === 'operator') {
            if (depth === 0 && token.text === '->')
                return;
            if (['(', '[', '{'].includes(token.text))
                depth++;
            if ([')', ']', '}'].includes(token.text) && --depth < 0)
                break;
        }
    }
    tokens.unexpected('Ambiguous expression could be either a parameterless closure expression or an isolated open code block', 'leave the inner braces out: ${ x }');
}
function parseLabelled(tokens) {
    const first = tokens.next();
    tokens.next();
    tokens.skipNewlines();
    const body = tokens.isOperator('{') ? parseBlock(tokens) : tokens.nested(() => parseStatement(tokens));
    return { kind: 'labelled', label: first.text, body, ...tokens.placeFrom(first) };
}
function parseDeclaration(tokens) {
    const first = tokens.peek();
    while (tokens.accept('def') || tokens.accept('final'))
        tokens.skipNewlines();
    if (tokens.isOperator('('))
        return parseMultipleDeclaration(tokens, first.start);
    const type = isTyped(tokens) ? parseType(tokens) : null;
    const variables = [];
    do {
        tokens.skipNewlines();
        variables.push(parseVariable(tokens, type));
    } while (tokens.accept(','));
    if (tokens.isOperator('('))
        tokens.unexpected('methods cannot be declared in a template');
    return { kind: 'declaration', variables, ...tokens.placeFrom(first) };
}
/** Whether a type comes before the name. */
function isTyped(tokens) {
    if (!tokens.is('identifier'))
        return true;
    return startsDeclaration(tokens);
}
function parseVariable(tokens, type) {
    const name = tokens.identifier();
    let value = null;
    if (tokens.accept('=')) {
        tokens.skipNewlines();
        value = parseCommandOrExpression(tokens);
    }
    return { name: name.text, type, value, ...tokens.placeFrom(name) };
}
function parseMultipleDeclaration(tokens, start) {
    const first = tokens.next();
    const variables = [];
    do {
        const type = isTyped(tokens) ? parseType(tokens) : null;
        const name = tokens.identifier();
        variables.push({ name: name.text, type, value: null, start: name.start, end: name.end });
    } while (tokens.accept(','));
    tokens.expect(')');
    tokens.expect('=');
    tokens.skipNewlines();
    const value = parseExpression(tokens);
    return { kind: 'declare-many', variables, value, ...tokens.placeFrom(first), start };
}
function parseBlock(tokens) {
    const first = tokens.expect('{');
    const body = parseStatements(tokens);
    tokens.expect('}');
    return { kind: 'block', body, ...tokens.placeFrom(first) };
}
/** The body of `if`, `for`, `while`: a block or one statement. */
function parseBody(tokens) {
    tokens.skipNewlines();
    return tokens.isOperator('{') ? parseBlock(tokens) : tokens.nested(() => parseStatement(tokens));
}
function parseIf(tokens) {
    const first = tokens.next();
    tokens.expect('(');
    const condition = parseConditional(tokens);
    tokens.expect(')');
    const body = parseBody(tokens);
    const before = tokens.position;
    skipSeparators(tokens);
    if (!tokens.accept('else')) {
        tokens.goTo(before);
        return { kind: 'if', condition, body, otherwise: null, ...tokens.placeFrom(first) };
    }
    const otherwise = parseBody(tokens);
    return { kind: 'if', condition, body, otherwise, ...tokens.placeFrom(first) };
}
function parseWhile(tokens) {
    const first = tokens.next();
    tokens.expect('(');
    const condition = parseExpression(tokens);
    tokens.expect(')');
    const body = parseLoopBody(tokens);
    return { kind: 'while', condition, body, ...tokens.placeFrom(first) };
}
function parseLoopBody(tokens) {
    tokens.skipNewlines();
    const { start, end } = tokens.peek();
    if (tokens.isOperator(';'))
        return { kind: 'block', body: [], start, end };
    return parseBody(tokens);
}
function parseFor(tokens) {
    const first = tokens.next();
    tokens.expect('(');
    const forIn = tokens.attempt(() => parseForInHead(tokens));
    if (forIn !== null) {
        const body = parseLoopBody(tokens);
        return { kind: 'for-in', ...forIn, body, ...tokens.placeFrom(first) };
    }
    const initial = tokens.isOperator(';') ? null : parseForPart(tokens);
    tokens.expect(';');
    const condition = tokens.isOperator(';') ? null : parseExpression(tokens);
    tokens.expect(';');
    const update = tokens.isOperator(')') ? null : parseForPart(tokens);
    tokens.expect(')');
    const body = parseLoopBody(tokens);
    return { kind: 'for', initial, condition, update, body, ...tokens.placeFrom(first) };
}
function parseForPart(tokens) {
    const first = tokens.peek();
    if (startsDeclaration(tokens))
        return parseDeclaration(tokens);
    return { kind: 'expression', expression: parseExpression(tokens), ...tokens.placeFrom(first) };
}
/** `x in items`, `Type x in items`, `Type x : items`. */
function parseForInHead(tokens) {
    let declared = false;
    while (tokens.accept('def') || tokens.accept('final'))
        declared = true;
    let type = null;
    if (!tokens.is('identifier') || !(tokens.is('keyword', 'in', 1) || tokens.isOperator(':', 1))) {
        type = parseType(tokens);
    }
    const variable = tokens.identifier().text;
    const colon = (declared || type !== null) && tokens.accept(':');
    if (!colon)
        tokens.expect('in');
    const items = colon ? parseExpression(tokens) : parseShift(tokens);
    tokens.expect(')');
    return { variable, type, items };
}
function parseSwitch(tokens) {
    const first = tokens.next();
    tokens.expect('(');
    const value = parseExpression(tokens);
    tokens.expect(')');
    tokens.skipNewlines();
    tokens.expect('{');
    tokens.skipNewlines();
    const cases = [];
    while (!tokens.accept('}'))
        cases.push(parseCase(tokens));
    return { kind: 'switch', value, cases, ...tokens.placeFrom(first) };
}
function parseCase(tokens) {
    const first = tokens.peek();
    const test = parseCaseTest(tokens);
    tokens.expect(':');
    const body = parseStatements(tokens);
    return { test, body, ...tokens.placeFrom(first) };
}
/** Null for `default`. */
function parseCaseTest(tokens) {
    if (tokens.accept('case'))
        return parseExpression(tokens);
    tokens.expect('default');
    return null;
}
function parseTry(tokens) {
    const first = tokens.next();
    tokens.skipNewlines();
    const body = parseBlock(tokens);
    const catches = [];
    while (tokens.isAfterNewlines('catch')) {
        tokens.skipNewlines();
        catches.push(parseCatch(tokens));
    }
    let last = null;
    if (tokens.isAfterNewlines('finally')) {
        tokens.skipNewlines();
        tokens.next();
        tokens.skipNewlines();
        last = parseBlock(tokens);
    }
    if (catches.length === 0 && last === null)
        tokens.unexpected('a try needs a catch or a finally');
    return { kind: 'try', body, catches, finally: last, ...tokens.placeFrom(first) };
}
function parseCatch(tokens) {
    const first = tokens.next();
    tokens.expect('(');
    while (tokens.accept('def') || tokens.accept('final'))
        ;
    const types = [];
    if (!(tokens.is('identifier') && tokens.isOperator(')', 1))) {
        do
            types.push(parseType(tokens));
        while (tokens.accept('|'));
    }
    const name = tokens.identifier().text;
    tokens.expect(')');
    tokens.skipNewlines();
    const body = parseBlock(tokens);
    return { types, name, body, ...tokens.placeFrom(first) };
}
function parseReturn(tokens) {
    const first = tokens.next();
    const bare = tokens.isOperator(';') || tokens.is('newline') || endsBlock(tokens);
    const value = bare ? null : parseExpression(tokens);
    return { kind: 'return', value, ...tokens.placeFrom(first) };
}
function parseThrow(tokens) {
    const first = tokens.next();
    return { kind: 'throw', value: parseExpression(tokens), ...tokens.placeFrom(first) };
}
function parseJump(tokens) {
    const first = tokens.next();
    const label = tokens.is('identifier') ? tokens.next().text : null;
    const kind = first.text === 'break' ? 'break' : 'continue';
    return { kind, label, ...tokens.placeFrom(first) };
}
function parseAssert(tokens) {
    const first = tokens.next();
    const condition = parseConditional(tokens);
    const message = tokens.accept(',') || tokens.accept(':') ? parseExpression(tokens) : null;
    return { kind: 'assert', condition, message, ...tokens.placeFrom(first) };
}
