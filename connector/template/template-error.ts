/** What a {@link TemplateError} is made of; offsets count UTF-16 units in the decoded template text. */
export interface TemplateErrorParts {
  readonly groovyClass: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly expression: string;
  readonly nullValue?: string;
  readonly remedy?: string;
}

/**
 * A template that cannot be compiled or evaluated. `message` is worded as Groovy 2.4 words it; refusals of our own
 * carry a class that starts with `Refused` and say what was refused.
 */
export class TemplateError extends Error {
  /** Simple Java class name (`NullPointerException`), `TemplateSyntax`, or `Refused…`. */
  readonly groovyClass: string;
  readonly start: number;
  readonly end: number;
  /** The sub-expression that failed, as it stands in the template. */
  readonly expression: string;
  /** The sub-expression that was null, when that is the cause. */
  readonly nullValue?: string;
  /** What to write instead, when it is known. */
  readonly remedy?: string;

  constructor(parts: TemplateErrorParts) {
    super(parts.message);
    this.name = 'TemplateError';
    this.groovyClass = parts.groovyClass;
    this.start = parts.start;
    this.end = parts.end;
    this.expression = parts.expression;
    if (parts.nullValue !== undefined) this.nullValue = parts.nullValue;
    if (parts.remedy !== undefined) this.remedy = parts.remedy;
  }
}
