import type { Span } from './body-skeleton.js';

/**
 * The first `${` of a template whose `}` is missing: the text runs on to the brace of a later expression, or to the end.
 * The span covers `${` and the path that follows it. Undefined when every expression has its brace.
 */
export function unclosedExpression(template: string): Span | undefined {
  for (let start = template.indexOf('${'); start >= 0; start = template.indexOf('${', start + 2)) {
    const brace = template.indexOf('}', start);
    const next = template.indexOf('${', start + 2);
    const path = /^\$\{\s*[\w.?]*/.exec(template.slice(start))?.[0] ?? '${';
    const follows = template.charAt(start + path.length);
    if (brace < 0 || (next >= 0 && next < brace && follows !== '}' && /["',]/.test(follows))) {
      return { start, end: start + path.length };
    }
  }
  return undefined;
}
