import type { Bindings } from './bindings.js';
import { type Action, Frame } from './compile/frame.js';
import { FunctionScope } from './compile/scope.js';
import { compileStatements } from './compile/statements.js';
import type { TemplateEnvironment } from './environment.js';
import { toTemplateError } from './explain-error.js';
import { type BindingReference, type CallReference, type StaticView, viewOf } from './references.js';
import { Run } from './runtime/run.js';
import type { Place, Statement } from './syntax/ast.js';
import { parseScript } from './syntax/parser.js';
import { printedTexts } from './syntax/printed-texts.js';
import { toScriptSource } from './syntax/script-source.js';
import type { TemplateError } from './template-error.js';
import { inspectText } from './values/text.js';
import type { Value } from './values/value.js';

/** A template that was read once and can be rendered many times. */
export interface Template {
  readonly text: string;
  /** Every path read from a binding, with its place in the text. */
  readonly references: readonly BindingReference[];
  /** Every method called and every object made. */
  readonly calls: readonly CallReference[];
  /** Code that can never run. */
  readonly unreachable: readonly Place[];
  /** Whether the text holds no expression at all. */
  readonly constant: boolean;
  /** The text the template makes of the bindings. Throws TemplateError. */
  render(bindings: Bindings, environment: TemplateEnvironment): string;
  /** Renders and tells the value of every sub-expression on the way; a failure is part of the answer. */
  explain(bindings: Bindings, environment: TemplateEnvironment): Explanation;
}

/** A sub-expression and a value it had, as Groovy's `inspect()` shows it. */
export interface ExplainedStep extends Place {
  readonly expression: string;
  readonly value: string;
}

/** What rendering gave, and how it came about: each sub-expression once per value, innermost first. */
export interface Explanation {
  readonly steps: readonly ExplainedStep[];
  readonly text: string | null;
  readonly error: TemplateError | null;
}

/** How many templates are remembered: those of some large packages. */
const mostRemembered = 1000;
const remembered = new Map<string, Template>();

/**
 * Reads a template as Groovy 2.4's SimpleTemplateEngine does; a text that was read before is not read again. Throws
 * TemplateError of class `TemplateSyntax`, with the place, when it cannot be compiled.
 */
export function compileTemplate(text: string): Template {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  try {
    const statements = parseScript(toScriptSource(text));
    const compiled = new CompiledTemplate(text, statements, compileScript(text, statements, false));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(text, compiled);
    return compiled;
  } catch (error) {
    throw toTemplateError(error, text, null);
  }
}

function compileScript(text: string, statements: readonly Statement[], observed: boolean): Action {
  return compileStatements(statements, new FunctionScope(null, 'SimpleTemplateScript1', text, observed));
}

function runOf(bindings: Bindings, environment: TemplateEnvironment): Run {
  bindings.zone.name = environment.timeZone;
  return new Run(environment, bindings.variables);
}

const mostSteps = 1000;
const longestValue = 200;

class CompiledTemplate implements Template {
  readonly text: string;
  readonly #statements: readonly Statement[];
  readonly #script: Action;
  #view: StaticView | undefined;

  constructor(text: string, statements: readonly Statement[], script: Action) {
    this.text = text;
    this.#statements = statements;
    this.#script = script;
  }

  get #static(): StaticView {
    this.#view ??= viewOf(this.#statements);
    return this.#view;
  }

  get references(): readonly BindingReference[] {
    return this.#static.references;
  }

  get calls(): readonly CallReference[] {
    return this.#static.calls;
  }

  get unreachable(): readonly Place[] {
    return this.#static.unreachable;
  }

  get constant(): boolean {
    return this.#static.constant;
  }

  render(bindings: Bindings, environment: TemplateEnvironment): string {
    return this.#run(this.#script, runOf(bindings, environment));
  }

  explain(bindings: Bindings, environment: TemplateEnvironment): Explanation {
    const known = new Map<string, ExplainedStep>();
    const texts = printedTexts(this.#statements);
    const run = runOf(bindings, environment);
    run.observer = (place, value) => {
      if (known.size >= mostSteps || place.end <= place.start || texts.has(place)) return;
      const step = this.#step(place, value);
      const key = JSON.stringify([step.expression, step.value]);
      if (!known.has(key)) known.set(key, step);
    };
    try {
      const text = this.#run(compileScript(this.text, this.#statements, true), run);
      return { steps: [...known.values()], text, error: null };
    } catch (error) {
      return { steps: [...known.values()], text: null, error: toTemplateError(error, this.text, run.at) };
    }
  }

  #step({ start, end }: Place, value: Value): ExplainedStep {
    const shown = inspectText(value);
    const cut = shown.length > longestValue ? `${shown.slice(0, longestValue)}…` : shown;
    return { start, end, expression: this.text.slice(start, end), value: cut };
  }

  #run(script: Action, run: Run): string {
    try {
      script(new Frame(run, [], null));
      return run.output;
    } catch (error) {
      throw toTemplateError(error, this.text, run.at);
    }
  }
}
