import { EVIDENCE, type Overrides } from '../../mock-server/index.js';
import type { JudgedRule } from './report.js';
import type { Verdict } from './verdict.js';

/** Several corrections as one; where two speak of the same thing the later one counts. */
export function mergeOverrides(all: readonly Overrides[]): Overrides {
  const merged = all.reduce(
    (known, one) => ({
      rules: { ...known.rules, ...one.rules },
      messages: { ...known.messages, ...one.messages },
      tokenMessages: { ...known.tokenMessages, ...one.tokenMessages },
      tenant: { ...known.tenant, ...one.tenant },
    }),
    {},
  );
  return Object.fromEntries(Object.entries(merged).filter(([, part]) => Object.keys(part ?? {}).length > 0));
}

/** The correction that a verdict brings, if it does. */
export function correctionOf(verdict: Verdict): readonly Overrides[] {
  return verdict.outcome !== 'not-testable' && verdict.correction !== undefined ? [verdict.correction] : [];
}

/**
 * Overrides with which the simulator answers as the tenant does: what was seen to be different, and the guesses that were
 * confirmed. What was known before stays unless something else was seen.
 */
export function overridesOf(
  before: Overrides,
  rules: readonly JudgedRule[],
  corrections: readonly Overrides[],
  source: string,
): Overrides {
  const guesses = new Set<string>(EVIDENCE.filter(({ grade }) => grade === 'inferred').map(({ id }) => id));
  const sure = rules.filter(({ id, verdict }) => verdict === 'confirmed' && guesses.has(id));
  const stale = new Set<string>(
    rules.filter(({ verdict }) => verdict === 'contradicted').map(({ id }) => id),
  );
  const known = Object.entries(before.rules ?? {}).filter(([id]) => !stale.has(id));
  const merged = mergeOverrides([
    { ...before, rules: {} },
    { rules: Object.fromEntries(sure.map(({ id }) => [id, { source }])) },
    { rules: Object.fromEntries(known) },
    ...corrections,
  ]);
  return merged.tenant === undefined ? merged : { ...merged, tenant: { ...merged.tenant, source } };
}
