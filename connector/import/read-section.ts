import { type At, fail } from '../failure.js';
import type { PagedCall } from '../http/pages.js';
import { readPaging } from '../http/paging.js';
import { type Call, readCall, rootsOf } from '../http/read-call.js';
import { isObject, type JsonObject, objectOf, pointerTo, textOf } from '../json.js';
import { type ColumnMap, compileColumns } from '../mapping/columns.js';
import { compilePath } from '../mapping/path.js';
import type { ImportContext } from './context.js';
import { IMPORT_DOCUMENT } from './context.js';
import { readStatusTexts, type StatusTexts } from './status.js';

/** One call of accountParams or of an entitlement type: a list whose records become columns. */
export interface RecordCall extends PagedCall {
  readonly json: JsonObject;
  readonly at: At;
  readonly columns: ColumnMap;
  readonly keyColumn: string;
  readonly statusTexts: StatusTexts | undefined;
  /** Called once for each record that is already there. */
  readonly dependent: boolean;
  /** For an entitlement call: the type whose entitlements it is called for. */
  readonly parentType: string | undefined;
  readonly nextKeyColumn: string | undefined;
}

const PARENT_ROOTS = [
  'accountName',
  'accountID',
  'entitlementID',
  'entitlementValue',
  'entitlement_value',
  'id',
];

/** The calls of a `call` object by callOrder; those without one keep their place in the text. */
export function orderedCalls(calls: JsonObject, at: At): { readonly json: JsonObject; readonly at: At }[] {
  return Object.entries(calls)
    .flatMap(([name, json]) =>
      isObject(json)
        ? [
            {
              json,
              at: { ...at, pointer: pointerTo(at.pointer, name) },
              order: Number(json.callOrder ?? 0) || 0,
            },
          ]
        : [],
    )
    .sort((a, b) => a.order - b.order);
}

/** Reads the request of an import call; texts with `${` are templates. */
export function readImportCall(json: JsonObject, at: At, section: JsonObject, context: ImportContext): Call {
  return readCall({
    at,
    http: objectOf(json.http),
    httpKey: 'http',
    call: json,
    section,
    connection: textOf(json.connection) ?? textOf(section.connection),
    templates: context.run.peek('importTemplates') === 'always' ? 'always' : 'with-braces',
    rely: (id) => context.run.rely(id),
  });
}

/** The request, paging and list of an import call. */
export function readPagedCall(
  json: JsonObject,
  at: At,
  section: JsonObject,
  context: ImportContext,
): PagedCall {
  return {
    call: readImportCall(json, at, section, context),
    paging: readPaging(json, at),
    listField: compilePath(textOf(json.listField) ?? ''),
    listAt: { ...at, pointer: pointerTo(at.pointer, 'listField') },
    needsList: true,
  };
}

function keyColumn(json: JsonObject, at: At, columns: ColumnMap, usual: string): string {
  const written = textOf(json.keyField) ?? usual;
  const name = written.toLowerCase();
  if (columns.names.includes(name)) return name;
  return fail(
    { ...at, pointer: pointerTo(at.pointer, 'keyField') },
    {
      code: 'key-column-not-mapped',
      message: `keyField is ${written}, and colsToPropsMap does not map it: no record could be recognised.`,
      remedy: `Map ${written} in colsToPropsMap, or name one of: ${columns.names.join(', ') || '(none is mapped)'}.`,
    },
  );
}

/** Reads a call that brings records. @param usualKey the key column when keyField is not given */
export function readRecordCall(
  json: JsonObject,
  at: At,
  section: JsonObject,
  context: ImportContext,
  usualKey: string,
): RecordCall {
  const settings = objectOf(objectOf(context.source.document(IMPORT_DOCUMENT).value).globalSettings);
  const columns = compileColumns(
    json.colsToPropsMap,
    { ...at, pointer: pointerTo(at.pointer, 'colsToPropsMap') },
    { run: context.run, environment: context.target.environment, dateFormat: textOf(settings.dateFormat) },
  );
  const paged = readPagedCall(json, at, section, context);
  const input = objectOf(json.inputParams);
  const roots = rootsOf(paged.call);
  const parentType = textOf(input.entitlementname);
  const dependent =
    input.dependentCall === true || parentType !== undefined || PARENT_ROOTS.some((root) => roots.has(root));
  return {
    ...paged,
    json,
    at,
    columns,
    keyColumn: keyColumn(json, at, columns, usualKey),
    statusTexts: readStatusTexts(json),
    dependent,
    parentType,
    nextKeyColumn: textOf(json.nextApiKeyField)?.toLowerCase(),
    needsList: !dependent,
  };
}
