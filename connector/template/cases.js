import { createBindings } from './bindings.js';
import { compileTemplate } from './template.js';
import { TemplateError } from './template-error.js';
/** Evaluates cases one by one; each has fresh bindings. */
export function evaluateCases(cases, environment) {
    return cases.map((one) => evaluateCase(one, environment));
}
function evaluateCase({ id, template, bindings }, environment) {
    try {
        return { id, text: compileTemplate(template).render(createBindings(bindings ?? {}), environment) };
    }
    catch (error) {
        if (!(error instanceof TemplateError))
            throw error;
        return { id, error: error.groovyClass, message: error.message };
    }
}
