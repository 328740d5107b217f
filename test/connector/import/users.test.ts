import { afterEach, describe, expect, test } from '@jest/globals';
import { accountImport, connectorFor, HEADERS, HOST } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

/** An ImportUserJSON with one call. */
function userImport(changes: Record<string, unknown> = {}) {
  return {
    connection: 'acctAuth',
    url: `${HOST}/people`,
    httpMethod: 'GET',
    httpHeaders: HEADERS,
    successResponses: { statusCode: [200] },
    userResponsePath: 'people',
    colsToPropsMap: {
      username: 'login~#~char',
      systemusername: 'login~#~char',
      Email: 'mail~#~char',
      customproperty3: 'team~#~char',
    },
    ...changes,
  };
}

const ann = { id: 1, login: 'ann', mail: 'ann@example.org', team: 'blue', state: 'on' };
const bob = { id: 2, login: 'bob', mail: 'bob@example.org', team: 'red', state: 'off' };

describe('a user import', () => {
  test('makes identities, and tells new, changed and unchanged ones apart', async () => {
    let people: object[] = [ann, bob];
    const target = await startTarget(() => ({ body: { people } }));
    const connector = connectorFor(target, { ImportUserJSON: userImport() });
    const first = await connector.importUsers();
    expect(first).toMatchObject({ status: 'ok', flow: 'import-users', users: { received: 2, created: 2 } });
    expect(connector.repository.identity('ann')).toEqual({
      username: 'ann',
      systemUserName: 'ann',
      email: 'ann@example.org',
      customproperty3: 'blue',
      statuskey: 1,
    });
    people = [{ ...ann, team: 'green' }, bob];
    const second = await connector.importUsers();
    expect(second.users).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
    expect(second.changes).toEqual([{ kind: 'changed', object: 'user', name: 'ann' }]);
    expect(connector.repository.jobs().map(({ job, status }) => [job, status])).toEqual([
      ['UserImportJob', 'ok'],
      ['UserImportJob', 'ok'],
    ]);
  });

  test('keeps attributes that it does not map, and the identities it does not bring', async () => {
    const target = await startTarget(() => ({ body: { people: [ann] } }));
    const identities = [
      { username: 'ann', title: 'Dr' },
      { username: 'zoe', statuskey: 1 },
    ];
    const connector = connectorFor(target, { ImportUserJSON: userImport() }, { identities });
    await connector.importUsers();
    expect(connector.repository.identity('ann')).toMatchObject({ title: 'Dr', email: 'ann@example.org' });
    expect(connector.repository.identity('zoe')?.statuskey).toBe(1);
    const strict = connectorFor(
      target,
      { ImportUserJSON: userImport() },
      { identities, semantics: { usersNotInFeed: 'inactivate' } },
    );
    expect((await strict.importUsers()).users.inactivated).toBe(1);
    expect(strict.repository.identity('zoe')?.statuskey).toBe(0);
  });

  test('reads pages, takes the list from listField as well, and the status by statusConfig', async () => {
    const target = await startTarget(({ query }) => ({
      body: { data: query.get('from') === '0' ? [ann] : query.get('from') === '1' ? [bob] : [], total: 2 },
    }));
    const { userResponsePath: _, ...rest } = userImport({
      listField: 'data',
      colsToPropsMap: { username: 'login~#~char', statuskey: 'state~#~char' },
      statusConfig: { active: 'on', inactive: 'off' },
      pagination: {
        offset: {
          offsetParam: 'from',
          batchParam: 'size',
          batchSize: 1,
          totalCountPath: 'completeResponseMap.total',
        },
      },
    });
    const connector = connectorFor(target, { ImportUserJSON: rest });
    const outcome = await connector.importUsers();
    expect(outcome.users.created).toBe(2);
    expect(connector.repository.identities().map(({ statuskey }) => statuskey)).toEqual([1, 0]);
    expect(outcome.assumptions).toEqual(expect.arrayContaining(['user-status', 'user-key']));
  });

  test('of several calls binds the columns of the calls before', async () => {
    const target = await startTarget(({ path }) =>
      path === '/people'
        ? { body: { people: [{ userId: 7 }, { userId: 8 }] } }
        : { body: { login: `u${path.slice(-1)}`, mail: `${path.slice(-1)}@example.org` } },
    );
    const call = { connection: 'acctAuth', httpMethod: 'GET', httpHeaders: HEADERS };
    const document = {
      type: 'multiCall',
      call: [
        {
          ...call,
          name: 'list',
          url: `${HOST}/people`,
          userResponsePath: 'people',
          colsToPropsMap: { userId: 'userId~#~char' },
        },
        {
          ...call,
          name: 'detail',
          url: `${HOST}/people/\${userId.toString()}`,
          userResponsePath: '',
          colsToPropsMap: { username: 'login~#~char', email: 'mail~#~char' },
        },
      ],
    };
    const connector = connectorFor(target, { ImportUserJSON: document });
    const outcome = await connector.importUsers();
    expect(outcome.problems).toEqual([]);
    expect(target.seen.map(({ path }) => path)).toEqual(['/people', '/people/7', '/people/8']);
    expect(connector.repository.identity('u8')).toMatchObject({ email: '8@example.org', userId: '8' });
    expect(outcome.assumptions).toContain('user-calls');
  });

  test('leaves out users without a username, and says so', async () => {
    const target = await startTarget(() => ({ body: { people: [ann, { mail: 'x@example.org' }] } }));
    const outcome = await connectorFor(target, { ImportUserJSON: userImport() }).importUsers();
    expect(outcome.users).toMatchObject({ received: 2, created: 1, dropped: 1 });
    expect(outcome.warnings[0]).toMatchObject({ code: 'record-without-key', document: 'ImportUserJSON' });
  });

  test('changes nothing when a call fails, and names the place', async () => {
    const target = await startTarget(({ query }) =>
      query.get('page') === '1' ? { body: { people: [ann] } } : { status: 500 },
    );
    const ImportUserJSON = userImport({ pagination: { page: { pageNumberParam: 'page' } } });
    const connector = connectorFor(target, { ImportUserJSON });
    const outcome = await connector.importUsers();
    expect(outcome).toMatchObject({
      status: 'failed',
      problems: [{ code: 'call-unsuccessful', document: 'ImportUserJSON', pointer: '' }],
    });
    expect(connector.repository.identities()).toEqual([]);
  });

  test.each([
    ['json-absent', undefined, 'not-possible'],
    ['json-empty', '', 'not-possible'],
    ['calls-missing', { type: 'multiCall', call: [] }, 'failed'],
    ['key-column-not-mapped', userImport({ colsToPropsMap: { email: 'mail~#~char' } }), 'failed'],
  ])('ends with %s', async (code, document, status) => {
    const target = await startTarget(() => ({ body: { people: [] } }));
    const outcome = await connectorFor(
      target,
      document === undefined ? {} : { ImportUserJSON: document },
    ).importUsers();
    expect(outcome).toMatchObject({ status, problems: [{ code, document: 'ImportUserJSON' }] });
  });
});

describe('users come before accounts', () => {
  test('an account import says when they did not, and belongs to them when they did', async () => {
    const target = await startTarget(({ path }) => ({
      body: path === '/people' ? { people: [ann] } : { data: [{ id: 1, login: 'ann' }] },
    }));
    const documents = { ImportUserJSON: userImport(), ImportAccountEntJSON: accountImport() };
    const early = await connectorFor(target, documents).importAccounts();
    expect(early.warnings[0]).toMatchObject({ code: 'users-not-imported', document: 'ImportUserJSON' });
    const connector = connectorFor(target, documents);
    await connector.importUsers();
    const outcome = await connector.importAccounts();
    expect(outcome.warnings).toEqual([]);
    expect(outcome.correlated).toEqual({ linked: 1, without: 0 });
  });
});
