export { type LintResult, lintPackage } from './lint-package.js';
export type { CallReference, LintContext, Rule, RuleHit } from './rule.js';
export { rules } from './rules/index.js';
