/**
 * What went wrong, where in the connector JSON it is rooted, and what to do about it. `start` and `end` are
 * offsets in the decoded string at `pointer`, for a template. `assumptions` are the ids of the ledger entries
 * (see semantics.ts) this verdict depends on.
 */
export interface ConnectorProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly document: string;
  readonly pointer: string;
  readonly start?: number;
  readonly end?: number;
  readonly assumptions: readonly string[];
}

/** A problem without offsets and without assumptions, unless they are given. */
export function problem(
  fields: Omit<ConnectorProblem, 'assumptions'> & { assumptions?: readonly string[] },
): ConnectorProblem {
  return { ...fields, assumptions: fields.assumptions ?? [] };
}
