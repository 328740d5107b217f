export { type Bindings, createBindings } from './bindings.js';
export { boundPaths } from './bound-paths.js';
export { evaluateCases, type TemplateCase, type TemplateCaseResult } from './cases.js';
export { defaultLimits, type TemplateEnvironment, type TemplateLimits } from './environment.js';
export type { BindingReference, CallReference } from './references.js';
export { compileTemplate, type ExplainedStep, type Explanation, type Template } from './template.js';
export { TemplateError } from './template-error.js';
