import { isFloating, isNumber, negate } from '../values/numbers.js';
import { numberValue } from './number-literal.js';
import { parsePath } from './path-parser.js';
import { parseType } from './type-parser.js';
const assignments = ['=', '+=', '-=', '*=', '/=', '%=', '>>=', '>>>=', '<<=', '&=', '^=', '|=', '**='];
/** Operators that chain to the left, weakest first (source: Groovy 2.4 grammar, documented). */
const chains = [
    ['||'],
    ['&&'],
    ['|'],
    ['^'],
    ['&'],
    ['=~', '==~'],
    ['==', '!=', '===', '!==', '<=>'],
];
/** Any expression, assignments included. */
export function parseExpression(tokens) {
    return tokens.nested(() => parseMultipleAssign(tokens) ?? parseAssignment(tokens));
}
/** `(a, b) = list`. */
function parseMultipleAssign(tokens) {
    if (!tokens.isOperator('(') || !tokens.is('identifier', undefined, 1))
        return null;
    return tokens.attempt(() => {
        const first = tokens.next();
        const names = [];
        do {
            const name = tokens.identifier();
            names.push({ kind: 'name', name: name.text, start: name.start, end: name.end });
        } while (tokens.accept(','));
        tokens.expect(')');
        tokens.expect('=');
        tokens.skipNewlines();
        const value = parseAssignment(tokens);
        return { kind: 'assign-many', names, value, ...tokens.placeFrom(first) };
    });
}
function parseAssignment(tokens) {
    const target = parseConditional(tokens);
    const operator = tokens.acceptAny(assignments);
    if (operator === null)
        return target;
    const assignable = target.kind === 'name' || target.kind === 'property' || target.kind === 'index';
    if (!assignable) {
        tokens.goTo(tokens.position - 1);
        tokens.unexpected(`the left side of ${operator.text} is not something to assign to`);
    }
    tokens.skipNewlines();
    const value = parseCommandOrExpression(tokens);
    return { kind: 'assign', operator: operator.text, target, value, ...tokens.placeFrom(target) };
}
/** An expression, or a command such as `print x` where the parentheses are left out. */
export function parseCommandOrExpression(tokens) {
    const head = parseExpression(tokens);
    if (!isPath(head) || !startsArgument(tokens))
        return head;
    return parseCommand(tokens, head);
}
/** A path that is not in parentheses and not part of a larger expression. */
function isPath(expression) {
    return expression.path === true;
}
function startsArgument(tokens) {
    const { kind, text } = tokens.peek();
    if (kind === 'identifier' || kind === 'number' || kind === 'string' || kind === 'gstring-start')
        return true;
    if (kind === 'keyword')
        return ['new', 'this', 'super', 'null', 'true', 'false'].includes(text);
    return kind === 'operator' && (text === '!' || text === '~');
}
/** `a b c d` is `a(b).c(d)`. */
function parseCommand(tokens, head) {
    let result = head;
    let pending = head.kind !== 'call';
    while (startsArgument(tokens)) {
        if (!pending) {
            const name = tokens.identifier();
            const place = tokens.placeFrom(head);
            result = { kind: 'property', object: result, name: name.text, access: 'plain', field: false, ...place };
            if (!startsArgument(tokens)) {
                result = parsePath(tokens, result);
                continue;
            }
        }
        const args = [];
        do {
            tokens.skipNewlines();
            args.push(parseExpression(tokens));
        } while (tokens.accept(','));
        result = commandCall(result, args, tokens.placeFrom(head));
        pending = false;
    }
    return result;
}
function commandCall(head, args, place) {
    if (head.kind === 'name')
        return { kind: 'call', object: null, name: head.name, access: 'plain', args, ...place };
    if (head.kind === 'property') {
        return { kind: 'call', object: head.object, name: head.name, access: head.access, args, ...place };
    }
    if (head.kind === 'literal' && typeof head.value === 'string') {
        return { kind: 'call', object: null, name: head.value, access: 'plain', args, ...place };
    }
    return { kind: 'call', object: head, name: 'call', access: 'plain', args, ...place };
}
/** Ternary and Elvis; no assignment, as in the condition of `if`. */
export function parseConditional(tokens) {
    const condition = parseChain(tokens, 0);
    if (tokens.accept('?:')) {
        tokens.skipNewlines();
        const otherwise = tokens.nested(() => parseConditional(tokens));
        return { kind: 'elvis', value: condition, otherwise, ...tokens.placeFrom(condition) };
    }
    if (!tokens.accept('?'))
        return condition;
    tokens.skipNewlines();
    const whenTrue = tokens.nested(() => parseAssignment(tokens));
    tokens.skipNewlines();
    tokens.expect(':');
    tokens.skipNewlines();
    const whenFalse = tokens.nested(() => parseConditional(tokens));
    return { kind: 'ternary', condition, whenTrue, whenFalse, ...tokens.placeFrom(condition) };
}
function parseChain(tokens, level) {
    const operators = chains[level];
    if (operators === undefined)
        return parseRelational(tokens);
    let left = parseChain(tokens, level + 1);
    for (let operator = tokens.acceptAny(operators); operator !== null; operator = tokens.acceptAny(operators)) {
        if (operator.text === '===' || operator.text === '!==') {
            tokens.goTo(tokens.position - 1);
            tokens.unexpected(`Operator ("${operator.text}") not supported`, 'use == or !=, or .is() for identity');
        }
        tokens.skipNewlines();
        const right = parseChain(tokens, level + 1);
        left = { kind: 'binary', operator: operator.text, left, right, ...tokens.placeFrom(left) };
    }
    return left;
}
function parseRelational(tokens) {
    const left = parseShift(tokens);
    const operator = tokens.acceptAny(['<', '>', '<=', '>=', 'in', 'instanceof', 'as']);
    if (operator === null)
        return left;
    tokens.skipNewlines();
    if (operator.text === 'instanceof') {
        return { kind: 'instanceof', value: left, type: parseType(tokens), ...tokens.placeFrom(left) };
    }
    if (operator.text === 'as') {
        return { kind: 'cast', coerce: true, value: left, type: parseType(tokens), ...tokens.placeFrom(left) };
    }
    const right = parseShift(tokens);
    return { kind: 'binary', operator: operator.text, left, right, ...tokens.placeFrom(left) };
}
/** Shifts and ranges. Also what a `for (x in …)` runs over. */
export function parseShift(tokens) {
    return parseLeft(tokens, ['<<', '>>', '>>>', '..', '..<'], parseAdditive);
}
function parseAdditive(tokens) {
    return parseLeft(tokens, ['+', '-'], parseMultiplicative);
}
function parseLeft(tokens, operators, parseOperand) {
    let left = parseOperand(tokens);
    for (let operator = tokens.acceptAny(operators); operator !== null; operator = tokens.acceptAny(operators)) {
        tokens.skipNewlines();
        const right = parseOperand(tokens);
        left = { kind: 'binary', operator: operator.text, left, right, ...tokens.placeFrom(left) };
    }
    return left;
}
/** A sign before the first factor reaches over `**`: `-2 ** 2` is -4. */
function parseMultiplicative(tokens) {
    const sign = tokens.acceptAny(['++', '--', '-', '+']);
    let left;
    if (sign === null) {
        left = parsePower(tokens, parseUnsigned);
    }
    else {
        tokens.skipNewlines();
        left = signed(tokens, sign, parsePower(tokens, parseUnsigned));
    }
    for (;;) {
        const operator = tokens.acceptAny(['*', '/', '%']);
        if (operator === null)
            return left;
        tokens.skipNewlines();
        const right = parsePower(tokens, parseSigned);
        left = { kind: 'binary', operator: operator.text, left, right, ...tokens.placeFrom(left) };
    }
}
function parsePower(tokens, parseFirst) {
    let left = parseFirst(tokens);
    while (tokens.accept('**')) {
        tokens.skipNewlines();
        const right = parseSigned(tokens);
        left = { kind: 'binary', operator: '**', left, right, ...tokens.placeFrom(left) };
    }
    return left;
}
function parseSigned(tokens) {
    const sign = tokens.acceptAny(['++', '--', '-', '+']);
    if (sign === null)
        return parseUnsigned(tokens);
    tokens.skipNewlines();
    return signed(tokens, sign, tokens.nested(() => parseSigned(tokens)));
}
function signed(tokens, sign, operand) {
    const place = tokens.placeFrom(sign);
    if (sign.text === '++' || sign.text === '--') {
        return { kind: 'step', operator: sign.text, prefix: true, target: operand, ...place };
    }
    if (sign.text === '-' && operand.kind === 'literal' && operand.spelling?.startsWith('-') === false) {
        return {
            kind: 'literal',
            value: negatedLiteral(operand.spelling),
            spelling: `-${operand.spelling}`,
            ...place,
        };
    }
    return { kind: 'unary', operator: sign.text === '-' ? '-' : '+', operand, ...place };
}
/** A minus is part of a number literal, so that the smallest Integer and Long can be written. */
function negatedLiteral(spelling) {
    if (spelling === '2147483648')
        return -2147483648;
    if (spelling === '9223372036854775808')
        return -9223372036854775808n;
    const value = numberValue(spelling) ?? null;
    // Java's class files lose the sign of a zero.
    return isNumber(value) && isFloating(value) && value.value === 0 ? value : negate(value);
}
function parseUnsigned(tokens) {
    const operator = tokens.acceptAny(['!', '~']);
    if (operator !== null) {
        tokens.skipNewlines();
        const operand = tokens.nested(() => parseSigned(tokens));
        return {
            kind: 'unary',
            operator: operator.text === '!' ? '!' : '~',
            operand,
            ...tokens.placeFrom(operator),
        };
    }
    return parseCast(tokens) ?? parsePostfix(tokens);
}
/** `(Type) operand`: it is a cast when what follows could not continue a parenthesised expression. */
function parseCast(tokens) {
    if (!tokens.isOperator('('))
        return null;
    const builtIn = tokens.is('keyword', undefined, 1);
    if (!builtIn && !tokens.is('identifier', undefined, 1))
        return null;
    return tokens.attempt(() => {
        const first = tokens.next();
        const type = parseType(tokens);
        tokens.expect(')');
        if (!builtIn && ['+', '-', '++', '--'].some((sign) => tokens.isOperator(sign)))
            tokens.unexpected();
        const value = tokens.nested(() => (builtIn ? parseSigned(tokens) : parseUnsigned(tokens)));
        return { kind: 'cast', type, value, coerce: false, ...tokens.placeFrom(first) };
    });
}
function parsePostfix(tokens) {
    const path = parsePath(tokens);
    const operator = tokens.acceptAny(['++', '--']);
    if (operator === null)
        return path;
    const target = path.kind === 'name' || path.kind === 'property' || path.kind === 'index' ? path : path;
    return {
        kind: 'step',
        operator: operator.text === '++' ? '++' : '--',
        prefix: false,
        target,
        ...tokens.placeFrom(path),
    };
}
