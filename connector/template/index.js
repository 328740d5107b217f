export { createBindings } from './bindings.js';
export { boundPaths } from './bound-paths.js';
export { evaluateCases } from './cases.js';
export { defaultLimits } from './environment.js';
export { compileTemplate } from './template.js';
export { TemplateError } from './template-error.js';
