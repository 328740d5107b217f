import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { columnSources } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { columnTypes } from '../known-columns.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

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
      for (const { column, path, schema, pointer } of columnSources(target, site)) {
        const mapping = textOf(objectOf(site.call.colsToPropsMap)[column]) ?? '';
        if (schema?.type !== 'string' || schema.format || !/~#~(?:date|epochdate)$/.test(mapping)) continue;
        yield {
          place: site.document.place(pointer),
          severity: 'warning',
          message: `${target.name} has text at "${path}", and no date; "${column}" stays empty.`,
          remedy: `"${column}": "${path}~#~char"`,
        };
      }
      for (const [column, mapping] of Object.entries(objectOf(site.call.colsToPropsMap))) {
        const fault = typeof mapping === 'string' ? faultOf(mapping) : undefined;
        if (!fault) continue;
        yield {
          place: site.document.place(pointerTo(site.pointer, 'colsToPropsMap', column)),
          message: fault.message,
          remedy: `"${column}": "${fault.mended}"`,
        };
      }
    }
  },
};

function faultOf(mapping: string): { message: string; mended: string } | undefined {
  const at = mapping.lastIndexOf('~#~');
  if (at < 0) return { message: `"${mapping}" lacks its type.`, mended: `${mapping}~#~char` };
  const [path, type] = [mapping.slice(0, at), mapping.slice(at + 3)];
  if (columnTypes.includes(type)) return undefined;
  return {
    message: `"${type}" is not a type that EIC has.`,
    mended: `${path}~#~${nearMiss(type, columnTypes) ?? 'char'}`,
  };
}
