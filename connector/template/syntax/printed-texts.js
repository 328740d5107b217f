import { childrenOf } from './walk.js';
/** The texts between expressions, which the script prints as whole strings: they are in no expression of the author. */
export function printedTexts(statements) {
    const texts = new Set();
    const visit = (node) => {
        if (node.kind === 'call' && isGenerated(node.object))
            for (const text of childrenOf(node))
                texts.add(text);
        childrenOf(node).forEach(visit);
    };
    statements.forEach(visit);
    return texts;
}
/** An `out` which the template does not hold: its letters share one place. */
function isGenerated(node) {
    return node?.kind === 'name' && node.name === 'out' && node.end - node.start < node.name.length;
}
