import { objectOf, textOf } from '../../../connector/index.js';
import type { Schema } from '../../target/response-schema.js';
import type { Target } from '../../target/target.js';
import type { CallSite } from '../call-sites.js';
import { type ColumnSource, columnSources } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { columnTypes, neededColumns } from '../known-columns.js';
import { nearMiss } from '../near-miss.js';
import type { Rule, RuleHit } from '../rule.js';

const withAccountId = (accountID: string) =>
  exampleAccountImport({ colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, accountID } });

export const mappingType: Rule = {
  id: 'mapping-type',
  severity: 'error',
  title: 'A mapping does not say of which type its column is, or names a type that EIC does not have.',
  why: 'EIC does not read the field, and the column stays empty.',
  example: {
    trips: { ImportAccountEntJSON: withAccountId('id') },
    passes: { ImportAccountEntJSON: withAccountId('id~#~char') },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      for (const source of columnSources(target, site)) {
        const hit = unwritten(site, source) ?? unreadable(target, site, source);
        if (hit) yield { place: site.document.place(source.pointer), ...hit };
      }
    }
  },
};

type Hit = Omit<RuleHit, 'place'>;

/** The mapping lacks its type, or has one that EIC does not have. */
function unwritten({ call }: CallSite, { column }: ColumnSource): Hit | undefined {
  const fault = faultOf(textOf(objectOf(call.colsToPropsMap)[column]) ?? '');
  return fault && { message: fault.message, remedy: `"${column}": "${fault.mended}"` };
}

/** The target has something else at the path than what the type can be read from. */
function unreadable(target: Target, site: CallSite, source: ColumnSource): Hit | undefined {
  const { column, path, schema } = source;
  const [, type = ''] = (textOf(objectOf(site.call.colsToPropsMap)[column]) ?? '').split('~#~');
  const readable = schema && readableAs(schema);
  if (!readable || readable.includes(type)) return undefined;
  const isKey = neededColumns.has(column.toLowerCase());
  return {
    severity: isKey ? 'error' : 'warning',
    message: `${target.name} has ${wordFor(schema)} at "${path}", which is not read as ${type}; "${column}" stays empty or gets another value.`,
    remedy: `"${column}": "${path}~#~char"`,
    breaks: isKey ? [{ document: site.document.name, pointer: site.pointer }] : [],
  };
}

function wordFor({ type }: Schema): string {
  if (type === 'string') return 'text';
  return type === 'boolean' ? 'true or false' : 'a number';
}

/** The types that a value of the target's answer can be read as; undefined where that is not known. */
function readableAs({ type, format, enum: values }: Schema): readonly string[] | undefined {
  const text = ['char', 'ufchar', 'json', 'ufjson'];
  if (type === 'boolean') return [...text, 'bool', 'boolList', 'boolListInverse'];
  if (type === 'integer' || type === 'number') return [...text, 'int', 'number', 'epochdate'];
  if (type !== 'string' || values) return type === 'string' ? text : undefined;
  return format ? undefined : [...text, 'int', 'number', 'listAsString'];
}

function faultOf(mapping: string): { message: string; mended: string } | undefined {
  const at = mapping.lastIndexOf('~#~');
  if (at < 0) return withoutSeparator(mapping);
  const [path, type] = [mapping.slice(0, at), mapping.slice(at + 3)];
  if (columnTypes.includes(type)) return undefined;
  return {
    message: `"${type}" is not a type that EIC has.`,
    mended: `${path}~#~${nearMiss(type, columnTypes) ?? 'char'}`,
  };
}

/** Half a separator before a type is one that lost a letter. */
function withoutSeparator(mapping: string): { message: string; mended: string } {
  const [, path, type = ''] = /^([\w.]+)[~#]+(\w+)$/.exec(mapping) ?? [];
  return path !== undefined && columnTypes.includes(type)
    ? {
        message: `"${mapping}" has another separator than "~#~" before its type.`,
        mended: `${path}~#~${type}`,
      }
    : { message: `"${mapping}" lacks its type.`, mended: `${mapping}~#~char` };
}
