import { isObject, type JsonObject, objectOf, pointerTo } from '../../../connector/index.js';
import type { Target } from '../../target/target.js';
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
  *check({ calls, target }) {
    for (const site of calls) {
      const map = site.call.colsToPropsMap;
      if (!isObject(map) || isDependent(site)) continue;
      const filled = columnsFilled(site, map);
      for (const column of needed[site.purpose] ?? []) {
        if (filled.includes(column.toLowerCase())) continue;
        yield {
          place: site.document.place(pointerTo(site.pointer, 'colsToPropsMap', column), 'key'),
          message: `No field is mapped to "${column}".`,
          remedy: `"${column}": "${fieldFor(target, site.purpose, column)}~#~char"`,
          breaks: [site, ...calls.filter((one) => needsRecord(one, site.purpose))].map((one) => ({
            document: one.document.name,
            pointer: one.document === site.document ? one.pointer : '',
          })),
        };
      }
    }
  },
};

function fieldFor(target: Target, purpose: CallPurpose, column: string): string {
  if (column.endsWith('ID')) return target.lists?.idPath ?? 'id';
  return target.nameFieldsOf(purpose)?.[0] ?? (column === 'username' ? column : 'name');
}

/** True for a call of a task about what an import has not stored. */
function needsRecord({ purpose }: CallSite, imported: CallPurpose): boolean {
  const access = ['add-access', 'remove-access', 'import-links'].includes(purpose);
  if (imported === 'import-entitlements') return access;
  return imported === 'import-accounts' && (access || aboutAccounts.includes(purpose));
}

const aboutAccounts: readonly CallPurpose[] = ['update', 'enable', 'disable', 'remove', 'change-password'];

/** What a call fills; the calls of a user import fill the columns of one user together. */
function columnsFilled({ purpose, document }: CallSite, map: JsonObject): string[] {
  const calls = purpose === 'import-users' ? [objectOf(document.value).call ?? []].flat() : [];
  const others = calls.flatMap((call) => Object.keys(objectOf(objectOf(call).colsToPropsMap)));
  return [...Object.keys(map), ...others].map((column) => column.toLowerCase());
}
