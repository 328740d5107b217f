import { pointerTo } from './json.js';
import { type ConnectorProblem, problem } from './problem.js';

/** Carries a problem from where it is met to where the flow ends; never leaves the connector. */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';

  constructor(readonly problem: ConnectorProblem) {
    super(problem.message);
  }
}

/** Where in a package a failure is rooted. */
export interface At {
  readonly document: string;
  readonly pointer: string;
}

/** A key below a place, there or not. */
export function below({ document, pointer }: At, ...keys: readonly string[]): At {
  return { document, pointer: pointerTo(pointer, ...keys) };
}

/** Ends the flow with a problem. */
export function fail(
  at: At,
  fields: Omit<ConnectorProblem, 'document' | 'pointer' | 'assumptions'> & {
    assumptions?: readonly string[];
  },
): never {
  throw new ConnectorFailure(problem({ ...fields, document: at.document, pointer: at.pointer }));
}
