import type { At } from '../failure.js';
import { isObject, type JsonObject, type JsonValue, objectOf, pointerTo, textOf } from '../json.js';
import { columnText, compilePath, type Path, readAll } from '../mapping/path.js';
import type { Columns, MappingType } from '../repository/model.js';
import type { ImportContext } from './context.js';
import type { NamedEntitlement, NamedPair } from './found-maps.js';
import { mappedElements } from './link-information.js';
import { readMappingTypes } from './mapping-types.js';
import type { RecordCall } from './read-section.js';

/** One entry of entMappings: where the ids of other entitlements stand in the record of an entitlement. */
export interface RecordMapping {
  readonly at: At;
  readonly type: string;
  readonly listPath: Path;
  readonly idPath: Path;
  readonly column: string;
  readonly mappingTypes: readonly MappingType[];
}

/** Reads the entMappings beside the calls of an entitlement type. Source: published packages. @throws ConnectorFailure */
export function readRecordMappings(value: JsonValue | undefined, at: At): RecordMapping[] {
  return Object.entries(objectOf(value)).flatMap(([type, json]) => {
    if (!isObject(json)) return [];
    const mappingAt = { ...at, pointer: pointerTo(at.pointer, type) };
    return [
      {
        at: mappingAt,
        type,
        listPath: compilePath(textOf(json.listPath) ?? ''),
        idPath: compilePath(textOf(json.idPath) ?? ''),
        column: (textOf(json.idColumn) ?? textOf(json.keyField) ?? 'entitlementID').toLowerCase(),
        mappingTypes: readMappingTypes(json, mappingAt),
      },
    ];
  });
}

/** The pairs that a record names; `own` is the record's entitlement. */
export function recordPairs(
  mappings: readonly RecordMapping[],
  record: JsonValue,
  own: NamedEntitlement,
  context: ImportContext,
): NamedPair[] {
  return mappings.flatMap((mapping) =>
    mappedElements(mapping, record)
      .flatMap((element) => readAll(mapping.idPath, element))
      .flatMap((value): NamedPair[] => {
        const id = columnText(value);
        if (id === null || id === '') return [];
        const other = { type: mapping.type, column: mapping.column, id };
        const [parent, child] = context.run.choose('entMappings') === 'parent' ? [own, other] : [other, own];
        return [{ at: mapping.at, parent, child, types: mapping.mappingTypes }];
      }),
  );
}

const STORE = /^\s*STORE#ENT#MAPPINGINFO#PARENTID(?:#TYPE##(\w+))?/;

/** The mapping types that a call keeps for the entitlement it is made for; undefined when it keeps none. */
function storedTypes(columns: JsonObject): MappingType[] | undefined {
  const stores = Object.values(columns).flatMap((text) => {
    const match = STORE.exec(textOf(text) ?? '');
    return match === null ? [] : [match[1]];
  });
  if (stores.length === 0) return undefined;
  return stores.includes('ENT2') ? ['ENT2'] : ['ENTMAP'];
}

/** The pair that STORE#ENT#MAPPINGINFO#PARENTID asks for: the entitlement a call is made for, and the record it brought. */
export function parentPair(
  call: RecordCall,
  parent: Columns,
  own: NamedEntitlement,
  context: ImportContext,
): NamedPair[] {
  const id = parent.entitlementid;
  const types = storedTypes(objectOf(call.json.colsToPropsMap));
  if (types === undefined || call.parentType === undefined || call.parentType === own.type) return [];
  if (id === null || id === undefined) return [];
  context.run.rely('stored-entitlement-map');
  const at = { ...call.at, pointer: pointerTo(call.at.pointer, 'colsToPropsMap') };
  return [{ at, parent: { type: call.parentType, column: 'entitlementid', id }, child: own, types }];
}
