import type { At } from '../failure.js';
import { jsonObject } from '../http/body.js';
import { isObject, type JsonObject, type JsonValue, objectOf, pointerTo, textOf } from '../json.js';
import { type ColumnMap, compileColumns } from '../mapping/columns.js';
import { columnText, compilePath, type Path, readAll } from '../mapping/path.js';
import { problem } from '../problem.js';
import type { ImportContext } from './context.js';
import { readStatusTexts, type StatusTexts } from './status.js';

/** One entry of acctEntMappings: where the ids of the other side stand in a record. */
export interface LinkMapping {
  readonly type: string;
  readonly listPath: Path;
  readonly idPath: Path;
  readonly keyField: string;
  readonly importAsEntitlement: boolean;
  readonly columns: ColumnMap | undefined;
  readonly statusTexts: StatusTexts | undefined;
}

/** The stored form of links, by type. Source: community forum (observed). */
export type LinkInformation = Readonly<
  Record<string, { readonly ids: readonly string[]; readonly keyField: string }>
>;

const KEYS = ['listPath', 'idPath', 'keyField', 'importAsEntitlement', 'colsToPropsMap', 'statusConfig'];

function warnAboutKeys(entry: JsonObject, at: At, context: ImportContext): void {
  for (const key of Object.keys(entry)) {
    if (KEYS.includes(key)) continue;
    const meant = KEYS.find((known) => known.toLowerCase() === key.toLowerCase());
    context.run.rely('unknown-keys');
    context.run.warn(
      problem({
        code: 'mapping-key-unknown',
        message: `${key} is not read in acctEntMappings.`,
        remedy: meant === undefined ? `Use ${KEYS.join(', ')}.` : `Write ${meant}.`,
        ...at,
        pointer: pointerTo(at.pointer, key),
        assumptions: ['unknown-keys'],
      }),
    );
  }
}

function readMapping(
  type: string,
  entry: JsonObject,
  at: At,
  usualKey: string,
  context: ImportContext,
): LinkMapping {
  warnAboutKeys(entry, at, context);
  const mapAt = { ...at, pointer: pointerTo(at.pointer, 'colsToPropsMap') };
  const given = { run: context.run, environment: context.target.environment };
  return {
    type,
    listPath: compilePath(textOf(entry.listPath) ?? ''),
    idPath: compilePath(textOf(entry.idPath) ?? ''),
    keyField: textOf(entry.keyField) ?? usualKey,
    importAsEntitlement: entry.importAsEntitlement === true || entry.importAsEntitlement === 'true',
    columns: isObject(entry.colsToPropsMap) ? compileColumns(entry.colsToPropsMap, mapAt, given) : undefined,
    statusTexts: readStatusTexts(entry),
  };
}

/**
 * Reads acctEntMappings: an object by entitlement type, or (beside an entitlement call) the one mapping itself.
 * @param usualKey the column of the other side when keyField is not given
 */
export function readLinkMappings(
  value: JsonValue | undefined,
  at: At,
  usualKey: string,
  ownType: string,
  context: ImportContext,
): LinkMapping[] {
  const entries = objectOf(value);
  if (Object.values(entries).length > 0 && !Object.values(entries).some(isObject)) {
    return [readMapping(ownType, entries, at, usualKey, context)];
  }
  return Object.entries(entries).flatMap(([type, entry]) =>
    isObject(entry)
      ? [readMapping(type, entry, { ...at, pointer: pointerTo(at.pointer, type) }, usualKey, context)]
      : [],
  );
}

/** The elements of a record that a mapping finds; without listPath the record is the one element. */
export function mappedElements(
  mapping: Pick<LinkMapping, 'listPath'>,
  record: JsonValue,
): readonly JsonValue[] {
  return mapping.listPath.text.trim() === '' ? [record] : readAll(mapping.listPath, record);
}

/** The ids in a record, as the column keeps them: `{"<type>":{"entIds":[...],"keyField":"..."}}`. */
export function linkInformation(
  mappings: readonly LinkMapping[],
  record: JsonValue,
  idsKey: 'entIds' | 'acctIds',
): string {
  const found = mappings.map((mapping) => {
    const ids = mappedElements(mapping, record)
      .flatMap((element) => readAll(mapping.idPath, element))
      .flatMap((id) => columnText(id) ?? []);
    return [mapping.type, { [idsKey]: ids, keyField: mapping.keyField }] as const;
  });
  return JSON.stringify(Object.fromEntries(found));
}

/** Reads the column back; undefined when it holds something else. */
export function readLinkInformation(text: string | null | undefined): LinkInformation | undefined {
  if (text === null || text === undefined || !text.startsWith('{')) return undefined;
  const value = jsonObject(text);
  if (value === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([type, entry]) => {
      if (!isObject(entry)) return [];
      const ids = [entry.entIds ?? entry.acctIds ?? []].flat().flatMap((id) => columnText(id) ?? []);
      return [[type, { ids, keyField: textOf(entry.keyField) ?? 'entitlementID' }]];
    }),
  );
}
