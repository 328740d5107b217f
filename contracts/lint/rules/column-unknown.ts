import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { CallSite } from '../call-sites.js';
import { columnSources } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { userAttributes } from '../known-bindings.js';
import { accountColumns, entitlementColumns } from '../known-columns.js';
import { nearMiss } from '../near-miss.js';
import type { Rule, RuleHit } from '../rule.js';

export const columnUnknown: Rule = {
  id: 'column-unknown',
  severity: 'error',
  title: 'A field is mapped to a column that EIC does not have.',
  why: 'The value is lost.',
  example: {
    trips: {
      ImportAccountEntJSON: exampleAccountImport({
        colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, custompropertry1: 'title~#~char' },
      }),
    },
    passes: {
      ImportAccountEntJSON: exampleAccountImport({
        colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, customproperty1: 'title~#~char' },
      }),
    },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      yield* keyInAnotherCase(site);
      const known = columnsOf(site);
      const lower = new Set(known.map((column) => column.toLowerCase()));
      for (const { column, pointer } of columnSources(target, site)) {
        if (lower.has(column.toLowerCase())) continue;
        const meant = nearMiss(column, known);
        yield {
          place: site.document.place(pointer, 'key'),
          severity: meant ? 'error' : 'warning',
          message: `EIC has no column "${column}" here${meant ? `; "${meant}" there is` : ''}.`,
          remedy: meant
            ? `Rename it: "${meant}"`
            : 'Map the field to one of customproperty1 to customproperty60.',
        };
      }
    }
  },
};

/** Whether EIC tells upper and lower case apart in keyField is not documented. */
function* keyInAnotherCase(site: CallSite): Iterable<RuleHit> {
  const key = textOf(site.call.keyField);
  if (key === undefined || key in objectOf(site.call.colsToPropsMap)) return;
  const meant = columnsOf(site).find((column) => column.toLowerCase() === key.toLowerCase());
  if (meant === undefined || meant === key) return;
  yield {
    place: site.document.place(pointerTo(site.pointer, 'keyField')),
    severity: 'warning',
    message: `keyField names "${key}"; EIC calls the column "${meant}".`,
    remedy: `"keyField": "${meant}"`,
  };
}

function columnsOf({ purpose }: CallSite): readonly string[] {
  if (purpose === 'import-users') return [...userAttributes];
  return purpose === 'import-accounts' ? accountColumns : entitlementColumns;
}
