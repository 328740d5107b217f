import type { Statement } from './syntax/ast.js';

/** One path read from a binding: `user.address.city` has root `user` and path `['address', 'city']`. */
export interface BindingReference {
  readonly root: string;
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

export function findReferences(_statements: readonly Statement[]): readonly BindingReference[] {
  return [];
}
