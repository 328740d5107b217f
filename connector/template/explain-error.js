import { GroovyFailure, Refusal } from './runtime/failure.js';
import { SyntaxFailure } from './syntax/syntax-error.js';
import { TemplateError } from './template-error.js';
/** Turns whatever stopped a template into a TemplateError with a place; host errors never get out. */
export function toTemplateError(error, text, at) {
    if (error instanceof TemplateError)
        return error;
    if (error instanceof SyntaxFailure)
        return syntaxError(error, text);
    const place = within(at ?? { start: 0, end: text.length }, text);
    const expression = text.slice(place.start, place.end);
    if (error instanceof GroovyFailure) {
        const { throwable } = error;
        return new TemplateError({
            groovyClass: throwable.javaClass.simpleName,
            message: throwable.message ?? '',
            ...place,
            expression,
            ...nullCause(throwable.message ?? '', expression),
        });
    }
    if (error instanceof Refusal) {
        const remedy = error.remedy === undefined ? {} : { remedy: error.remedy };
        return new TemplateError({
            groovyClass: error.code,
            message: error.message,
            ...place,
            expression,
            ...remedy,
        });
    }
    return new TemplateError({ ...hostFailure(error), ...place, expression });
}
function syntaxError(error, text) {
    const place = within(error, text);
    const remedy = error.remedy === undefined ? {} : { remedy: error.remedy };
    return new TemplateError({
        groovyClass: 'TemplateSyntax',
        message: error.message,
        ...place,
        expression: text.slice(place.start, place.end),
        ...remedy,
    });
}
function within(place, text) {
    const start = Math.max(0, Math.min(place.start, text.length));
    return { start, end: Math.max(start, Math.min(place.end, text.length)) };
}
/** The host ran out of stack or string length: limits of their own. */
function hostFailure(error) {
    if (error instanceof RangeError && /stack/i.test(error.message)) {
        return { groovyClass: 'RefusedDepth', message: 'the template nests too deeply' };
    }
    if (error instanceof RangeError) {
        return { groovyClass: 'RefusedMemory', message: 'the template makes a value that is too large' };
    }
    const what = error instanceof Error ? error.message : String(error);
    return {
        groovyClass: 'RefusedFault',
        message: `jama-sim could not evaluate this (${what}); please report it`,
    };
}
/** The part of a failed path that was null, and how to write it safely. */
function nullCause(message, expression) {
    const found = /^Cannot (get property '(.*)'|invoke method (.*)\(\)|set property '.*') on null object$/.exec(message);
    const member = found?.[2] ?? found?.[3];
    if (found === null || member === undefined)
        return {};
    const cut = expression.lastIndexOf(member);
    const before = cut < 0 ? '' : expression.slice(0, cut).replace(/\s*\.\s*['"]?$/, '');
    if (before === '')
        return {};
    return {
        nullValue: before,
        remedy: `\${${before} == null ? '' : …} or ${before}?.${member} keeps it quiet`,
    };
}
