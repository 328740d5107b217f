import { type At, ConnectorFailure, fail } from '../failure.js';
import { isObject, type JsonObject, pointerTo } from '../json.js';
import type { ConnectorDocument } from '../package/document.js';
import { type ConnectorProblem, problem } from '../problem.js';

const WHY: Readonly<Record<string, string>> = {
  absent: 'is not in the package',
  empty: 'is empty',
  encrypted: 'is cipher text',
};

/** The problem of a connector JSON that cannot be used; undefined when it can. */
export function documentProblem(document: ConnectorDocument): ConnectorProblem | undefined {
  if (document.state === 'ok') return undefined;
  const at = { document: document.name, pointer: '' };
  if (document.problem !== undefined) {
    return problem({
      code: 'json-invalid',
      message: `${document.file} is not JSON: line ${document.problem.line}, column ${document.problem.column}: ${document.problem.message}.`,
      remedy: document.problem.remedy,
      ...at,
    });
  }
  return problem({
    code: `json-${document.state}`,
    message: `${document.name} ${WHY[document.state]}, so this cannot be done.`,
    remedy: `Write ${document.name}, or leave this out of what the integration promises.`,
    ...at,
  });
}

/** The object a connector JSON holds. @throws ConnectorFailure when it holds something else */
export function documentObject(document: ConnectorDocument): JsonObject {
  const found = documentProblem(document);
  if (found !== undefined) throw new ConnectorFailure(found);
  if (isObject(document.value)) return document.value;
  return fail(
    { document: document.name, pointer: '' },
    {
      code: 'json-shape',
      message: `${document.name} is no JSON object.`,
      remedy: 'Write an object: { ... }.',
    },
  );
}

/** A problem that says the flow cannot be run at all, rather than that it failed. */
export function isNotPossible(found: ConnectorProblem): boolean {
  return ['json-absent', 'json-empty', 'json-encrypted', 'section-missing'].includes(found.code);
}

/**
 * A section of a connector JSON that a flow needs.
 * @param at where its holder stands
 * @param first what stands in it at least
 * @throws ConnectorFailure when it is not there, or empty
 */
export function sectionOf(holder: JsonObject, at: At, name: string, first?: string): JsonObject {
  const section = holder[name];
  if (isObject(section) && Object.keys(section).length > 0) return section;
  return fail(
    { ...at, pointer: pointerTo(at.pointer, name, ...(isObject(section) && first ? [first] : [])) },
    {
      code: 'section-missing',
      message: `${at.pointer === '' ? at.document : at.pointer.slice(1)} has no ${name}, so this cannot be done.`,
      remedy: `Add ${name}.`,
    },
  );
}
