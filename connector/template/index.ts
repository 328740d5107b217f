export { type Bindings, createBindings } from './bindings.js';
export { defaultLimits, type TemplateEnvironment, type TemplateLimits } from './environment.js';
export type { BindingReference } from './references.js';
export { compileTemplate, type Template } from './template.js';
export { TemplateError } from './template-error.js';
