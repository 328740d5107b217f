import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { JsonValue } from '../json.js';

/** Quick to rule out on a page of ordinary numbers. */
const MANY_DIGITS = /\d{16}/;

/** A whole number too long for a double; such ids must keep their digits. */
const LONG_NUMBER = /[:[,\s]-?\d{16,}\s*[,}\]]/;

function exact(node: ValueNode, text: string): JsonValue {
  switch (node.type) {
    case 'Object': {
      const entries = node.members.map(
        (member) =>
          [member.name.type === 'String' ? member.name.value : '', exact(member.value, text)] as const,
      );
      return Object.fromEntries(entries);
    }
    case 'Array':
      return node.elements.map((element) => exact(element.value, text));
    case 'Number': {
      const digits = text.slice(node.loc.start.offset, node.loc.end.offset);
      return /^-?\d{16,}$/.test(digits) && !Number.isSafeInteger(node.value) ? digits : node.value;
    }
    case 'String':
    case 'Boolean':
      return node.value;
    default:
      return null;
  }
}

/** What a response body says. `none`: there is no text. A whole number beyond 2^53 stays the text of its digits. */
export type ParsedBody =
  | { readonly kind: 'none' | 'broken' }
  | { readonly kind: 'json'; readonly value: JsonValue };

/** Reads a response body as JSON. */
export function parseBody(text: string): ParsedBody {
  if (text.trim() === '') return { kind: 'none' };
  try {
    const value: JsonValue = JSON.parse(text);
    if (!MANY_DIGITS.test(text) || !LONG_NUMBER.test(text)) return { kind: 'json', value };
    return { kind: 'json', value: exact(parse(text, { mode: 'json' }).body, text) };
  } catch {
    return { kind: 'broken' };
  }
}
