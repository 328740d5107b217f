export { type LintResult, lintPackage } from './lint-package.js';
export type { CallReference, ExampleDocuments, LintContext, Rule, RuleHit } from './rule.js';
export { rules } from './rules/index.js';
