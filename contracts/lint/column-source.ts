import { isObject, pointerTo, textOf } from '../../connector/index.js';
import { itemsOf, propertiesOf, type Schema, schemaAt, successSchema } from '../target/response-schema.js';
import type { Target } from '../target/target.js';
import type { CallSite } from './call-sites.js';
import { calledOperation } from './called-operation.js';

/** Where a column of an account or entitlement comes from: a mapping of an import call. */
export interface ColumnSource {
  readonly site: CallSite;
  readonly column: string;
  /** JSON pointer of the mapping, such as `/accountParams/call/call1/colsToPropsMap/accountID`. */
  readonly pointer: string;
  /** The path in one element of the list; undefined for a constant. */
  readonly path: string | undefined;
  /** What the target's answer has at that path; undefined when it documents nothing there. */
  readonly schema: Schema | undefined;
}

/** The columns that an import call fills, with what the target's answer has for each. */
export function columnSources(target: Target, site: CallSite): ColumnSource[] {
  const map = site.call.colsToPropsMap;
  if (!isObject(map)) return [];
  const element = elementSchema(target, site);
  return Object.entries(map).flatMap(([column, value]) => {
    if (typeof value !== 'string') return [];
    const [source = ''] = value.split('~#~');
    const path = source.startsWith('#') || source.startsWith('STORE#') ? undefined : source;
    return [
      {
        site,
        column,
        pointer: pointerTo(site.pointer, 'colsToPropsMap', column),
        path,
        schema: path !== undefined && element ? schemaAt(target.openapi, element, path) : undefined,
      },
    ];
  });
}

/** The schema of one element of the list that an import call reads; undefined when the call or its listField is unknown. */
export function elementSchema(target: Target, site: CallSite): Schema | undefined {
  const { called } = calledOperation(target, site);
  const answer = called && successSchema(target.openapi, called);
  const list =
    answer &&
    schemaAt(target.openapi, answer, textOf(site.call.listField ?? site.call.userResponsePath) ?? '');
  const items = list && itemsOf(target.openapi, list);
  return items ?? (answer && listPath(target, answer) === undefined ? list : undefined);
}

/** Where an answer of the target has its list: the path of one that is there; undefined when none is known. */
export function listPath({ openapi, lists }: Target, answer: Schema): string | undefined {
  if (itemsOf(openapi, answer)) return '';
  const isList = (path: string) => {
    const found = schemaAt(openapi, answer, path);
    return found !== undefined && itemsOf(openapi, found) !== undefined;
  };
  if (lists) return isList(lists.listField) ? lists.listField : undefined;
  return [...propertiesOf(openapi, answer).keys()].find(isList);
}

/**
 * The column that an expression of a call reads: `account.accountID`, `entitlementValue.customproperty1`, or `id` in a
 * call for the links, which stands for the entitlement's or the account's key column.
 */
export function columnOf(
  site: CallSite,
  expression: string,
): { of: 'account' | 'entitlement'; column: string } | undefined {
  const path = /^(account|userAccount|entitlementValue)\??\.(\w+)$/.exec(expression);
  if (path?.[1] && path[2])
    return { of: path[1] === 'entitlementValue' ? 'entitlement' : 'account', column: path[2] };
  if (expression !== 'id' || site.purpose !== 'import-links') return undefined;
  return site.call.processingType === 'httpAcctToEnt'
    ? { of: 'account', column: textOf(site.call.acctKeyField) ?? 'accountID' }
    : { of: 'entitlement', column: textOf(site.call.entKeyField) ?? 'entitlementID' };
}

/** The mappings that fill the column which an expression of a call reads. */
export function sourcesOfExpression(
  target: Target,
  calls: readonly CallSite[],
  site: CallSite,
  expression: string,
): ColumnSource[] {
  const read = columnOf(site, expression);
  if (!read) return [];
  const purpose = read.of === 'account' ? 'import-accounts' : 'import-entitlements';
  return calls
    .filter(
      (call) =>
        call.purpose === purpose && (read.of === 'account' || call.entitlementType === site.entitlementType),
    )
    .flatMap((call) => columnSources(target, call))
    .filter(({ column }) => column.toLowerCase() === read.column.toLowerCase());
}
