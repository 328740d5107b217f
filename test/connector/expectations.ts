import {
  type ConnectorDocument,
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  textOf,
} from '../../connector/index.js';
import type { Reply, Seen } from './target.js';

/** One import call as its JSON describes the API behind it. */
interface Expected {
  readonly path: RegExp;
  readonly listField: string;
  readonly columns: readonly string[];
  readonly idPaths: readonly string[];
  /** Lists of ids inside a record, for links and maps: where the list stands, and the id in its elements. */
  readonly lists: readonly (readonly [string, string])[];
  readonly jsonPointer: string;
}

/** How many records the made-up API has behind each call. */
export const RECORDS = 3;

function put(into: JsonObject, path: string, value: JsonValue): void {
  const steps = path
    .trim()
    .split('.')
    .flatMap((part) => [
      part.replace(/\[\d*\]/g, '').replaceAll('~dot#', '.'),
      ...[...part.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index)),
    ]);
  let at: JsonObject | JsonValue[] = into;
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    const here = at as Record<string | number, JsonValue | undefined>;
    if (next === undefined) {
      if (here[step] === undefined) here[step] = value;
      return;
    }
    const inner = here[step];
    if (typeof inner !== 'object' || inner === null) here[step] = typeof next === 'number' ? [] : {};
    at = here[step] as JsonObject | JsonValue[];
  }
}

/** The path a url of the package has, whatever its host is a placeholder for. */
export function pathOf(url: string): string {
  return url.trim().replace(/^(https?:\/\/[^/]*|@\w+@)/, '') || '/';
}

function pattern(url: string): RegExp {
  const path = (pathOf(url).split('?')[0] ?? '').split(/\$\{[^}]*\}/);
  const quoted = path.map((part) => encodeURI(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${quoted.join('[^/]+')}$`);
}

/** The lists that acctEntMappings and entMappings beside some calls read. */
function listsIn(value: JsonObject): [string, string][] {
  return [value.acctEntMappings, value.entMappings].flatMap((mappings) =>
    Object.values(objectOf(mappings)).flatMap((mapping): [string, string][] => {
      const listPath = textOf(objectOf(mapping).listPath) ?? '';
      return listPath === '' ? [] : [[listPath, textOf(objectOf(mapping).idPath) ?? '']];
    }),
  );
}

function callsIn(
  value: JsonValue | undefined,
  pointer = '',
  around: readonly (readonly [string, string])[] = [],
): Expected[] {
  if (!isObject(value)) return [];
  const url = textOf(objectOf(value.http).url);
  const lists = [...around, ...listsIn(value)];
  const inner = Object.entries(value).flatMap(([key, child]) => callsIn(child, `${pointer}/${key}`, lists));
  if (url === undefined) return inner;
  const columns = Object.values(objectOf(value.colsToPropsMap)).flatMap(
    (text) => textOf(text)?.split('~#~')[0] ?? [],
  );
  const idPaths = [value.acctIdPath, value.entIdPath, value.idPath].flatMap((path) => textOf(path) ?? []);
  return [
    {
      path: pattern(url),
      listField: textOf(value.listField) ?? '',
      columns,
      idPaths,
      lists,
      jsonPointer: pointer,
    },
    ...inner,
  ];
}

/** An element of a list of ids: the id itself, or an object that has it. */
function idOf(path: string, id: string): JsonValue {
  if (path === '') return id;
  const element: JsonObject = {};
  put(element, path, id);
  return element;
}

function recordFor(call: Expected, at: number): JsonObject {
  const record: JsonObject = { name: `a/b/c/name${at}`, directRoles: ['role'] };
  for (const path of [...call.idPaths, ...call.columns.filter((column) => !column.includes('#'))])
    put(record, path, `${at}`);
  for (const [listPath, idPath] of call.lists) put(record, listPath, [idOf(idPath, `${at}`)]);
  return record;
}

/** What two calls to one path expect of its records together. */
function together(a: Expected, b: Expected): Expected {
  return {
    ...a,
    columns: [...a.columns, ...b.columns],
    idPaths: [...a.idPaths, ...b.idPaths],
    lists: [...a.lists, ...b.lists],
  };
}

/** An API that answers every import call of a document with records that have what its paths name. */
export function apiFor(document: ConnectorDocument): (seen: Seen) => Reply {
  const calls = callsIn(document.value);
  return ({ path, query }) => {
    const [first, ...others] = calls.filter((candidate) => candidate.path.test(path));
    if (first === undefined) return { body: { access_token: 'token' } };
    const call = others.reduce(together, first);
    const paged = [...query].some(
      ([name, value]) => /^(offset|startAt|startIndex|page|pagenumber)$/i.test(name) && Number(value) > 1,
    );
    const list = paged ? [] : Array.from({ length: RECORDS }, (_, at) => recordFor(call, at + 1));
    const body: JsonObject = { startIndex: Number(query.get('startIndex') ?? 1), itemsPerPage: RECORDS };
    if (call.listField === '') return { body: list };
    put(body, call.listField, list);
    return { body };
  };
}
