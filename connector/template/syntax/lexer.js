import { matchNumber, numberValue } from './number-literal.js';
import { badUnicodeEscape } from './script-source.js';
import { readDollarSlashyPart, readQuotedPart, readSlashyPart } from './string-literal.js';
import { SyntaxFailure } from './syntax-error.js';
import { keywords, operators } from './tokens.js';
const identifierStart = /[\p{L}_$\p{Nl}]/u;
const identifierPart = /[\p{L}\p{N}_$]/u;
/** Splits a script into tokens. Newlines count only outside `(…)` and `[…]`, and again inside `{…}`. */
export function tokenize(source) {
    return new Lexer(source).run();
}
class Lexer {
    #text;
    #offsets;
    #tokens = [];
    #at = 0;
    /** Open `(` and `[` since the innermost `{`. */
    #parens = 0;
    #outerParens = [];
    constructor(source) {
        this.#text = source.text;
        this.#offsets = source.offsets;
    }
    run() {
        while (this.#at < this.#text.length)
            this.#next();
        this.#push('end', '', this.#at);
        return this.#tokens;
    }
    #offset(at) {
        return this.#offsets[Math.min(at, this.#offsets.length - 1)] ?? 0;
    }
    #failure(message, at) {
        const start = this.#offset(at);
        return new SyntaxFailure(message, start, Math.max(start, this.#offset(at + 1)));
    }
    #fail = (message, at) => {
        throw this.#failure(message, at);
    };
    #push(kind, text, from, value) {
        const start = this.#offset(from);
        const last = this.#offset(Math.max(from, this.#at - 1));
        const end = this.#at > from ? last + 1 : start;
        this.#tokens.push({ kind, text, start, end, ...(value === undefined ? {} : { value }) });
    }
    #next() {
        const c = this.#text.charAt(this.#at);
        if (c === ' ' || c === '\t' || c === '\f')
            this.#at++;
        else if (c === '\n')
            this.#newline();
        else if (this.#skipComment())
            return;
        else if (c === "'" || c === '"')
            this.#quoted(c);
        else if (c >= '0' && c <= '9')
            this.#number();
        else if (c === '/' && this.#regexAllowed())
            this.#string(readSlashyPart, 1);
        else if (c === '$' && this.#text.charAt(this.#at + 1) === '/' && this.#regexAllowed()) {
            this.#string(readDollarSlashyPart, 2);
        }
        else if (identifierStart.test(c))
            this.#word();
        else if (c === '\\' && this.#text.charAt(this.#at + 1) === '\n')
            this.#at += 2;
        else
            this.#operator(c);
    }
    #newline() {
        const from = this.#at;
        this.#at++;
        const last = this.#tokens.at(-1);
        if (this.#parens === 0 && last !== undefined && last.kind !== 'newline')
            this.#push('newline', '\n', from);
    }
    #skipComment() {
        if (this.#text.startsWith('//', this.#at)) {
            const end = this.#text.indexOf('\n', this.#at);
            this.#at = end < 0 ? this.#text.length : end;
            return true;
        }
        if (!this.#text.startsWith('/*', this.#at))
            return false;
        const end = this.#text.indexOf('*/', this.#at + 2);
        if (end < 0)
            this.#fail('expecting */, found end of template', this.#at);
        this.#at = end + 2;
        return true;
    }
    /** `/` starts a string unless the token before it can end an expression. */
    #regexAllowed() {
        const last = this.#tokens.at(-1);
        if (last === undefined)
            return true;
        if (last.kind === 'operator')
            return !['++', '--', ')', ']', '}'].includes(last.text);
        return last.kind === 'newline' || last.kind === 'gstring-start' || last.kind === 'gstring-middle';
    }
    #quoted(quote) {
        const triple = this.#text.startsWith(quote.repeat(3), this.#at);
        const terminator = triple ? quote.repeat(3) : quote;
        this.#string((text, at, fail) => readQuotedPart(text, at, terminator, fail), terminator.length);
    }
    #string(read, opening) {
        const from = this.#at;
        this.#at += opening;
        let part = read(this.#text, this.#at, this.#fail);
        this.#at = part.next;
        if (part.end === 'closed') {
            this.#push('string', part.text, from);
            return;
        }
        this.#push('gstring-start', part.text, from);
        while (part.end === 'value') {
            this.#embeddedValue();
            const start = this.#at;
            part = read(this.#text, this.#at, this.#fail);
            this.#at = part.next;
            this.#push(part.end === 'closed' ? 'gstring-end' : 'gstring-middle', part.text, start);
        }
    }
    /** What follows the `$` of a GString: `{…}` or a dotted name. */
    #embeddedValue() {
        if (this.#text.charAt(this.#at) === '{') {
            this.#operator('{');
            let depth = 1;
            while (depth > 0) {
                if (this.#at >= this.#text.length)
                    this.#fail("expecting '}', found end of template", this.#at);
                const before = this.#tokens.length;
                this.#next();
                if (this.#tokens.length === before + 1)
                    depth += braceDepth(this.#tokens.at(-1));
            }
        }
        else {
            this.#embeddedName();
        }
    }
    #embeddedName() {
        const name = /^[\p{L}_][\p{L}\p{N}_]*/u;
        for (;;) {
            const found = name.exec(this.#text.slice(this.#at, this.#at + 1000))?.[0];
            if (found === undefined)
                throw this.#failure('illegal string body character after dollar sign', this.#at);
            const from = this.#at;
            this.#at += found.length;
            this.#push(keywords.has(found) ? 'keyword' : 'identifier', found, from);
            const after = this.#text.charAt(this.#at + 1);
            if (this.#text.charAt(this.#at) !== '.' || after === '$' || !identifierStart.test(after))
                return;
            this.#at++;
            this.#push('operator', '.', this.#at - 1);
        }
    }
    #number() {
        const from = this.#at;
        const spelling = matchNumber(this.#text.slice(from, from + 5000)) ?? '';
        const value = numberValue(spelling);
        if (value === undefined)
            throw this.#failure(`invalid number ${spelling}`, from);
        this.#at += spelling.length;
        this.#push('number', spelling, from, value);
    }
    #word() {
        const from = this.#at;
        let end = from + 1;
        while (end < this.#text.length && identifierPart.test(this.#text.charAt(end)))
            end++;
        const text = this.#text.slice(from, end);
        this.#at = end;
        this.#push(this.#isKeyword(text, from) ? 'keyword' : 'identifier', text, from);
    }
    /** `as`, `def` and `in` are names beside a dot. */
    #isKeyword(text, from) {
        if (!keywords.has(text))
            return false;
        if (text !== 'as' && text !== 'def' && text !== 'in')
            return true;
        const last = this.#tokens.at(-1);
        return this.#text.charAt(from + text.length) !== '.' && !(last?.kind === 'operator' && last.text === '.');
    }
    #operator(c) {
        const from = this.#at;
        const found = operators.find((operator) => this.#text.startsWith(operator, from));
        if (found === undefined) {
            const shown = c === badUnicodeEscape ? 'a unicode escape without four hex digits' : `'${c}'`;
            throw this.#failure(`unexpected char: ${shown}`, from);
        }
        this.#at += found.length;
        if (found === '(' || found === '[')
            this.#parens++;
        else if (found === ')' || found === ']')
            this.#parens--;
        else if (found === '{')
            this.#parens = this.#openBrace();
        else if (found === '}')
            this.#parens = this.#outerParens.pop() ?? this.#parens;
        this.#push('operator', found, from);
    }
    #openBrace() {
        this.#outerParens.push(this.#parens);
        return 0;
    }
}
function braceDepth(token) {
    if (token?.kind !== 'operator')
        return 0;
    return token.text === '{' ? 1 : token.text === '}' ? -1 : 0;
}
