import { SyntaxFailure } from './syntax-error.js';
const maximumNesting = 200;
/** A cursor over tokens that can go back. */
export class TokenStream {
    #tokens;
    #at = 0;
    #nesting = 0;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    get position() {
        return this.#at;
    }
    peek(ahead = 0) {
        const token = this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
        if (token === undefined)
            throw new SyntaxFailure('no tokens', 0, 0);
        return token;
    }
    next() {
        const token = this.peek();
        this.#at++;
        return token;
    }
    goTo(position) {
        this.#at = position;
    }
    is(kind, text, ahead = 0) {
        const token = this.peek(ahead);
        return token.kind === kind && (text === undefined || token.text === text);
    }
    isOperator(text, ahead = 0) {
        return this.is('operator', text, ahead);
    }
    /** Takes the operator or keyword if it is next. */
    accept(text) {
        const token = this.peek();
        if ((token.kind !== 'operator' && token.kind !== 'keyword') || token.text !== text)
            return false;
        this.#at++;
        return true;
    }
    acceptAny(texts) {
        const token = this.peek();
        if ((token.kind !== 'operator' && token.kind !== 'keyword') || !texts.includes(token.text))
            return null;
        return this.next();
    }
    expect(text) {
        const token = this.peek();
        if (!this.accept(text))
            this.unexpected(`expecting '${text}', found ${describe(token)}`);
        return token;
    }
    identifier() {
        if (!this.is('identifier'))
            this.unexpected(`expecting a name, found ${describe(this.peek())}`);
        return this.next();
    }
    skipNewlines() {
        while (this.is('newline'))
            this.#at++;
    }
    /** Whether `text` comes next once line breaks are skipped. */
    isAfterNewlines(text) {
        let ahead = 0;
        while (this.is('newline', undefined, ahead))
            ahead++;
        return this.isOperator(text, ahead) || this.is('keyword', text, ahead);
    }
    /** Runs `parse`; when it fails, goes back and gives null. */
    attempt(parse) {
        const start = this.#at;
        const nesting = this.#nesting;
        try {
            return parse();
        }
        catch (error) {
            if (!(error instanceof SyntaxFailure) || error instanceof NestingFailure)
                throw error;
            this.#at = start;
            this.#nesting = nesting;
            return null;
        }
    }
    /** Guards against text that nests deeper than any person writes. */
    nested(parse) {
        if (++this.#nesting > maximumNesting) {
            const token = this.peek();
            throw new NestingFailure(`expressions nest deeper than ${maximumNesting} levels`, token.start, token.end);
        }
        const result = parse();
        this.#nesting--;
        return result;
    }
    /** The stretch from a place to the last token taken. */
    placeFrom(first) {
        const last = this.#tokens[this.#at - 1];
        return { start: first.start, end: Math.max(first.end, last?.end ?? first.end) };
    }
    unexpected(message = `unexpected token: ${describe(this.peek())}`, remedy) {
        const token = this.peek();
        throw new SyntaxFailure(message, token.start, token.end, remedy);
    }
}
class NestingFailure extends SyntaxFailure {
}
function describe(token) {
    if (token.kind === 'end')
        return 'the end of the template';
    return token.kind === 'newline' ? 'a line break' : `'${token.text}'`;
}
