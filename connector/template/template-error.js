/**
 * A template that cannot be compiled or evaluated. `message` is worded as Groovy 2.4 words it; refusals of our own
 * carry a class that starts with `Refused` and say what was refused.
 */
export class TemplateError extends Error {
    /** Simple Java class name (`NullPointerException`), `TemplateSyntax`, or `Refused…`. */
    groovyClass;
    start;
    end;
    /** The sub-expression that failed, as it stands in the template. */
    expression;
    /** The sub-expression that was null, when that is the cause. */
    nullValue;
    /** What to write instead, when it is known. */
    remedy;
    constructor(parts) {
        super(parts.message);
        this.name = 'TemplateError';
        this.groovyClass = parts.groovyClass;
        this.start = parts.start;
        this.end = parts.end;
        this.expression = parts.expression;
        if (parts.nullValue !== undefined)
            this.nullValue = parts.nullValue;
        if (parts.remedy !== undefined)
            this.remedy = parts.remedy;
    }
}
