import { tokenize } from './lexer.js';
import { parseStatements } from './statement-parser.js';
import { TokenStream } from './token-stream.js';
/** Parses the script made of a template. Throws SyntaxFailure with template offsets. */
export function parseScript(source) {
    const tokens = new TokenStream(tokenize(source));
    const statements = parseStatements(tokens);
    if (!tokens.is('end'))
        tokens.unexpected();
    return statements;
}
