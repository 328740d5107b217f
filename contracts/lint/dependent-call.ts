import { objectOf, textOf } from '../../connector/index.js';
import type { CallSite } from './call-sites.js';

/** What stands for the record that a dependent call is made for [documented: developer portal]. */
const parent = /\$\{[^}]*\b(?:accountName|accountID|entitlementID|entitlementValue|entitlement_value|id)\b/;

/**
 * True for a call of an import that is made once for each record which another call has read, and adds columns to it: it says
 * so in `inputParams`, or its request names the record [documented: developer portal].
 */
export function isDependent({ purpose, call, url = '', params = '' }: CallSite): boolean {
  if (purpose !== 'import-accounts' && purpose !== 'import-entitlements') return false;
  const input = objectOf(call.inputParams);
  const named = /^true$/i.test(String(input.dependentCall)) || textOf(input.entitlementname) !== undefined;
  return named || parent.test(url) || parent.test(params);
}
