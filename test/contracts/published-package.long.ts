import { beforeAll, describe, expect } from '@jest/globals';
import { readPackage } from '../../connector/index.js';
import { type CheckResult, checkPackage } from '../../contracts/index.js';
import { sharedFile, testWithShared } from '../helpers/shared.js';

const zip = 'reference/published-package/JamaSoftware.zip';

/** What is wrong in the package that was published for this integration, as its readers know it. */
const mistakes: readonly (readonly [string, string, string, string])[] = [
  [
    'an expression of the new account is not closed',
    'CreateAccountJSON',
    '/call/0/httpParams',
    'unclosed-expression',
  ],
  [
    'an expression of the update is not closed',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    'unclosed-expression',
  ],
  [
    'the account id comes from uid',
    'ImportAccountEntJSON',
    '/accountParams/call/call1/colsToPropsMap/accountID',
    'id-from-wrong-field',
  ],
  [
    'the entitlement id comes from uid',
    'ImportAccountEntJSON',
    '/entitlementParams/entTypes/usergroups/call/call1/colsToPropsMap/entitlementID',
    'id-from-wrong-field',
  ],
  [
    'pages of users are larger than the cap',
    'ImportAccountEntJSON',
    '/accountParams/call/call1/pagination/offset/batchSize',
    'page-size-above-cap',
  ],
  [
    'the status list is under a key that EIC does not read',
    'ImportAccountEntJSON',
    '/accountParams/statusAndThresholdConfig/active',
    'unknown-key',
  ],
  ['enable uses the wrong method', 'EnableAccountJSON', '/call/0/httpMethod', 'wrong-method'],
  ['enable goes to the wrong path', 'EnableAccountJSON', '/call/0/url', 'wrong-path'],
  ['enable sends text for a boolean', 'EnableAccountJSON', '/call/0/httpParams', 'body-field-type'],
  ['disable uses the wrong method', 'DisableAccountJSON', '/call/0/httpMethod', 'wrong-method'],
  ['disable goes to the wrong path', 'DisableAccountJSON', '/call/0/url', 'wrong-path'],
  ['disable sends text for a boolean', 'DisableAccountJSON', '/call/0/httpParams', 'body-field-type'],
  [
    'members are read from one page only',
    'ImportAccountEntJSON',
    '/acctEntParams/entTypes/usergroups/call/call1/pagination',
    'paging-missing',
  ],
  ['access cannot be added', 'AddAccessJSON', '', 'task-not-possible'],
  ['access cannot be removed', 'RemoveAccessJSON', '', 'task-not-possible'],
  ['a new account gets its name as id', 'CreateAccountJSON', '/accountIdPath', 'new-account-id'],
];

describe('the package that was published for this integration', () => {
  let result: CheckResult | undefined;

  beforeAll(async () => {
    const file = sharedFile(zip);
    if (file === undefined) return;
    result = await checkPackage({ package: await readPackage(file), now: () => performance.now() });
  }, 60_000);

  for (const [title, file, pointer, code] of mistakes) {
    testWithShared(title, zip, async () => {
      const found =
        result?.findings.filter((finding) => finding.file === file && finding.pointer === pointer) ?? [];
      expect(found.map((finding) => finding.code)).toContain(code);
    });
  }

  testWithShared('the users lost between pages are counted', zip, async () => {
    const finding = result?.findings.find(
      ({ code, scenario }) => code === 'page-size-above-cap' && scenario !== null,
    );
    expect(finding?.message).toMatch(/120 users: \d+ accounts arrived, \d+ users are missing/);
    expect(finding?.exchanges?.length).toBeGreaterThan(0);
  });

  testWithShared(
    'every failed scenario names its findings, and every finding is named by its file, line and remedy',
    zip,
    async () => {
      const scenarios = result?.scenarios ?? [];
      const ids = new Set(result?.findings.map(({ file, pointer, code }) => `${file}#${pointer} ${code}`));
      for (const scenario of scenarios.filter(({ status }) => status === 'failed')) {
        expect(scenario.findings).not.toHaveLength(0);
        for (const id of scenario.findings) expect(ids).toContain(id);
      }
      for (const finding of result?.findings ?? []) {
        expect(finding.line).toBeGreaterThan(0);
        expect(finding.column).toBeGreaterThan(0);
        expect(finding.remedy).not.toBe('');
      }
    },
  );
});
