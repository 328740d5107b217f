import { type AnyNode, type MemberNode, parse, type StringNode, type ValueNode } from '@humanwhocodes/momoa';
import { pointerSteps, pointerTo } from '../json.js';

/** A value in the text and, for a member of an object, its key. Offsets count UTF-16 code units from 0. */
export interface Located {
  readonly pointer: string;
  readonly value: ValueNode;
  readonly key: StringNode | undefined;
}

/** A key that stands twice in one object. */
export interface DuplicateMember {
  readonly pointer: string;
  readonly key: string;
  readonly node: AnyNode;
  readonly first: AnyNode;
}

/** Reads a JSON text into nodes that know their offsets. Throws momoa's error, which has an `offset`. */
export function readTree(text: string): ValueNode {
  const readable = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  return parse(readable, { mode: 'json', ranges: true }).body;
}

function keyOf(member: MemberNode): StringNode | undefined {
  return member.name.type === 'String' ? member.name : undefined;
}

function step(node: ValueNode, name: string): { value: ValueNode; key: StringNode | undefined } | undefined {
  if (node.type === 'Object') {
    const member = node.members.findLast((candidate) => keyOf(candidate)?.value === name);
    return member && { value: member.value, key: keyOf(member) };
  }
  if (node.type === 'Array' && /^\d+$/.test(name)) {
    const element = node.elements[Number(name)];
    return element && { value: element.value, key: undefined };
  }
  return undefined;
}

/** The value at a pointer, or its nearest ancestor that exists. */
export function locate(root: ValueNode, pointer: string): Located {
  let found: Located = { pointer: '', value: root, key: undefined };
  for (const name of pointerSteps(pointer)) {
    const next = step(found.value, name);
    if (next === undefined) return found;
    found = { pointer: pointerTo(found.pointer, name), ...next };
  }
  return found;
}

/** Every key that stands again in the same object, in the order of the text. */
export function duplicateMembers(node: ValueNode, pointer = ''): DuplicateMember[] {
  if (node.type === 'Array') {
    return node.elements.flatMap((element, index) =>
      duplicateMembers(element.value, pointerTo(pointer, index)),
    );
  }
  if (node.type !== 'Object') return [];
  const seen = new Map<string, StringNode>();
  return node.members.flatMap((member) => {
    const name = keyOf(member);
    if (name === undefined) return [];
    const here = pointerTo(pointer, name.value);
    const first = seen.get(name.value);
    if (first === undefined) seen.set(name.value, name);
    const own = first === undefined ? [] : [{ pointer: here, key: name.value, node: name, first }];
    return [...own, ...duplicateMembers(member.value, here)];
  });
}

/**
 * The offset in the JSON text of the `index`-th code unit of a decoded string.
 * `rawStart` is the offset just after the opening quote.
 */
export function rawOffset(text: string, rawStart: number, index: number): number {
  let raw = rawStart;
  for (let decoded = 0; decoded < index; decoded += 1) {
    if (text.charAt(raw) !== '\\') raw += 1;
    else raw += text.charAt(raw + 1) === 'u' ? 6 : 2;
  }
  return raw;
}
