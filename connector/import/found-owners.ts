import type { At } from '../failure.js';
import { type JsonObject, type JsonValue, pointerTo, textOf } from '../json.js';
import { compilePath, type Path } from '../mapping/path.js';
import { problem } from '../problem.js';
import type { Entitlement } from '../repository/model.js';
import type { ImportContext } from './context.js';
import { eachId } from './owned-pages.js';
import { type FindOwner, ownerFinder } from './owner-finder.js';

/** Where the owner of an entitlement stands in an element, and which column tells owners apart. */
export interface OwnerPath {
  readonly at: At;
  readonly path: Path;
  readonly column: string;
}

/** The owners the target has, and the entitlement types they were asked for. */
export interface FoundOwners {
  /** The usernames by the key of the entitlement. */
  readonly owners: Map<number, Set<string>>;
  readonly types: Set<string>;
  readonly find: FindOwner;
  received: number;
  unmatched: number;
  calls: number;
}

/** No owners yet. */
export function newFoundOwners(context: ImportContext): FoundOwners {
  return {
    owners: new Map(),
    types: new Set(),
    find: ownerFinder(context),
    received: 0,
    unmatched: 0,
    calls: 0,
  };
}

/** Reads ownerIdPath and ownerKeyField; undefined when a call asks for no owner. */
export function ownerPath(json: JsonObject, at: At): OwnerPath | undefined {
  const path = textOf(json.ownerIdPath);
  if (path === undefined) return undefined;
  return {
    at: { ...at, pointer: pointerTo(at.pointer, 'ownerIdPath') },
    path: compilePath(path),
    column: textOf(json.ownerKeyField) ?? 'username',
  };
}

/** Adds the owners that an element names for an entitlement. */
export function takeOwners(
  call: { readonly owner: OwnerPath | undefined },
  element: JsonValue,
  entitlement: Entitlement,
  found: FoundOwners,
  context: ImportContext,
): void {
  const { owner } = call;
  if (owner === undefined) return;
  eachId(owner.path, element, (id) => {
    found.received += 1;
    const username = found.find(owner.column, id);
    if (username === undefined) {
      found.unmatched += 1;
      context.run.warn(ownerUnknown(owner, id));
      return;
    }
    const own = found.owners.get(entitlement.key) ?? new Set();
    found.owners.set(entitlement.key, own.add(username));
  });
}

function ownerUnknown({ at, column }: OwnerPath, id: string) {
  return problem({
    code: 'owner-unknown',
    message: `${id} owns an entitlement, and no identity is found by ${column} ${id}.`,
    remedy:
      'Import users first; ownerIdPath and ownerKeyField must speak of the same attribute of users, or of a column of their accounts.',
    ...at,
    assumptions: ['owner-key'],
  });
}
