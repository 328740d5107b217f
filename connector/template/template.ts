import type { Bindings } from './bindings.js';
import type { Action } from './compile/frame.js';
import { Frame } from './compile/frame.js';
import { FunctionScope } from './compile/scope.js';
import { compileStatements } from './compile/statements.js';
import type { TemplateEnvironment } from './environment.js';
import { toTemplateError } from './explain-error.js';
import { type BindingReference, findReferences } from './references.js';
import { Run } from './runtime/run.js';
import type { Statement } from './syntax/ast.js';
import { parseScript } from './syntax/parser.js';
import { toScriptSource } from './syntax/script-source.js';

/** A template that was read once and can be rendered many times. */
export interface Template {
  readonly text: string;
  /** Every path read from a binding, with its place in the text. */
  readonly references: readonly BindingReference[];
  /** The text the template makes of the bindings. Throws TemplateError. */
  render(bindings: Bindings, environment: TemplateEnvironment): string;
}

/**
 * Reads a template as Groovy 2.4's SimpleTemplateEngine does. Throws TemplateError of class `TemplateSyntax`, with the
 * place, when it cannot be compiled.
 */
export function compileTemplate(text: string): Template {
  let statements: Statement[];
  let script: Action;
  try {
    const source = toScriptSource(text);
    statements = parseScript(source);
    script = compileStatements(statements, new FunctionScope(null, 'SimpleTemplateScript1'));
  } catch (error) {
    throw toTemplateError(error, text, null);
  }
  let references: readonly BindingReference[] | undefined;
  return {
    text,
    get references() {
      references ??= findReferences(statements);
      return references;
    },
    render: (bindings, environment) => render(script, text, bindings, environment),
  };
}

function render(script: Action, text: string, bindings: Bindings, environment: TemplateEnvironment): string {
  const run = new Run(environment, bindings.variables);
  try {
    script(new Frame(run, [], null));
    return run.output;
  } catch (error) {
    throw toTemplateError(error, text, run.at);
  }
}
