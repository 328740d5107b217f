import { ConnectorFailure } from '../failure.js';
import { problem } from '../problem.js';
import { boundPaths, compileTemplate, TemplateError, } from '../template/index.js';
function templateFailure(error, at, when) {
    if (!(error instanceof TemplateError))
        throw error;
    const compile = when === 'compile';
    return new ConnectorFailure(problem({
        code: compile ? 'template-invalid' : 'template-failed',
        message: `${error.expression === '' ? 'The template' : error.expression} ${compile ? 'cannot be compiled' : 'failed'}: ${error.groovyClass}: ${error.message}`,
        remedy: error.remedy ??
            (compile
                ? 'Mend the expression; every ${ needs its }, and quotes inside it are best single ones.'
                : 'Guard the expression against this value, such as with ?. or a ternary.'),
        document: at.document,
        pointer: at.pointer,
        start: error.start,
        end: error.end,
    }));
}
/** Makes a text ready; it is compiled when it is first needed, and only once. */
export function templateText(at, text, live) {
    let compiled;
    const template = () => {
        if (compiled === undefined) {
            try {
                compiled = compileTemplate(text);
            }
            catch (error) {
                compiled = templateFailure(error, at, 'compile');
            }
        }
        if (compiled instanceof ConnectorFailure)
            throw compiled;
        return compiled;
    };
    const references = () => {
        if (!live)
            return [];
        try {
            return template().references;
        }
        catch {
            return [];
        }
    };
    return {
        at,
        text,
        live,
        roots: () => new Set(references().map(({ root }) => root)),
        bound: (bindings) => boundPaths(references(), bindings),
        render(bindings, environment) {
            if (!live)
                return text;
            const ready = template();
            try {
                return ready.render(bindings, environment);
            }
            catch (error) {
                throw templateFailure(error, at, 'render');
            }
        },
    };
}
