import { afterEach, describe, expect, test } from '@jest/globals';
import { accountCall, accountImport, connectorFor, HEADERS, HOST } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

/** A target whose list of users can be changed by the test. */
async function directory(users: Record<string, unknown>[]) {
  const target = await startTarget(({ path }) =>
    path === '/users' ? { body: { data: users } } : { status: 404, body: { error: 'unknown' } },
  );
  return { target, users };
}

const ann = { id: 1, login: 'ann', active: true };
const bob = { id: 2, login: 'bob', active: false };
const statusMap = { accountID: 'id~#~char', name: 'login~#~char', customproperty3: 'active~#~char' };
const withStatus = (config: Record<string, unknown>) =>
  accountImport(accountCall('/users', { colsToPropsMap: statusMap }), {
    statusAndThresholdConfig: { statusColumn: 'customproperty3', activeStatus: ['true'], ...config },
  });

describe('an account import', () => {
  test('tells new, changed and unchanged accounts apart', async () => {
    const { target, users } = await directory([ann, bob]);
    const connector = connectorFor(target, { ImportAccountEntJSON: withStatus({}) });
    expect((await connector.importAccounts()).accounts).toMatchObject({
      created: 2,
      changed: 0,
      unchanged: 0,
    });
    users[1] = { ...bob, active: true };
    const second = await connector.importAccounts();
    expect(second.accounts).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
    expect(second.changes).toEqual([{ kind: 'changed', object: 'account', name: 'bob' }]);
  });

  test('takes the status from statusColumn and activeStatus', async () => {
    const { target } = await directory([ann, bob]);
    const connector = connectorFor(target, { ImportAccountEntJSON: withStatus({}) });
    await connector.importAccounts();
    expect(connector.repository.accounts().map(({ name, status }) => `${name} ${status}`)).toEqual([
      'ann 1',
      'bob 2',
    ]);
  });

  test('leaves every account active without activeStatus, and says that this is a guess', async () => {
    const { target } = await directory([ann, bob]);
    const documents = { ImportAccountEntJSON: withStatus({ activeStatus: undefined, active: ['true'] }) };
    const connector = connectorFor(target, documents);
    const outcome = await connector.importAccounts();
    expect(connector.repository.accounts().map(({ status }) => status)).toEqual(['1', '1']);
    expect(outcome.assumptions).toContain('active-status-missing');
  });

  test('takes the status from inactiveStatus when there is no activeStatus', async () => {
    const { target } = await directory([ann, bob]);
    const documents = {
      ImportAccountEntJSON: withStatus({ activeStatus: undefined, inactiveStatus: ['false'] }),
    };
    const connector = connectorFor(target, documents);
    const outcome = await connector.importAccounts();
    expect(connector.repository.accounts().map(({ status }) => status)).toEqual(['1', '2']);
    expect(outcome.assumptions).toContain('inactive-status');
  });

  test('takes the status from the mapped status and statusConfig otherwise', async () => {
    const { target } = await directory([
      { id: 1, login: 'ann', state: 'Active' },
      { id: 2, login: 'bob', state: 'Inactive' },
    ]);
    const call = accountCall('/users', {
      colsToPropsMap: { accountID: 'id~#~char', name: 'login~#~char', status: 'state~#~char' },
      statusConfig: { active: 'Active', inactive: 'Inactive' },
    });
    const connector = connectorFor(target, { ImportAccountEntJSON: accountImport(call) });
    await connector.importAccounts();
    expect(connector.repository.accounts().map(({ status }) => status)).toEqual(['1', '2']);
  });

  test('reads STATUS_THRESHOLD_CONFIG in place of the section when both are there', async () => {
    const { target } = await directory([ann, bob]);
    const connector = connectorFor(target, {
      ImportAccountEntJSON: withStatus({}),
      STATUS_THRESHOLD_CONFIG: {
        statusAndThresholdConfig: { statusColumn: 'customproperty3', activeStatus: ['false'] },
      },
    });
    await connector.importAccounts();
    expect(connector.repository.accountByName('ann')?.status).toBe('2');
  });

  test('leaves out records without a key and counts them', async () => {
    const { target } = await directory([ann, { login: 'ghost' }]);
    const connector = connectorFor(target, { ImportAccountEntJSON: accountImport() });
    const outcome = await connector.importAccounts();
    expect(outcome.accounts).toMatchObject({ received: 2, dropped: 1, created: 1 });
    expect(outcome.warnings[0]).toMatchObject({
      code: 'record-without-key',
      pointer: '/accountParams/call/call1/keyField',
    });
  });

  test('warns when a key comes twice, and lets the last one count', async () => {
    const { target } = await directory([ann, { id: 1, login: 'anna' }]);
    const connector = connectorFor(target, { ImportAccountEntJSON: accountImport() });
    const outcome = await connector.importAccounts();
    expect(outcome.warnings[0]?.code).toBe('record-key-twice');
    expect(connector.repository.accounts().map(({ name }) => name)).toEqual(['anna']);
  });

  test('correlates accounts with identities by the rule, inactive ones only when told to', async () => {
    const { target } = await directory([ann, bob, { id: 3, login: 'cid', active: true }]);
    const identities = [{ username: 'ANN' }, { username: 'bob' }];
    const connector = connectorFor(target, { ImportAccountEntJSON: withStatus({}) }, { identities });
    const outcome = await connector.importAccounts();
    expect(outcome.correlated).toEqual({ linked: 1, without: 2 });
    expect(connector.repository.accountByName('ann')?.user).toBe('ANN');
    const documents = { ImportAccountEntJSON: withStatus({ correlateInactiveAccounts: true }) };
    expect((await connectorFor(target, documents, { identities }).importAccounts()).correlated.linked).toBe(
      2,
    );
  });

  test('makes identities of accounts when createUsers is true', async () => {
    const { target } = await directory([ann]);
    const documents = {
      ImportAccountEntJSON: accountImport(accountCall('/users'), { createUsers: true, adminName: 'boss' }),
    };
    const connector = connectorFor(target, documents);
    await connector.importAccounts();
    expect(connector.repository.identity('ann')).toMatchObject({ manager: 'boss' });
    expect(connector.repository.accountByName('ann')?.user).toBe('ann');
  });
});

