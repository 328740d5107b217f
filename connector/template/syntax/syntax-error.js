/** Raised by lexer and parser; offsets are those of the template. */
export class SyntaxFailure extends Error {
    start;
    end;
    remedy;
    constructor(message, start, end, remedy) {
        super(message);
        this.start = start;
        this.end = end;
        this.remedy = remedy;
    }
}
