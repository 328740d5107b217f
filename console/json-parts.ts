/** A piece of a line of JSON. */
export interface JsonPart {
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'plain';
  readonly text: string;
}

const PIECES = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** The pieces of one line, for colours; together they are the line. A line that is no JSON is one plain piece. */
export function jsonParts(line: string): readonly JsonPart[] {
  const parts: JsonPart[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) parts.push({ kind: 'plain', text: line.slice(at, to) });
  };
  for (const found of line.matchAll(PIECES)) {
    plain(found.index);
    const [, text, colon, number, word] = found;
    if (text !== undefined) parts.push({ kind: colon === undefined ? 'string' : 'key', text });
    else if (number !== undefined) parts.push({ kind: 'number', text: number });
    else if (word !== undefined) parts.push({ kind: 'word', text: word });
    at = found.index + (text ?? number ?? word ?? '').length;
  }
  plain(line.length);
  return parts;
}
