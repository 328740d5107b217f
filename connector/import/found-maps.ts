import type { At } from '../failure.js';
import { problem } from '../problem.js';
import type { EntitlementMap, MappingType } from '../repository/model.js';
import type { ImportContext } from './context.js';

/** An entitlement as a record names it. */
export interface NamedEntitlement {
  readonly type: string;
  readonly column: string;
  readonly id: string;
}

/** Two entitlements that a record puts together. */
export interface NamedPair {
  readonly at: At;
  readonly parent: NamedEntitlement;
  readonly child: NamedEntitlement;
  readonly types: readonly MappingType[];
}

/** The maps the target has, and the pairs of entitlement types they were asked for. */
export interface FoundMaps {
  readonly maps: Map<string, EntitlementMap>;
  /** `<parent type> > <child type>`. */
  readonly pairs: Set<string>;
  received: number;
  unmatched: number;
  calls: number;
}

/** No maps yet. */
export function newFoundMaps(): FoundMaps {
  return { maps: new Map(), pairs: new Set(), received: 0, unmatched: 0, calls: 0 };
}

/** How a pair of entitlement types is noted. */
export function typePair(parent: string, child: string): string {
  return `${parent} > ${child}`;
}

/** How one map is told from others. */
export function mapKey({ parentKey, childKey }: Pick<EntitlementMap, 'parentKey' | 'childKey'>): string {
  return `${parentKey}-${childKey}`;
}

/** Adds a map; the mapping types of several sources come together. */
export function addMap(found: FoundMaps, map: EntitlementMap): void {
  const key = mapKey(map);
  const types = new Set([...(found.maps.get(key)?.types ?? []), ...map.types]);
  found.maps.set(key, { ...map, types: [...types].sort() });
}

/** Adds the map of a pair, or counts that one of the two is not known. */
export function takePair(found: FoundMaps, pair: NamedPair, context: ImportContext): void {
  found.received += 1;
  const [parent, child] = [pair.parent, pair.child].map(({ type, column, id }) =>
    context.store.entitlementByColumn(type, column, id),
  );
  if (parent !== undefined && child !== undefined) {
    addMap(found, { parentKey: parent.key, childKey: child.key, types: pair.types });
    return;
  }
  found.unmatched += 1;
  const { type, column, id } = parent === undefined ? pair.parent : pair.child;
  context.run.warn(
    problem({
      code: 'map-entitlement-unknown',
      message: `A map names the entitlement ${id} of type ${type}, and none has ${id} in its column ${column}.`,
      remedy: `Import ${type} in entitlementParams; the path and the column must speak of the same id.`,
      ...pair.at,
    }),
  );
}
