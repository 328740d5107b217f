import { isParameter, type Operation } from '../target/operations.js';
import type { Target } from '../target/target.js';
import type { CallPurpose, CallSite } from './call-sites.js';
import { urlWithHoles } from './url-template.js';

/**
 * The URL of an operation as a call of this purpose writes it: the address that the call has now, and for each id in the path
 * what EIC binds to it; an import keeps its query. Undefined where one of the two cannot be told.
 * @param usualQuery what stands in the place of a query that is not there, such as `?a=b`
 * @param path the path of the URL as it is, as the target's API writes it
 */
export function rightUrl(
  { addressOf, belowAddress = '' }: Pick<Target, 'addressOf' | 'belowAddress'>,
  site: CallSite,
  path: string,
  operation: Operation,
  usualQuery = '',
): string | undefined {
  const address = urlWithHoles(site.url ?? '').split('?')[0] ?? '';
  const query = site.purpose.startsWith('import-') ? (/\?.*$/s.exec(site.url ?? '')?.[0] ?? usualQuery) : '';
  const before = address.slice(0, -path.length);
  const base = addressOf?.(address) === before.toLowerCase() ? `${before}${belowAddress}` : before;
  if (!address.endsWith(path) || base.includes('{}')) return undefined;
  const segments = operation.segments.map((segment) =>
    isParameter(segment) ? expressionFor(site.purpose, segment) : segment,
  );
  return segments.includes(undefined) ? undefined : `${base}/${segments.join('/')}${query}`;
}

function expressionFor(purpose: CallPurpose, parameter: string): string | undefined {
  switch (purpose) {
    case 'update':
    case 'enable':
    case 'disable':
    case 'remove':
    case 'change-password':
      return '${account.accountID}';
    case 'add-access':
    case 'remove-access':
      return /user|account|member/i.test(parameter)
        ? '${account.accountID}'
        : '${entitlementValue.entitlementID}';
    case 'import-links':
      return '${id}';
    default:
      return undefined;
  }
}
