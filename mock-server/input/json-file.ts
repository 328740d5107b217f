import { readFile } from 'node:fs/promises';
import type { DocumentNode, ValueNode } from '@humanwhocodes/momoa';
import { SetupError } from '../tenant/errors.js';
import { type InputProblem, problemOf } from './check.js';

/**
 * Read a JSON file of a known shape.
 * @param what what the file holds, for the texts: `fault rules`
 * @param more what the schema cannot say; asked of a value that the schema lets pass
 * Throws `SetupError` with the given code; its message begins with the place: `faults.json:5:12`.
 */
export async function readJsonFile<T>(
  file: string,
  schema: object,
  code: string,
  what: string,
  more: (value: T) => InputProblem | undefined = () => undefined,
): Promise<T> {
  const text = await textOf(file, code, what);
  const problemIn = async (value: unknown) => (await problemOf(schema, value)) ?? more(value as T);
  const plain = jsonOf(text);
  // Places cost fifty times what reading costs, and are needed only where something is wrong.
  if (plain !== undefined && (await problemIn(plain)) === undefined) return plain as T;
  const { evaluate, parse } = await import('@humanwhocodes/momoa');
  let document: DocumentNode;
  try {
    document = parse(text, { ranges: true });
  } catch (error) {
    const {
      line = 1,
      column = 1,
      message,
    } = /end of input/.test(String(error))
      ? { ...endOf(text), message: 'It ends too early.' }
      : (error as Error & { line?: number; column?: number });
    const cause = message.replace(/\s*\(\d+:\d+\)$/, '');
    throw new SetupError(
      code,
      `${file}:${line}:${column}  This is not JSON: ${cause}`,
      'Mend the file at this place.',
    );
  }
  const value = evaluate(document);
  const problem = await problemIn(value);
  if (problem === undefined) return value as T;
  const { line, column } = placeOf(document.body, problem);
  throw new SetupError(
    code,
    `${file}:${line}:${column}  ${problem.pointer || 'The file'}: ${problem.message}`,
    `Mend the ${what} at this place; nothing was started.`,
  );
}

/** The value of a JSON text; undefined if it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(file: string, code: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new SetupError(code, `${file} cannot be read: ${message}.`, `Give a file of ${what}.`);
  }
}

function endOf(text: string): { line: number; column: number } {
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Where the value, or the name, that a problem is about begins. */
function placeOf(root: ValueNode, { pointer, isName }: InputProblem): { line: number; column: number } {
  let node = root;
  let place = node.loc.start;
  const steps = pointer.split('/').slice(1);
  for (const [depth, step] of steps.entries()) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const ends = isName && depth === steps.length - 1;
    if (node.type === 'Array') {
      const element = node.elements[Number(name)];
      if (element === undefined) break;
      node = element.value;
      place = node.loc.start;
    } else if (node.type === 'Object') {
      const member = node.members.find(
        (one) => (one.name.type === 'String' ? one.name.value : one.name.name) === name,
      );
      if (member === undefined) break;
      place = ends ? member.loc.start : member.value.loc.start;
      node = member.value;
    }
  }
  return place;
}
