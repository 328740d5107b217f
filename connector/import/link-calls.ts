import { type At, fail } from '../failure.js';
import type { PagedCall } from '../http/pages.js';
import type { JsonValue } from '../json.js';
import { isObject, type JsonObject, objectOf, pointerTo, textOf } from '../json.js';
import { columnText, compilePath, type Path } from '../mapping/path.js';
import { IMPORT_DOCUMENT, type ImportContext } from './context.js';
import { type OwnerPath, ownerPath } from './found-owners.js';
import { orderedTypes } from './import-entitlements.js';
import { orderedCalls, readPagedCall } from './read-section.js';

/** Where the links of an entitlement type come from. Source: knowledge base of the vendor (documented). */
export type Processing = 'acctToEntMapping' | 'entToAcctMapping' | 'httpEntToAcct' | 'httpAcctToEnt' | 'http';

const PROCESSINGS: readonly Processing[] = [
  'acctToEntMapping',
  'entToAcctMapping',
  'httpEntToAcct',
  'httpAcctToEnt',
  'http',
];

/** Reads links over HTTP: from which column the url's `${id}` comes, and where the ids stand in an element. */
export interface LinkCall extends PagedCall {
  readonly at: At;
  readonly type: string;
  readonly processing: 'httpEntToAcct' | 'httpAcctToEnt' | 'http';
  readonly accountColumn: string;
  readonly entitlementColumn: string;
  readonly accountId: Path;
  readonly entitlementId: Path;
  /** Where the owner of the entitlement stands in an element, if it is asked for. */
  readonly owner: OwnerPath | undefined;
  privilegesOf(element: JsonValue): Readonly<Record<string, string>> | undefined;
}

/** One source of links. `type` undefined: every type that the stored information names. */
export type LinkSource =
  | { readonly kind: 'call'; readonly call: LinkCall }
  | { readonly kind: 'accounts'; readonly type: string | undefined; readonly at: At }
  | { readonly kind: 'entitlements'; readonly type: string | undefined; readonly at: At };

const POINTER = '/acctEntParams';

function processingOf(value: JsonValue | undefined, at: At): Processing {
  const found = PROCESSINGS.find((name) => name === value);
  if (found !== undefined) return found;
  return fail(
    { ...at, pointer: pointerTo(at.pointer, 'processingType') },
    {
      code: 'processing-type-unknown',
      message: `processingType is ${value === undefined ? 'missing' : JSON.stringify(value)}.`,
      remedy: `Use one of ${PROCESSINGS.join(', ')}.`,
    },
  );
}

function privileges(json: JsonObject): LinkCall['privilegesOf'] {
  const params = objectOf(json.privilegeParams);
  const name = textOf(params.attrName);
  if (name === undefined) return () => undefined;
  const path = typeof params.attrValuePath === 'string' ? compilePath(params.attrValuePath) : undefined;
  const fixed = columnText(params.attrValue) ?? '';
  return (element) => ({ [name]: path === undefined ? fixed : (columnText(path.read(element)) ?? '') });
}

function readLinkCall(
  type: string,
  processing: LinkCall['processing'],
  json: JsonObject,
  at: At,
  section: JsonObject,
  context: ImportContext,
): LinkCall {
  return {
    ...readPagedCall(json, at, section, context),
    needsList: false,
    at,
    type,
    processing,
    accountColumn: (textOf(json.acctKeyField) ?? 'accountID').toLowerCase(),
    entitlementColumn: (textOf(json.entKeyField) ?? 'entitlementID').toLowerCase(),
    accountId: compilePath(textOf(json.acctIdPath) ?? textOf(json.idPath) ?? ''),
    entitlementId: compilePath(textOf(json.entIdPath) ?? textOf(json.idPath) ?? ''),
    owner: ownerPath(json, at),
    privilegesOf: privileges(json),
  };
}

function sourcesOfType(
  type: string,
  json: JsonObject,
  section: JsonObject,
  context: ImportContext,
): LinkSource[] {
  const at = { document: IMPORT_DOCUMENT, pointer: pointerTo(POINTER, 'entTypes', type, 'call') };
  return orderedCalls(objectOf(json.call), at).map(({ json: call, at: callAt }) => {
    const own = call.processingType ?? json.processingType ?? section.processingType;
    const processing = processingOf(own, callAt);
    if (processing === 'acctToEntMapping') return { kind: 'accounts', type, at: callAt };
    if (processing === 'entToAcctMapping') return { kind: 'entitlements', type, at: callAt };
    return { kind: 'call', call: readLinkCall(type, processing, call, callAt, section, context) };
  });
}

/** Where links come from, by acctEntParams: of each entitlement type, or of the section as a whole. @throws ConnectorFailure */
export function readLinkSources(section: JsonObject, context: ImportContext): LinkSource[] {
  const types = orderedTypes(objectOf(section.entTypes)).filter(({ json }) => isObject(json.call));
  if (types.length > 0) return types.flatMap(({ type, json }) => sourcesOfType(type, json, section, context));
  if (Object.keys(section).length === 0 || section.processingType === undefined) return [];
  const at = { document: IMPORT_DOCUMENT, pointer: POINTER };
  const processing = processingOf(section.processingType, at);
  if (processing === 'acctToEntMapping') return [{ kind: 'accounts', type: undefined, at }];
  if (processing === 'entToAcctMapping') return [{ kind: 'entitlements', type: undefined, at }];
  return fail(at, {
    code: 'section-missing',
    message: `acctEntParams has processingType ${processing} and no entTypes with calls.`,
    remedy: 'Add entTypes.<type>.call.call1 with the http call that brings the links.',
  });
}