describe('an account that is no longer in the target', () => {
  async function afterLoss(config: Record<string, unknown>) {
    const { target, users } = await directory([ann, bob]);
    const connector = connectorFor(target, { ImportAccountEntJSON: withStatus(config) });
    await connector.importAccounts();
    users.splice(0, 1);
    const outcome = await connector.importAccounts();
    return { outcome, connector, users };
  }

  test('is suspended from the import service', async () => {
    const { outcome, connector } = await afterLoss({ inactivateAccountsNotInFile: false });
    expect(outcome.accounts.suspended).toBe(1);
    expect(connector.repository.accountByName('ann')?.status).toBe('SUSPENDED FROM IMPORT SERVICE');
  });

  test('becomes inactive when inactivateAccountsNotInFile is true', async () => {
    const { outcome, connector } = await afterLoss({ inactivateAccountsNotInFile: true });
    expect(outcome.accounts.inactivated).toBe(1);
    expect(connector.repository.accountByName('ann')?.status).toBe('2');
  });

  test('is not touched when the threshold is reached', async () => {
    const { outcome, connector } = await afterLoss({ accountThresholdValue: 1 });
    expect(outcome.accounts.suspended).toBe(0);
    expect(outcome.warnings[0]?.code).toBe('account-threshold-reached');
    expect(connector.repository.accountByName('ann')?.status).toBe('1');
  });

  test('is suspended below the threshold', async () => {
    const { outcome } = await afterLoss({ accountThresholdValue: 2 });
    expect(outcome.accounts.suspended).toBe(1);
  });

  test('is left alone by an incremental import, which is a guess the run names', async () => {
    const { target, users } = await directory([ann, bob]);
    const connector = connectorFor(target, { ImportAccountEntJSON: withStatus({}) });
    await connector.importAccounts();
    users.splice(0, 1, { id: 3, login: 'cid', active: true });
    const outcome = await connector.importAccounts({ incremental: true });
    expect(outcome.accounts).toMatchObject({ created: 1, suspended: 0 });
    expect(outcome.assumptions).toContain('incremental-import');
    expect(connector.repository.jobs().at(-1)?.parameters.full_or_incremental).toBe('incremental');
  });

  test('is active again when it comes back', async () => {
    const { connector, users } = await afterLoss({});
    users.push(ann);
    await connector.importAccounts();
    expect(connector.repository.accountByName('ann')?.status).toBe('1');
    expect(connector.repository.accounts()).toHaveLength(2);
  });
});

