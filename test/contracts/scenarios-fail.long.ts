import { describe, expect, test } from '@jest/globals';
import { checkPackage } from '../../contracts/index.js';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryPackage } from '../helpers/temporary-package.js';
import { type Change, mutate, remove, swap, to } from './mutants/mutant.js';

const clean = await cleanPackage();
const status = '/statusAndThresholdConfig';
const usersCall = '/accountParams/call/call1';

type Row = readonly [scenario: string, document: string, pointer: string, change: Change];

/** A mistake for each scenario, which the scenario itself must see. */
const rows: readonly Row[] = [
  [
    'import-0-users',
    'ImportAccountEntJSON',
    `${usersCall}/pagination`,
    to({ nextUrl: { nextUrlPath: '${response.objectList.get(0).id > 0 ? null : null}' } }),
  ],
  ['import-1-user', 'ImportAccountEntJSON', `${usersCall}/listField`, to('data.users')],
  ['import-51-groups', 'ImportAccountEntJSON', '/entitlementParams', remove],
  ['import-mass-deletion', 'STATUS_THRESHOLD_CONFIG', `${status}/accountThresholdValue`, to('a lot')],
  ['import-recreated-user', 'ImportAccountEntJSON', `${usersCall}/colsToPropsMap/accountID`, remove],
  ['import-deleted-group', 'STATUS_THRESHOLD_CONFIG', `${status}/inactivateEntsNotInFeed`, to(false)],
  ['token-refused', 'ConnectionJSON', '/authentications/acctAuth/retryFailureStatusCode', to([402])],
  ['token-endpoint-down', 'ConnectionJSON', '/authentications/acctAuth/retryFailureStatusCode', to([402])],
  [
    'update-account',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    swap('{"firstName"', '{"licenseType":"STAKEHOLDER","firstName"'),
  ],
  [
    'update-every-attribute',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    swap('user.title==null?', 'user.title!=null?'),
  ],
  ['create-answer-lost', 'ImportAccountEntJSON', `${usersCall}/colsToPropsMap/accountID`, remove],
  ['create-never-arrives', 'CreateAccountJSON', '/call/0/httpMethod', to('PUT')],
  ['remove-access', 'RemoveAccessJSON', '/call/0/url', swap('/users/${account.accountID}', '')],
  ['access-twice-and-back', 'RemoveAccessJSON', '/call/0/url', swap('/users/${account.accountID}', '')],
  ['joiner-mover-leaver', 'RemoveAccessJSON', '/call/0/url', swap('/users/${account.accountID}', '')],
  [
    'access-of-a-vanished-group-removed',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/inactivateEntsNotInFeed`,
    to(false),
  ],
];

describe('a scenario fails of a mistake', () => {
  test.each(rows)(
    '%s: %s%s',
    async (scenario, document, pointer, change) => {
      const connectionPackage = await temporaryPackage(mutate(clean, document, pointer, change));

      const { scenarios } = await checkPackage({ package: connectionPackage, only: [scenario] });

      expect(scenarios.map(({ id, status: how }) => [id, how])).toEqual([[scenario, 'failed']]);
    },
    30_000,
  );
});
