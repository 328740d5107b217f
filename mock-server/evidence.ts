import { PROJECT_EVIDENCE } from './evidence/projects.js';
import { REFUSAL_EVIDENCE } from './evidence/refusals.js';
import { TOKEN_EVIDENCE } from './evidence/token.js';
import { USERGROUP_EVIDENCE } from './evidence/usergroups.js';
import { USER_EVIDENCE } from './evidence/users.js';
import { WIRE_EVIDENCE } from './evidence/wire.js';

/**
 * How well a rule is known: `documented` by the vendor, `captured` from a real tenant's answers, `observed` by code that ran
 * against a real tenant, or `inferred`, which is a guess.
 */
export type Grade = 'documented' | 'captured' | 'observed' | 'inferred';

/** One rule of the simulator that a client could rely on. */
export interface Evidence {
  readonly id: string;
  readonly statement: string;
  readonly grade: Grade;
  readonly source: string;
  /** Where our OpenAPI document differs from the vendor's Swagger of 2020 because of this rule. */
  readonly differences?: readonly string[];
}

const LEDGER = [
  ...WIRE_EVIDENCE,
  ...REFUSAL_EVIDENCE,
  ...TOKEN_EVIDENCE,
  ...USER_EVIDENCE,
  ...USERGROUP_EVIDENCE,
  ...PROJECT_EVIDENCE,
] as const;

export type RuleId = (typeof LEDGER)[number]['id'];

/** The evidence ledger: every rule with its grade and source. */
export const EVIDENCE: readonly (Evidence & { readonly id: RuleId })[] = LEDGER;

const INFERRED: ReadonlySet<string> = new Set(
  LEDGER.filter(({ grade }) => grade === 'inferred').map(({ id }) => id),
);

/** Whether a rule is a guess, so that answers which rest on it must say so. */
export function isInferred(id: RuleId): boolean {
  return INFERRED.has(id);
}
