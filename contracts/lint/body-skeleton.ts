import { parse as parseJson } from '@humanwhocodes/momoa';

/** What a body template sends under one key, as far as it can be told without running it. */
export type SkeletonValue =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: Span }
  | { readonly kind: 'text'; readonly at: Span }
  | { readonly kind: 'expression'; readonly source: string; readonly at: Span }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, SkeletonField>; readonly at: Span }
  | { readonly kind: 'array'; readonly items: readonly SkeletonValue[]; readonly at: Span };

export interface SkeletonField {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: SkeletonValue;
}

/** Offsets in the template text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The JSON that a body template will make, with its expressions as holes: `text` is a quoted value with an expression in
 * it, `expression` one that stands alone. An expression whose brace is missing ends where its quoted value does, so that
 * one mistake does not hide the others. Undefined when the rest is not JSON.
 */
export function bodySkeleton(template: string): SkeletonValue | undefined {
  const { json, offsets, holes } = withHoles(template);
  const at = (node: Ranged): Span => ({
    start: offsets[node.range?.[0] ?? 0] ?? 0,
    end: offsets[node.range?.[1] ?? 0] ?? template.length,
  });
  try {
    return toValue(parseJson(json, { ranges: true }).body, at, holes);
  } catch {
    return undefined; // Not JSON: whoever renders the body will say so with real values.
  }
}

type Node = ReturnType<typeof parseJson>['body'];

type Ranged = { readonly range?: readonly number[] | undefined };

const holeMark = '\u{E000}';

function toValue(node: Node, at: (node: Ranged) => Span, holes: readonly string[]): SkeletonValue {
  switch (node.type) {
    case 'Object': {
      const fields = node.members.map(({ name, value }): [string, SkeletonField] => {
        const key = name.type === 'String' ? name.value : name.name;
        return [key, { key, keyAt: at(name), value: toValue(value, at, holes) }];
      });
      return { kind: 'object', fields: new Map(fields), at: at(node) };
    }
    case 'Array':
      return {
        kind: 'array',
        items: node.elements.map(({ value }) => toValue(value, at, holes)),
        at: at(node),
      };
    case 'String':
      return stringValue(node.value, at(node), holes);
    case 'Number':
    case 'Boolean':
      return { kind: 'literal', value: node.value, at: at(node) };
    default:
      return { kind: 'literal', value: null, at: at(node) };
  }
}

function stringValue(value: string, at: Span, holes: readonly string[]): SkeletonValue {
  const bare = new RegExp(`^${holeMark}!(\\d+)$`, 'u').exec(value);
  if (bare) return { kind: 'expression', source: holes[Number(bare[1])] ?? '', at };
  return value.includes(holeMark) ? { kind: 'text', at } : { kind: 'literal', value, at };
}

interface Holed {
  readonly json: string;
  /** For each character of `json`, and for its end, the offset in the template that it came from. */
  readonly offsets: readonly number[];
  readonly holes: readonly string[];
}

function withHoles(template: string): Holed {
  let json = '';
  const offsets: number[] = [];
  const holes: string[] = [];
  const put = (text: string, from: number) => {
    for (let i = 0; i < text.length; i++) offsets.push(from);
    json += text;
  };
  let quoted = false;
  for (let i = 0; i < template.length; ) {
    const char = template.charAt(i);
    if (template.startsWith('${', i)) {
      const end = expressionEnd(template, i + 2, quoted);
      const mark = `${holeMark}${quoted ? '' : '!'}${holes.length}`;
      holes.push(template.slice(i + 2, end.inner));
      put(quoted ? mark : `"${mark}"`, i);
      i = end.outer;
    } else if (quoted && char === '\\') {
      put(template.slice(i, i + 2), i);
      i += 2;
    } else {
      if (char === '"') quoted = !quoted;
      put(char, i);
      i += 1;
    }
  }
  return { json, offsets: [...offsets, template.length], holes };
}

/** Where the expression that starts at `from` ends: at its brace, or, where that is missing, at the quote that ends the value. */
export function expressionEnd(
  template: string,
  from: number,
  quoted: boolean,
): { inner: number; outer: number } {
  const rest = template.slice(from);
  const afterPath = from + (/^[\w.?\s]*/.exec(rest)?.[0].length ?? 0);
  if (quoted && template.charAt(afterPath) === '"') return { inner: afterPath, outer: afterPath };
  let depth = 1;
  for (const { 0: token, index } of rest.matchAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[{}]/gs)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0;
    if (depth === 0) return { inner: from + index, outer: from + index + 1 };
  }
  return { inner: template.length, outer: template.length };
}
