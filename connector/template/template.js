import { Frame } from './compile/frame.js';
import { FunctionScope } from './compile/scope.js';
import { compileStatements } from './compile/statements.js';
import { toTemplateError } from './explain-error.js';
import { viewOf } from './references.js';
import { Run } from './runtime/run.js';
import { parseScript } from './syntax/parser.js';
import { printedTexts } from './syntax/printed-texts.js';
import { toScriptSource } from './syntax/script-source.js';
import { inspectText } from './values/text.js';
/**
 * Reads a template as Groovy 2.4's SimpleTemplateEngine does. Throws TemplateError of class `TemplateSyntax`, with the
 * place, when it cannot be compiled.
 */
export function compileTemplate(text) {
    try {
        const statements = parseScript(toScriptSource(text));
        return new CompiledTemplate(text, statements, compileScript(text, statements, false));
    }
    catch (error) {
        throw toTemplateError(error, text, null);
    }
}
function compileScript(text, statements, observed) {
    return compileStatements(statements, new FunctionScope(null, 'SimpleTemplateScript1', text, observed));
}
function runOf(bindings, environment) {
    bindings.zone.name = environment.timeZone;
    return new Run(environment, bindings.variables);
}
const mostSteps = 1000;
const longestValue = 200;
class CompiledTemplate {
    text;
    #statements;
    #script;
    #view;
    constructor(text, statements, script) {
        this.text = text;
        this.#statements = statements;
        this.#script = script;
    }
    get #static() {
        this.#view ??= viewOf(this.#statements);
        return this.#view;
    }
    get references() {
        return this.#static.references;
    }
    get calls() {
        return this.#static.calls;
    }
    get unreachable() {
        return this.#static.unreachable;
    }
    get constant() {
        return this.#static.constant;
    }
    render(bindings, environment) {
        return this.#run(this.#script, runOf(bindings, environment));
    }
    explain(bindings, environment) {
        const known = new Map();
        const texts = printedTexts(this.#statements);
        const run = runOf(bindings, environment);
        run.observer = (place, value) => {
            if (known.size >= mostSteps || place.end <= place.start || texts.has(place))
                return;
            const step = this.#step(place, value);
            const key = JSON.stringify([step.expression, step.value]);
            if (!known.has(key))
                known.set(key, step);
        };
        try {
            const text = this.#run(compileScript(this.text, this.#statements, true), run);
            return { steps: [...known.values()], text, error: null };
        }
        catch (error) {
            return { steps: [...known.values()], text: null, error: toTemplateError(error, this.text, run.at) };
        }
    }
    #step({ start, end }, value) {
        const shown = inspectText(value);
        const cut = shown.length > longestValue ? `${shown.slice(0, longestValue)}…` : shown;
        return { start, end, expression: this.text.slice(start, end), value: cut };
    }
    #run(script, run) {
        try {
            script(new Frame(run, [], null));
            return run.output;
        }
        catch (error) {
            throw toTemplateError(error, this.text, run.at);
        }
    }
}
