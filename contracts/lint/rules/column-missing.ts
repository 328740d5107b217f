import { isObject, type JsonObject, objectOf, pointerTo } from '../../../connector/index.js';
import type { CallPurpose, CallSite } from '../call-sites.js';
import { isDependent } from '../dependent-call.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';

/** The columns without which EIC cannot store a record [documented: developer portal]. */
const needed: Partial<Record<CallPurpose, readonly string[]>> = {
  'import-users': ['username'],
  'import-accounts': ['accountID', 'name'],
  'import-entitlements': ['entitlementID', 'entitlement_value'],
};

export const columnMissing: Rule = {
  id: 'column-missing',
  severity: 'error',
  title: 'An import does not fill a column that every user, account or entitlement needs.',
  why: 'EIC cannot tell the records apart, and stores none of them.',
  example: {
    trips: { ImportAccountEntJSON: exampleAccountImport({ colsToPropsMap: { accountID: 'id~#~char' } }) },
    passes: {
      ImportAccountEntJSON: exampleAccountImport({ colsToPropsMap: exampleAccountCall.colsToPropsMap }),
    },
  },
  *check({ calls }) {
    for (const site of calls) {
      const map = site.call.colsToPropsMap;
      if (!isObject(map) || isDependent(site)) continue;
      const filled = columnsFilled(site, map);
      for (const column of needed[site.purpose] ?? []) {
        if (filled.includes(column.toLowerCase())) continue;
        yield {
          place: site.document.place(pointerTo(site.pointer, 'colsToPropsMap', column), 'key'),
          message: `No field is mapped to "${column}".`,
          remedy: `"${column}": "${column.endsWith('ID') ? 'id' : 'name'}~#~char"`,
          breaks: [{ document: site.document.name, pointer: site.pointer }],
        };
      }
    }
  },
};

/** What a call fills; the calls of a user import fill the columns of one user together. */
function columnsFilled({ purpose, document }: CallSite, map: JsonObject): string[] {
  const calls = purpose === 'import-users' ? [objectOf(document.value).call ?? []].flat() : [];
  const others = calls.flatMap((call) => Object.keys(objectOf(objectOf(call).colsToPropsMap)));
  return [...Object.keys(map), ...others].map((column) => column.toLowerCase());
}
