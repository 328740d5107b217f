import { readDocument } from '../../connector/index.js';
import type { Span } from '../lint/body-skeleton.js';
import { type TemplatePart, templateParts } from '../lint/template-parts.js';

/** Why a body that was sent is no JSON, and which part of its template is to blame. */
export interface BrokenBody {
  readonly why: string;
  readonly remedy: string;
  /** Undefined when the text of the template cannot be found again in the body. */
  readonly span: Span | undefined;
  /** The path that was put between quotes as it is, such as `user.lastname`. */
  readonly raw: string | undefined;
}

/** Where the JSON of a rendered body breaks, told in the places of its template. Undefined when it is JSON. */
export function brokenBody(template: string, body: string): BrokenBody | undefined {
  const { problem } = readDocument({ name: 'body', text: body });
  const parts = templateParts(template);
  if (problem) {
    const span = spanAt(parts, template, body, Math.max(0, problem.offset));
    return { why: problem.message, remedy: problem.remedy, span, raw: rawOf(parts, span) };
  }
  return undefined;
}

/** The same for a body whose secret is to blame: what a trace shows in its place is JSON. Undefined when no secret stands in it. */
export function brokenSecret(template: string): BrokenBody | undefined {
  const part = templateParts(template).find(
    ({ expression, quoted }) => quoted && /^\s*(password|randomPassword)\s*$/.test(expression ?? ''),
  );
  return part && { why: '', remedy: '', span: spanOf(part), raw: part.expression?.trim() };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** A path and nothing else, between quotes. */
function rawOf(parts: readonly TemplatePart[], span: Span | undefined): string | undefined {
  const part = parts.find(({ start }) => start === span?.start);
  const path = part?.expression?.trim();
  return part?.quoted && path !== undefined && /^[\w?.]+$/.test(path) ? path : undefined;
}

/**
 * Follows the texts of a template through what it became. Text gives the very character; what an expression printed gives the
 * expression. A break just behind an expression's value is the value's: its quotation mark ended the text too early.
 */
function spanAt(
  parts: readonly TemplatePart[],
  template: string,
  body: string,
  offset: number,
): Span | undefined {
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const text = template.slice(part.start, part.end);
    if (part.expression === undefined) {
      if (!body.startsWith(text, at)) return undefined;
      if (offset < at + text.length || index === parts.length - 1) {
        const start = part.start + Math.min(offset - at, text.length - 1);
        return { start, end: start + 1 };
      }
      at += text.length;
      continue;
    }
    const next = parts[index + 1];
    const following = next === undefined ? '' : template.slice(next.start, next.end);
    const end = following === '' ? body.length : body.indexOf(following, at);
    if (end < 0) return undefined;
    if (offset < end || (part.quoted && offset === end && breaksText(body.slice(at, end))))
      return spanOf(part);
    at = end;
  }
  return undefined;
}

/** True when a value ends what stands before it: it has a quote of its own, or a backslash at its end. */
function breaksText(value: string): boolean {
  return /(^|[^\\])"|\\$/.test(value);
}
