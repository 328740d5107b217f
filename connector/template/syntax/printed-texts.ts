import type { Expression, Place, Statement } from './ast.js';
import { childrenOf, type Node } from './walk.js';

/** The texts between expressions, which the script prints as whole strings: they are in no expression of the author. */
export function printedTexts(statements: readonly Statement[]): ReadonlySet<Place> {
  const texts = new Set<Place>();
  const visit = (node: Node): void => {
    if (node.kind === 'call' && isGenerated(node.object))
      for (const text of childrenOf(node)) texts.add(text);
    childrenOf(node).forEach(visit);
  };
  statements.forEach(visit);
  return texts;
}

/** An `out` which the template does not hold: its letters share one place. */
function isGenerated(node: Expression | null): boolean {
  return node?.kind === 'name' && node.name === 'out' && node.end - node.start < node.name.length;
}
