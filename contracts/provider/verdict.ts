import type { Overrides } from '../../mock-server/index.js';

/** What a probe found out about a rule. */
export type Verdict =
  | { readonly outcome: 'confirmed'; readonly correction?: Overrides }
  | Contradiction
  | { readonly outcome: 'not-testable'; readonly reason: string };

/** An answer that is not as the ledger says. */
export interface Contradiction {
  readonly outcome: 'contradicted';
  /** What was seen, as a fact. */
  readonly came: string;
  /** What the simulator says instead, where the rule's own sentence leaves it open. */
  readonly says?: string;
  /** What makes the simulator answer as this tenant does; absent where it has no setting for it. */
  readonly correction?: Overrides;
}

/** The tenant does what the rule says; `correction` is what a simulator must be told to do so too. */
export function confirmed(correction?: Overrides): Verdict {
  return { outcome: 'confirmed', ...(correction === undefined ? {} : { correction }) };
}

/** The tenant does something else. */
export function contradicted(came: string, correction?: Overrides): Verdict {
  return { outcome: 'contradicted', came, ...(correction === undefined ? {} : { correction }) };
}

/** It cannot be told from here. */
export function notTestable(reason: string): Verdict {
  return { outcome: 'not-testable', reason };
}

/** Confirmed when the condition holds; otherwise `came` was seen. */
export function judged(holds: boolean, came: string): Verdict {
  return holds ? confirmed() : contradicted(came);
}
