import { builtInTypes } from './tokens.js';
/** `int`, `Map<String, List<Long>>`, `java.util.Date`, `String[]`. Type arguments are read and dropped. */
export function parseType(tokens) {
    const first = tokens.peek();
    let name;
    if (first.kind === 'keyword' && builtInTypes.has(first.text)) {
        name = tokens.next().text;
    }
    else {
        name = tokens.identifier().text;
        while (tokens.isOperator('.') && tokens.is('identifier', undefined, 1)) {
            tokens.next();
            name += `.${tokens.next().text}`;
        }
        if (tokens.isOperator('<'))
            skipTypeArguments(tokens);
    }
    let dimensions = 0;
    while (tokens.isOperator('[') && tokens.isOperator(']', 1)) {
        tokens.next();
        tokens.next();
        dimensions++;
    }
    return { name, dimensions, ...tokens.placeFrom(first) };
}
function skipTypeArguments(tokens) {
    let depth = 0;
    do {
        const token = tokens.next();
        if (token.text === '<')
            depth++;
        else if (/^>+$/.test(token.text))
            depth -= token.text.length;
        else if (!isTypeArgumentPart(token.text, token.kind))
            tokens.unexpected();
    } while (depth > 0);
    if (depth < 0)
        tokens.unexpected();
}
function isTypeArgumentPart(text, kind) {
    if (kind === 'identifier')
        return true;
    return [',', '.', '?', '&', '[', ']', 'extends', 'super'].includes(text) || builtInTypes.has(text);
}
/** Whether a declaration starts here: `def x`, `final x`, `String x`, `a.b.Type x`. */
export function startsDeclaration(tokens) {
    if (tokens.is('keyword', 'def') || tokens.is('keyword', 'final'))
        return true;
    const start = tokens.position;
    const type = tokens.attempt(() => parseType(tokens));
    const named = tokens.is('identifier') || tokens.is('string');
    tokens.goTo(start);
    return type !== null && named && isTypeLike(type.name);
}
/** Only a built-in type or a name whose last part starts with a capital declares without `def`. */
function isTypeLike(name) {
    if (builtInTypes.has(name))
        return true;
    return /^\p{Lu}/u.test(name.slice(name.lastIndexOf('.') + 1));
}