describe('an account import that fails half-way', () => {
  test.each([
    ['a page that fails', { status: 500, body: { error: 'oops' } }, 'call-unsuccessful'],
    [
      'a page that is not JSON',
      { headers: { 'content-type': 'text/html' }, body: '<html>' },
      'response-not-json',
    ],
    ['a page that is cut off', { body: '{"data":[{"id":9,' }, 'response-not-json'],
    ['a page without the list', { body: { message: 'later' } }, 'list-missing'],
    ['a redirect', { status: 302, headers: { location: 'https://login.example' } }, 'redirect-not-followed'],
    ['a broken connection', { drop: true }, 'connection-broken'],
  ])('changes nothing: %s', async (_, fault, code) => {
    let broken = false;
    const target = await startTarget(({ query }) => {
      if (query.get('from') === '0')
        return { body: { data: [broken ? { ...ann, login: 'changed' } : ann], total: 2 } };
      return broken ? fault : { body: { data: [bob], total: 2 } };
    });
    const pagination = {
      offset: {
        offsetParam: 'from',
        batchParam: 'size',
        batchSize: 1,
        totalCountPath: 'completeResponseMap.total',
      },
    };
    const connector = connectorFor(target, {
      ImportAccountEntJSON: accountImport(accountCall('/users', { pagination })),
    });
    await connector.importAccounts();
    const before = structuredClone(connector.repository.accounts());
    broken = true;
    const outcome = await connector.importAccounts();
    expect(outcome).toMatchObject({
      status: 'failed',
      accounts: { created: 0, changed: 0 },
      problems: [{ code }],
    });
    expect(outcome.steps.at(-1)?.outcome).toBe('failed');
    expect(connector.repository.accounts()).toEqual(before);
  });

  test.each([
    ['lets what arrived count as all there is when that is chosen', 'what-arrived', false, true],
    ['but not with doNotChangeIfFailed', 'what-arrived', true, false],
    ['nor when that is not chosen', 'changes-nothing', false, false],
  ] as const)('%s', async (_, failedImport, doNotChangeIfFailed, changed) => {
    let broken = false;
    const target = await startTarget(({ path }) => {
      if (path === '/users') return { body: { data: broken ? [{ ...ann, login: 'anna' }] : [ann, bob] } };
      return broken ? { status: 500 } : { body: [] };
    });
    const document = accountImport(accountCall('/users'), { doNotChangeIfFailed });
    const more = { ...accountCall('/more', { callOrder: 1, listField: '' }) };
    Object.assign(document.accountParams as object, {
      call: { call1: accountCall('/users'), call2: more },
    });
    const connector = connectorFor(
      target,
      { ImportAccountEntJSON: document },
      { semantics: { failedImport } },
    );
    expect((await connector.importAccounts()).status).toBe('ok');
    broken = true;
    const outcome = await connector.importAccounts();
    expect(outcome).toMatchObject({
      status: 'failed',
      problems: [{ code: 'call-unsuccessful', pointer: '/accountParams/call/call2' }],
      accounts: changed ? { changed: 1, suspended: 1 } : { changed: 0, suspended: 0 },
    });
    expect(connector.repository.accounts().map(({ name, status }) => `${name} ${status}`)).toEqual(
      changed ? ['anna 1', 'bob SUSPENDED FROM IMPORT SERVICE'] : ['ann 1', 'bob 1'],
    );
  });

  test('says that the target cannot be reached', async () => {
    const { target } = await directory([]);
    await target.stop();
    const outcome = await connectorFor(target, { ImportAccountEntJSON: accountImport() }).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'target-unreachable',
      pointer: '/accountParams/call/call1',
    });
  });

  test('is tried again as ConfigJSON says when the connection breaks', async () => {
    let tries = 0;
    const slept: number[] = [];
    const target = await startTarget(() => {
      tries += 1;
      return tries < 3 ? { drop: true } : { body: { data: [ann] } };
    });
    const documents = {
      ImportAccountEntJSON: accountImport(),
      ConfigJSON: { connectionTimeoutConfig: { retryCount: 3, retryWait: 2 } },
    };
    const sleep = async (milliseconds: number) => void slept.push(milliseconds);
    expect((await connectorFor(target, documents, { sleep }).importAccounts()).status).toBe('ok');
    expect(slept).toEqual([2000, 2000]);
  });

  test('ends with a timeout when the target does not answer in time', async () => {
    const target = await startTarget(() => new Promise(() => undefined));
    const documents = {
      ImportAccountEntJSON: accountImport(),
      ConfigJSON: { connectionTimeoutConfig: { readTimeout: 0.05 } },
    };
    expect((await connectorFor(target, documents).importAccounts()).problems[0]?.code).toBe('target-timeout');
  });
});

