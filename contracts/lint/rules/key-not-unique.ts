import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { Target } from '../../target/target.js';
import type { CallSite } from '../call-sites.js';
import { columnSources, elementSchema } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { neededColumns } from '../known-columns.js';
import type { Rule, RuleHit } from '../rule.js';

const withKey = (keyField: string) =>
  exampleAccountImport({
    keyField,
    colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, displayName: 'lastName~#~char' },
  });

export const keyNotUnique: Rule = {
  id: 'key-not-unique',
  severity: 'error',
  title: 'Records are told apart by a field that several of them may share, or that changes.',
  why: 'Records with the same value become one, and a record whose value changes becomes another one.',
  example: {
    trips: { ImportAccountEntJSON: withKey('displayName') },
    passes: { ImportAccountEntJSON: withKey('accountID') },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      yield* constants(site);
      yield* names(target, site);
      const unique = target.uniqueFieldsOf(site.purpose);
      const key = textOf(site.call.keyField);
      if (!unique || key === undefined || !elementSchema(target, site)) continue;
      const source = columnSources(target, site).find(
        ({ column }) => column.toLowerCase() === key.toLowerCase(),
      );
      if (!source?.schema || source.path === undefined || unique.includes(source.path)) continue;
      const usual = usualKeys.has(key.toLowerCase());
      yield {
        place: site.document.place(usual ? source.pointer : pointerTo(site.pointer, 'keyField')),
        message: `"${source.column}", by which records are told apart, is filled from "${source.path}"; in ${target.name} several can have the same.`,
        remedy: usual
          ? `"${source.column}": "${unique[0]}~#~char"`
          : 'Name a column that is filled from the id.',
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};

/** The columns that are keys in nearly every package: then the mapping is to blame, and not the choice of the column. */
const usualKeys = new Set(['accountid', 'name', 'entitlementid']);

/** The column with the name of a record, filled from what is no name. */
function* names(target: Target, site: CallSite): Generator<RuleHit> {
  const fields = target.nameFieldsOf(site.purpose);
  if (!fields || !elementSchema(target, site)) return;
  const isName = site.purpose === 'import-entitlements' ? /^entitlement_value$/i : /^name$/i;
  for (const { column, path, schema, pointer } of columnSources(target, site)) {
    if (!isName.test(column) || !schema || path === undefined || fields.includes(path)) continue;
    if (textOf(site.call.keyField)?.toLowerCase() === column.toLowerCase()) continue;
    yield {
      place: site.document.place(pointer),
      message: `"${column}" is filled from "${path}"; in ${target.name} several can have the same, and it is no name.`,
      because: 'People and tasks find the record by this column.',
      remedy: `"${column}": "${fields[0]}~#~char"`,
      breaks: [{ document: site.document.name, pointer: site.pointer }],
    };
  }
}

/** Columns by which a record is known that are filled with one text for all records. */
function* constants(site: CallSite): Generator<RuleHit> {
  for (const [column, value] of Object.entries(objectOf(site.call.colsToPropsMap))) {
    const text = textOf(value) ?? '';
    if (!neededColumns.has(column.toLowerCase()) || !text.startsWith('#CONST#') || text.includes('${'))
      continue;
    yield {
      place: site.document.place(pointerTo(site.pointer, 'colsToPropsMap', column)),
      message: `"${column}" is the same text for every record.`,
      remedy: `Map "${column}" from a field of the record.`,
      breaks: [{ document: site.document.name, pointer: site.pointer }],
    };
  }
}
