import type { ConnectionPackage } from '../../connector/index.js';
import { type Finding, findingAt } from '../findings.js';
import type { Target } from '../target/target.js';
import { callSites } from './call-sites.js';
import type { CallReference } from './rule.js';
import { rules } from './rules/index.js';
import { templateSites } from './template-sites.js';

/** A finding of a rule, and the calls that cannot succeed because of it. */
export interface LintResult {
  readonly finding: Finding;
  readonly breaks: readonly CallReference[];
}

/** Reads a package without running it, and says what its text alone shows to be wrong. Nothing is sent. */
export function lintPackage(connectionPackage: ConnectionPackage, target: Target): LintResult[] {
  const context = {
    package: connectionPackage,
    target,
    calls: callSites(connectionPackage),
    templates: templateSites(connectionPackage),
  };
  return rules.flatMap((rule) =>
    [...rule.check(context)].map(({ place, breaks = [], ...hit }) => ({
      finding: findingAt(place, { code: rule.id, severity: rule.severity, because: rule.why, ...hit }),
      breaks,
    })),
  );
}
