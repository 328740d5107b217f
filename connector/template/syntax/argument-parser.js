import { parseExpression } from './expression-parser.js';
import { parsePrimary } from './primary-parser.js';
/** Arguments up to `closing`, which is taken: positional, `*list`, `name: value`, `*: map`. */
export function parseArguments(tokens, closing) {
    const args = [];
    let gaps = 0;
    while (!tokens.isOperator(closing)) {
        args.push(parseArgument(tokens));
        if (!tokens.accept(','))
            break;
        // Groovy lets one comma stand without an argument after it, wherever that is.
        if (tokens.isOperator(',') && gaps++ === 0)
            tokens.next();
    }
    tokens.expect(closing);
    return args;
}
function parseArgument(tokens) {
    const first = tokens.peek();
    if (tokens.accept('*')) {
        if (tokens.accept(':'))
            return { kind: 'named', key: null, value: parseExpression(tokens), ...tokens.placeFrom(first) };
        return { kind: 'spread', value: parseExpression(tokens), ...tokens.placeFrom(first) };
    }
    return parseNamed(tokens) ?? parseExpression(tokens);
}
function parseNamed(tokens) {
    const first = tokens.peek();
    const simple = first.kind === 'identifier' || first.kind === 'keyword';
    if (simple && !tokens.isOperator(':', 1))
        return null;
    const dynamic = first.kind === 'gstring-start' || tokens.isOperator('(');
    if (!simple && !dynamic && first.kind !== 'string' && first.kind !== 'number')
        return null;
    return tokens.attempt(() => {
        const key = simple ? nameKey(tokens) : parsePrimary(tokens);
        tokens.expect(':');
        tokens.skipNewlines();
        return { kind: 'named', key, value: parseExpression(tokens), ...tokens.placeFrom(first) };
    });
}
/** A bare name before a colon is its own text. */
function nameKey(tokens) {
    const { text, start, end } = tokens.next();
    return { kind: 'literal', value: text, start, end };
}
