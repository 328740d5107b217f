import { isObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { CallSite } from '../call-sites.js';
import { exampleLinkImport } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

export const linkColumnNotFilled: Rule = {
  id: 'link-column-not-filled',
  severity: 'error',
  title: 'Links are looked up by a column that the import of the accounts or entitlements does not fill.',
  why: 'Nothing is found in an empty column, so no link is made.',
  example: {
    trips: { ImportAccountEntJSON: exampleLinkImport('accountId_') },
    passes: { ImportAccountEntJSON: exampleLinkImport() },
  },
  *check({ calls }) {
    for (const site of calls) {
      if (site.purpose !== 'import-links') continue;
      for (const [key, purpose] of [
        ['acctKeyField', 'import-accounts'],
        ['entKeyField', 'import-entitlements'],
      ] as const) {
        const column = textOf(site.call[key]);
        const sources = calls.filter(
          (call) =>
            call.purpose === purpose &&
            (purpose === 'import-accounts' || call.entitlementType === site.entitlementType),
        );
        const filled = sources.flatMap(columnsFilled);
        if (column === undefined || filled.length === 0) continue;
        if (filled.some((one) => one.toLowerCase() === column.toLowerCase())) continue;
        yield {
          place: site.document.place(pointerTo(site.pointer, key)),
          message: `No ${purpose === 'import-accounts' ? 'account' : 'entitlement'} call fills the column "${column}".`,
          remedy: `"${key}": "${nearMiss(column, filled) ?? filled.find((one) => /id$/i.test(one)) ?? filled[0]}"`,
          breaks: [{ document: site.document.name, pointer: site.pointer }],
        };
      }
    }
  },
};

function columnsFilled({ call }: CallSite): string[] {
  return isObject(call.colsToPropsMap) ? Object.keys(objectOf(call.colsToPropsMap)) : [];
}
