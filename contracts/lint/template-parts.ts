import { expressionEnd, type Span } from './body-skeleton.js';

/** A stretch of a body template: text, or an expression. */
export interface TemplatePart extends Span {
  /** What stands between the braces; undefined for text. */
  readonly expression: string | undefined;
  /** Whether it stands between the quotes of a JSON text. */
  readonly quoted: boolean;
}

/** A body template as text and expressions, in their order. */
export function templateParts(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let quoted = false;
  let textFrom = 0;
  for (let i = 0; i < template.length; ) {
    if (template.startsWith('${', i)) {
      if (i > textFrom) parts.push({ start: textFrom, end: i, expression: undefined, quoted });
      const { inner, outer } = expressionEnd(template, i + 2, quoted);
      parts.push({ start: i, end: outer, expression: template.slice(i + 2, inner), quoted });
      i = outer;
      textFrom = outer;
    } else if (template.charAt(i) === '\\') {
      i += 2;
    } else {
      if (template.charAt(i) === '"') quoted = !quoted;
      i += 1;
    }
  }
  if (textFrom < template.length)
    parts.push({ start: textFrom, end: template.length, expression: undefined, quoted });
  return parts;
}