describe('calls that build on each other', () => {
  test('run by callOrder; a dependent call runs once for each account and adds its columns', async () => {
    const target = await startTarget(({ path }) => {
      if (path === '/users') return { body: [{ id: 1 }, { id: 2 }] };
      const id = Number(path.split('/').at(-1));
      return { body: { id, login: `user${id}`, mail: `m${id}` } };
    });
    const first = accountCall('/users', {
      callOrder: 0,
      listField: '',
      colsToPropsMap: { accountID: 'id~#~char', name: 'id~#~char' },
    });
    const second = accountCall('/users/${accountName}', {
      callOrder: 1,
      listField: '',
      inputParams: { dependentCall: true },
      nextApiKeyField: 'accountID',
      colsToPropsMap: { accountID: 'id~#~char', name: 'login~#~char', customproperty1: 'mail~#~char' },
    });
    const connector = connectorFor(target, {
      ImportAccountEntJSON: {
        accountParams: { connection: 'acctAuth', call: { late: second, early: first } },
      },
    });
    const outcome = await connector.importAccounts();
    expect(outcome.accounts).toMatchObject({ created: 2 });
    expect(target.seen.map(({ path }) => path)).toEqual(['/users', '/users/1', '/users/2']);
    expect(connector.repository.accountByName('user2')?.columns).toMatchObject({
      accountid: '2',
      customproperty1: 'm2',
    });
  });

  test('success conditions may stand in the section', async () => {
    const target = await startTarget(() => ({ status: 202, body: { data: [ann] } }));
    const section = { successResponses: { statusCode: [200] } };
    const outcome = await connectorFor(target, {
      ImportAccountEntJSON: accountImport(undefined, section),
    }).importAccounts();
    expect(outcome.problems[0]?.message).toContain('successResponses want statusCode 200');
  });

  test('GETWITHBODY sends its body with GET', async () => {
    const target = await startTarget(() => ({ body: { data: [ann] } }));
    const http = {
      url: `${HOST}/search`,
      httpMethod: 'GETWITHBODY',
      httpHeaders: HEADERS,
      httpContentType: 'application/json',
      httpParams: '{"all":true}',
    };
    const outcome = await connectorFor(target, {
      ImportAccountEntJSON: accountImport(accountCall('/', { http })),
    }).importAccounts();
    expect(outcome.status).toBe('ok');
    expect(target.seen[0]).toMatchObject({ method: 'GET', body: '{"all":true}' });
  });
});

describe('an import document that cannot be used', () => {
  test.each([
    ['is not there', undefined, 'json-absent'],
    ['is empty', ' ', 'json-empty'],
    ['is cipher text', 'kZ81Lq0RtBvYw3HsNpXe', 'json-encrypted'],
    ['has no accountParams', '{"entitlementParams":{}}', 'section-missing'],
  ])('makes the import impossible when it %s', async (_, text, code) => {
    const { target } = await directory([]);
    const documents = text === undefined ? {} : { ImportAccountEntJSON: text };
    const outcome = await connectorFor(target, documents).importAccounts();
    expect(outcome).toMatchObject({ status: 'not-possible', problems: [{ code }] });
  });

  test('fails when it is not JSON; provisioning runs all the same', async () => {
    const target = await startTarget(() => ({ body: {} }));
    const connector = connectorFor(
      target,
      {
        ImportAccountEntJSON: '{"accountParams": {},}',
        CreateAccountJSON: {
          call: [{ name: 'call1', connection: 'acctAuth', url: `${HOST}/users`, httpMethod: 'POST' }],
        },
      },
      { identities: [{ username: 'ann' }] },
    );
    expect(await connector.importAccounts()).toMatchObject({
      status: 'failed',
      problems: [{ code: 'json-invalid' }],
    });
    expect((await connector.provision({ type: 'create', identity: 'ann' })).status).toBe('ok');
  });

  test('names the key column that is not mapped', async () => {
    const { target } = await directory([ann]);
    const documents = {
      ImportAccountEntJSON: accountImport(accountCall('/users', { keyField: 'customproperty7' })),
    };
    expect((await connectorFor(target, documents).importAccounts()).problems[0]).toMatchObject({
      code: 'key-column-not-mapped',
      pointer: '/accountParams/call/call1/keyField',
    });
  });
});
