import type { ValueNode } from '@humanwhocodes/momoa';
import type { JsonValue } from '../json.js';
import type { ConnectorDocument, DocumentState, DuplicateKey, JsonProblem, Place } from './document.js';
import { jsonProblem } from './json-problem.js';
import { linesOf } from './lines.js';
import { duplicateMembers, locate, rawOffset, readTree } from './tree.js';

interface Parsed {
  readonly state: DocumentState;
  readonly value: JsonValue | undefined;
  readonly tree: ValueNode | undefined;
  readonly problem?: JsonProblem;
}

/** Cipher text of an export (base64, one long word) or the mask of the user interface. */
function isCipherText(text: string): boolean {
  return /^[A-Za-z0-9+/]{14,}={0,2}$/.test(text) || /^#{6,}$/.test(text);
}

/** The offset of a control character inside a text value; JSON forbids them, and the tree reader lets them pass. */
function controlCharacter(text: string): number | undefined {
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (inString && char < ' ') return at;
    if (inString && char === '\\') at += 1;
    else if (char === '"') inString = !inString;
  }
  return undefined;
}

function offsetOf(error: unknown, text: string): number {
  if (typeof error !== 'object' || error === null) return text.length;
  const offset: unknown = Reflect.get(error, 'offset');
  if (typeof offset === 'number') return offset;
  const position = /position (\d+)/.exec(String(Reflect.get(error, 'message')))?.[1];
  return position === undefined ? text.length : Number(position);
}

function parseText(text: string | undefined): Parsed {
  const trimmed = text?.replace(/^\ufeff/, '').trim();
  if (text === undefined || trimmed === undefined)
    return { state: 'absent', value: undefined, tree: undefined };
  if (trimmed === '') return { state: 'empty', value: undefined, tree: undefined };
  if (isCipherText(trimmed)) return { state: 'encrypted', value: undefined, tree: undefined };
  try {
    const tree = readTree(text);
    return { state: 'ok', value: JSON.parse(trimmed), tree };
  } catch (error) {
    return {
      state: 'invalid',
      value: undefined,
      tree: undefined,
      problem: jsonProblem(text, Math.min(offsetOf(error, text), controlCharacter(text) ?? text.length)),
    };
  }
}

/** Reads one connector JSON. It never fails: what is wrong with the text is told by `state` and `problem`. */
export function readDocument(fields: {
  name: string;
  file?: string;
  text: string | undefined;
  origin?: ConnectorDocument['origin'];
}): ConnectorDocument {
  const { name, file = fields.name, origin = 'package' } = fields;
  const text = fields.text ?? '';
  const parsed = parseText(fields.text);
  const lines = linesOf(text);

  function between(pointer: string, start: number, end: number): Place {
    const from = lines.at(start);
    const to = lines.at(end);
    return { document: name, file, pointer, ...from, endLine: to.line, endColumn: to.column };
  }

  function place(pointer: string, part: 'value' | 'key' = 'value'): Place {
    if (parsed.tree === undefined) {
      const at = parsed.problem?.offset ?? 0;
      return between('', at, Math.min(at + 1, text.length));
    }
    const found = locate(parsed.tree, pointer);
    const absent = found.pointer !== pointer;
    const node = part === 'key' || absent ? (found.key ?? found.value) : found.value;
    return between(pointer, node.loc.start.offset, node.loc.end.offset);
  }

  function placeInString(pointer: string, start: number, end: number): Place {
    const found = parsed.tree && locate(parsed.tree, pointer);
    if (found?.value.type !== 'String' || found.pointer !== pointer) return place(pointer);
    const length = found.value.value.length;
    const first = found.value.loc.start.offset + 1;
    const from = rawOffset(text, first, Math.min(start, length));
    return between(
      pointer,
      from,
      rawOffset(text, from, Math.max(0, Math.min(end, length) - Math.min(start, length))),
    );
  }

  const duplicateKeys: DuplicateKey[] = parsed.tree
    ? duplicateMembers(parsed.tree).map(({ pointer, key, node, first }) => ({
        pointer,
        key,
        place: between(pointer, node.loc.start.offset, node.loc.end.offset),
        firstPlace: between(pointer, first.loc.start.offset, first.loc.end.offset),
      }))
    : [];

  return {
    name,
    file,
    text,
    origin,
    state: parsed.state,
    value: parsed.value,
    ...(parsed.problem && { problem: parsed.problem }),
    duplicateKeys,
    place,
    placeInString,
  };
}
