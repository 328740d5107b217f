import { createBindings } from './bindings.js';
import type { TemplateEnvironment } from './environment.js';
import { compileTemplate } from './template.js';
import { TemplateError } from './template-error.js';

/** A template to evaluate on its own bindings. */
export interface TemplateCase {
  readonly id: string;
  readonly template: string;
  readonly bindings?: Readonly<Record<string, unknown>>;
}

/** What became of a case: its text, or the error's class and message. */
export type TemplateCaseResult =
  | { readonly id: string; readonly text: string }
  | { readonly id: string; readonly error: string; readonly message: string };

/** Evaluates cases one by one; each has fresh bindings. */
export function evaluateCases(
  cases: readonly TemplateCase[],
  environment: TemplateEnvironment,
): TemplateCaseResult[] {
  return cases.map((one) => evaluateCase(one, environment));
}

function evaluateCase(
  { id, template, bindings }: TemplateCase,
  environment: TemplateEnvironment,
): TemplateCaseResult {
  try {
    return { id, text: compileTemplate(template).render(createBindings(bindings ?? {}), environment) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { id, error: error.groovyClass, message: error.message };
  }
}
