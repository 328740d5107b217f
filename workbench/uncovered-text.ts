import { type ConnectorDocument, isObject, type JsonValue, readDocument } from '../connector/index.js';
import { EditProblem } from './edit-problem.js';
import { COVER, isSecretPlace, maskedText } from './masked-text.js';

/** A run of covers, and what it covers. */
interface Covered {
  readonly pointer: string;
  readonly secrets: readonly string[];
}

/**
 * A text that was edited with its secrets covered, with the secrets put back. A cover belongs to the value at its place; one that was
 * moved or whose key was renamed, to the only secret that is as long.
 * @throws EditProblem `secret-covered` when it cannot be told which secret a cover stands for
 */
export function uncoveredText(text: string, before: ConnectorDocument): string {
  if (!text.includes(COVER)) return text;
  const known = coveredIn(before);
  const anywhere = [...new Set(known.flatMap(({ secrets }) => secrets))];
  const document = readDocument({ name: before.name, file: before.file, text });
  const offsetOf = offsets(text);
  let result = text;
  for (const { pointer, value } of strings(document.value)) {
    if (!value.includes(COVER)) continue;
    const { line, column, endLine, endColumn } = document.place(pointer);
    const [from, to] = [offsetOf(line, column), offsetOf(endLine, endColumn)];
    const raw = text.slice(from, to);
    const own = known.find((one) => one.pointer === pointer)?.secrets ?? [];
    const runs = [...raw.matchAll(RUNS)].map(([run]) => run.length);
    const inPlace = runs.length === own.length && runs.every((length, at) => length === own[at]?.length);
    let at = -1;
    const put = raw.replaceAll(RUNS, (run) => {
      at += 1;
      const fitting = inPlace
        ? own.slice(at, at + 1)
        : anywhere.filter(({ length }) => length === run.length);
      const [secret] = fitting;
      if (secret !== undefined && fitting.length === 1) return secret;
      if (!isSecretPlace(pointer, value)) return run;
      throw new EditProblem(
        'secret-covered',
        `Line ${line}, column ${column}: these dots cover no secret that was here. Leave covered secrets as they are, or write the whole secret.`,
        line,
        column,
      );
    });
    // A secret is as long as its cover: every offset stays what it was.
    result = result.slice(0, from) + put + result.slice(to);
  }
  return result;
}

const RUNS = new RegExp(`${COVER}+`, 'g');

/** What is covered in each text value of a connector JSON; of one that cannot be read, as if it were one value. */
function coveredIn({ text, value, place }: ConnectorDocument): Covered[] {
  const masked = maskedText(text);
  const secretsIn = (from: number, to: number) =>
    [...masked.slice(from, to).matchAll(RUNS)]
      .filter(({ index, 0: run }) => text.slice(from + index, from + index + run.length) !== run)
      .map(({ index, 0: run }) => text.slice(from + index, from + index + run.length));
  if (value === undefined) return [{ pointer: '', secrets: secretsIn(0, text.length) }];
  const offsetOf = offsets(text);
  return strings(value).map(({ pointer }) => {
    const { line, column, endLine, endColumn } = place(pointer);
    return { pointer, secrets: secretsIn(offsetOf(line, column), offsetOf(endLine, endColumn)) };
  });
}

/** Every text value with its pointer. */
function strings(value: JsonValue | undefined, pointer = ''): { pointer: string; value: string }[] {
  if (typeof value === 'string') return [{ pointer, value }];
  if (!Array.isArray(value) && !isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    strings(one as JsonValue, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** From line and column, counted from 1, to the offset in a text. */
function offsets(text: string): (line: number, column: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  return (line, column) => (starts[line - 1] ?? text.length) + column - 1;
}
