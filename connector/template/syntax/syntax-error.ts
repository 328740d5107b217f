/** Raised by lexer and parser; offsets are those of the template. */
export class SyntaxFailure extends Error {
  readonly start: number;
  readonly end: number;
  readonly remedy: string | undefined;

  constructor(message: string, start: number, end: number, remedy?: string) {
    super(message);
    this.start = start;
    this.end = end;
    this.remedy = remedy;
  }
}
