import { afterEach, describe, expect, test } from '@jest/globals';
import type { ConnectorOptions } from '../../../connector/index.js';
import { accountCall, accountImport, calls, connectorFor, HEADERS, HOST } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

const ann = {
  username: 'ann',
  firstname: 'Ann',
  lastname: "O'Neil",
  email: 'ann@example.org',
  manager: 'max',
  startdate: '2026-02-01',
};
const max = { username: 'max', firstname: 'Max', email: 'max@example.org' };
const options: Partial<ConnectorOptions> = { identities: [ann, max] };

/** A target with one user `ann` (id 7) and one group `g1`; everything else answers 200. */
async function startDirectory(
  answer: (path: string, method: string) => { status?: number; body?: unknown } | undefined = () => undefined,
) {
  return startTarget(({ path, method }) => {
    if (path === '/users' && method === 'GET') return { body: { data: [{ id: 7, login: 'ann' }] } };
    if (path === '/groups' && method === 'GET') return { body: { data: [{ id: 'g1', title: 'Group one' }] } };
    return answer(path, method) ?? { body: { id: 42, ok: true } };
  });
}

const IMPORT = {
  ...accountImport(),
  entitlementParams: {
    connection: 'acctAuth',
    entTypes: {
      Group: {
        call: {
          call1: {
            http: { url: `${HOST}/groups`, httpHeaders: HEADERS, httpMethod: 'GET' },
            listField: 'data',
            keyField: 'entitlementID',
            colsToPropsMap: { entitlementID: 'id~#~char', entitlement_value: 'title~#~char' },
          },
        },
      },
    },
  },
};

/** A connector whose EIC side knows the directory already. */
async function imported(
  target: Awaited<ReturnType<typeof startDirectory>>,
  documents: Record<string, unknown>,
  more: Partial<ConnectorOptions> = {},
) {
  const connector = connectorFor(
    target,
    { ImportAccountEntJSON: IMPORT, ...documents },
    { ...options, ...more },
  );
  await connector.importAccounts();
  await connector.importAccess();
  return connector;
}

describe('creating an account', () => {
  const CREATE = {
    accountIdPath: 'call1.message.id',
    responseColsToPropsMap: { customproperty1: 'call1.message.state~#~char' },
    ...calls({
      url: '/users',
      httpParams: '{"login":"${user.username}","name":"${user.firstname} ${user.lastname}"}',
      successResponses: { statusCode: [201] },
    }),
  };

  test('sends the rendered body and makes the account from the answer', async () => {
    const target = await startTarget(() => ({ status: 201, body: { id: 42, state: 'new' } }));
    const connector = connectorFor(target, { CreateAccountJSON: CREATE }, options);
    const outcome = await connector.provision({ type: 'create', identity: 'ann' });
    expect(target.seen[0]).toMatchObject({
      method: 'POST',
      path: '/users',
      body: '{"login":"ann","name":"Ann O\'Neil"}',
    });
    expect(target.seen[0]?.headers['content-type']).toBe('application/json');
    expect(outcome).toMatchObject({
      status: 'ok',
      task: { type: 'create', status: 'Complete', attempts: 1, accountName: 'ann' },
    });
    expect(connector.repository.accountByName('ann')).toMatchObject({
      accountID: '42',
      status: 'Manually Provisioned',
      user: 'ann',
      columns: { customproperty1: 'new' },
    });
    expect(outcome.steps[0]?.templates.map(({ value }) => value)).toContain(
      '{"login":"ann","name":"Ann O\'Neil"}',
    );
  });

  test('inserts values raw: null prints null, and nothing is escaped', async () => {
    const target = await startTarget(() => ({ status: 201, body: { id: 1 } }));
    const documents = {
      CreateAccountJSON: calls({
        url: '/users',
        httpParams: '{"title":"${user.title}","name":"${user.lastname}"}',
      }),
    };
    const identities = [{ username: 'q', lastname: 'The "Quote"' }];
    await connectorFor(target, documents, { identities }).provision({ type: 'create', identity: 'q' });
    expect(target.seen[0]?.body).toBe('{"title":"null","name":"The "Quote""}');
  });

  test('takes the name of the account for its id when accountIdPath says accountName', async () => {
    const target = await startTarget(() => ({ body: { id: 42 } }));
    const documents = { CreateAccountJSON: { ...calls({ url: '/users' }), accountIdPath: 'accountName' } };
    const outcome = await connectorFor(target, documents, options).provision({
      type: 'create',
      identity: 'ann',
    });
    expect(outcome.account?.accountID).toBe('ann');
  });

  test('warns when accountIdPath finds nothing', async () => {
    const target = await startTarget(() => ({ body: { meta: { id: 42 } } }));
    const documents = {
      CreateAccountJSON: { ...calls({ url: '/users' }), accountIdPath: 'call1.message.id' },
    };
    const outcome = await connectorFor(target, documents, options).provision({
      type: 'create',
      identity: 'ann',
    });
    expect(outcome.status).toBe('ok');
    expect(outcome.warnings[0]).toMatchObject({
      code: 'account-id-not-found',
      document: 'CreateAccountJSON',
      pointer: '/accountIdPath',
    });
    expect(outcome.assumptions).toContain('account-id-missing');
  });

  test('fails when the answer is not the success it wants: no account, the task stays New, the comment says why', async () => {
    const target = await startTarget(() => ({ status: 400, body: { message: 'username is taken' } }));
    const connector = connectorFor(target, { CreateAccountJSON: CREATE }, options);
    const outcome = await connector.provision({ type: 'create', identity: 'ann' });
    expect(outcome).toMatchObject({
      status: 'failed',
      task: { status: 'New', attempts: 1 },
      problems: [{ code: 'call-unsuccessful', pointer: '/call/0/httpParams' }],
    });
    expect(outcome.task?.comments.join('\n')).toContain('username is taken');
    expect(connector.repository.accounts()).toHaveLength(0);
  });

  test('refuses a template that cannot be compiled by place, and sends nothing', async () => {
    const target = await startTarget(() => ({}));
    const body = '{"a":"${user.username}","b":"${user.phonenumber","c":"${user.title}"}';
    const documents = { CreateAccountJSON: calls({ url: '/users', httpParams: body }) };
    const outcome = await connectorFor(target, documents, options).provision({
      type: 'create',
      identity: 'ann',
    });
    expect(outcome.problems[0]).toMatchObject({
      code: 'template-invalid',
      document: 'CreateAccountJSON',
      pointer: '/call/0/httpParams',
    });
    expect(outcome.problems[0]?.start).toBeGreaterThan(20);
    expect(target.seen).toHaveLength(0);
  });

  test('follows the account name rule and its alternatives', async () => {
    const target = await startTarget(() => ({ body: {} }));
    const securitySystem = {
      accountNameRule: '${user.firstname.toLowerCase()}###${user.firstname.toLowerCase()}1',
    };
    const identities = [
      { username: 'a1', firstname: 'Kim' },
      { username: 'a2', firstname: 'KIM' },
      { username: 'a3', firstname: 'kim' },
    ];
    const connector = connectorFor(
      target,
      { CreateAccountJSON: calls({ url: '/users' }) },
      { identities, securitySystem },
    );
    const names = [];
    for (const { username } of identities)
      names.push(await connector.provision({ type: 'create', identity: username }));
    expect(names.map(({ account }) => account?.name)).toEqual(['kim', 'kim1', undefined]);
    expect(names[2]?.problems[0]?.code).toBe('account-name-taken');
  });

  test('makes a password after the policy and keeps it out of the trace', async () => {
    const target = await startTarget(() => ({ body: {} }));
    const documents = {
      CreateAccountJSON: calls({ url: '/users', httpParams: '{"secretword":"${password}"}' }),
      PasswdPolicyJSON: { minLength: 16, noOfCAPSAlpha: 3, noOfDigits: 4, noOfSplChars: 2 },
    };
    const connector = connectorFor(target, documents, options);
    const outcome = await connector.provision({ type: 'create', identity: 'ann' });
    const { secretword } = JSON.parse(target.seen[0]?.body ?? '{}');
    expect(secretword).toHaveLength(16);
    expect(secretword.match(/\d/g)).toHaveLength(4);
    expect(secretword.match(/[A-Z]/g)).toHaveLength(3);
    expect(JSON.stringify([outcome, connector.trace])).not.toContain(secretword);
  });
});

test.each([
  [{ minLength: 16, maxLength: 9 }, 9],
  [{ minLength: 8, maxLength: 20 }, 8],
  [{ maxLength: 4, noOfDigits: 3 }, 6],
])('a password keeps to %j: it has %i characters', async (policy, length) => {
  const target = await startTarget(() => ({ body: {} }));
  const documents = {
    CreateAccountJSON: calls({ url: '/users', httpParams: '${password}' }),
    PasswdPolicyJSON: policy,
  };
  await connectorFor(target, documents, options).provision({ type: 'create', identity: 'ann' });
  expect(target.seen[0]?.body).toHaveLength(length);
});

describe('several calls', () => {
  test('feed each other through response', async () => {
    const target = await startTarget(({ path }) => ({
      body: path === '/users' ? { user: { ids: [{ id: 'x9' }] } } : { done: true },
    }));
    const documents = {
      CreateAccountJSON: {
        accountIdPath: 'call1.message.user.ids[0].id',
        ...calls(
          { url: '/users' },
          {
            url: '/users/${response.call1.message.user.ids[0].id}/roles',
            httpMethod: "${response.call1.statusCode == 200 ? 'PUT' : 'POST'}",
          },
        ),
      },
    };
    const outcome = await connectorFor(target, documents, options).provision({
      type: 'create',
      identity: 'ann',
    });
    expect(target.seen[1]).toMatchObject({ method: 'PUT', path: '/users/x9/roles' });
    expect(outcome.account?.accountID).toBe('x9');
  });

  test('end with the first that fails', async () => {
    const target = await startTarget(({ path }) => (path === '/a' ? { status: 500 } : {}));
    const documents = { UpdateUserJSON: calls({ url: '/a' }, { url: '/b' }) };
    const outcome = await connectorFor(target, documents, options).provision({
      type: 'update-user',
      identity: 'ann',
    });
    expect(outcome.problems[0]?.pointer).toBe('/call/0');
    expect(target.to('/b')).toHaveLength(0);
  });

  test('go on after a failure when that is chosen, and the task fails all the same', async () => {
    const target = await startTarget(({ path }) => (path === '/a' ? { status: 500 } : {}));
    const documents = { UpdateUserJSON: calls({ url: '/a' }, { url: '/b' }) };
    const connector = connectorFor(target, documents, { ...options, semantics: { failureStops: false } });
    expect((await connector.provision({ type: 'update-user', identity: 'ann' })).status).toBe('failed');
    expect(target.to('/b')).toHaveLength(1);
  });
});

describe('success conditions', () => {
  const run = async (conditions: object, body: unknown, status = 200) => {
    const target = await startTarget(() => ({ status, body }));
    const documents = { UpdateUserJSON: calls({ url: '/a', ...conditions }) };
    return (
      await connectorFor(target, documents, options).provision({ type: 'update-user', identity: 'ann' })
    ).status;
  };

  test.each([
    ['a value at a path', { successResponses: { result: 'success' } }, { result: 'success' }, 'ok'],
    ['another value there', { successResponses: { result: ['success'] } }, { result: 'error' }, 'failed'],
    ['a path with an escaped dot', { successResponses: { 'a~dot#b.c': [1] } }, { 'a.b': { c: 1 } }, 'ok'],
    [
      'status and path',
      { successResponses: { statusCode: [200], result: ['yes'] } },
      { result: 'no' },
      'failed',
    ],
    ['what must not be', { unsuccessResponses: { message: ['Failed'] } }, { message: 'Failed' }, 'failed'],
    [
      'both, unsuccess wins',
      { successResponses: { statusCode: [200] }, unsuccessResponses: { error: ['x'] } },
      { error: 'x' },
      'failed',
    ],
  ])('%s', async (_, conditions, body, expected) => {
    expect(await run(conditions, body)).toBe(expected);
  });

  test('without any, a status from 200 to 299 is a success', async () => {
    expect(await run({}, {}, 204)).toBe('ok');
    expect(await run({}, {}, 404)).toBe('failed');
  });
});

describe('an account that is there', () => {
  test.each([
    ['enable', 'EnableAccountJSON', 'Manually Provisioned'],
    ['disable', 'DisableAccountJSON', 'Manually Suspended'],
    ['remove', 'RemoveAccountJSON', 'Manually Suspended'],
    ['update', 'UpdateAccountJSON', '1'],
  ] as const)('is found by name or id for %s, and its status follows', async (type, document, status) => {
    const target = await startDirectory();
    const connector = await imported(target, {
      [document]: calls({
        url: '/users/${account.accountID}',
        httpMethod: 'PUT',
        httpParams: '{"by":"${task.source}"}',
      }),
    });
    const outcome = await connector.provision({ type, account: '7' });
    expect(outcome).toMatchObject({ status: 'ok', account: { name: 'ann', status } });
    expect(target.seen.at(-1)).toMatchObject({ method: 'PUT', path: '/users/7', body: '{"by":"REQUEST"}' });
  });

  test('gets its columns from responseColsToPropsMap', async () => {
    const target = await startDirectory(() => ({ body: { when: '2026-03-01T10:00:00Z', n: '12.7' } }));
    const connector = await imported(target, {
      UpdateAccountJSON: {
        dateFormat: "yyyy-MM-dd'T'HH:mm:ssXXX",
        responseColsToPropsMap: {
          customproperty1: 'call1.message.n~#~int',
          lastlogondate: 'call1.message.when~#~date ',
        },
        ...calls({ url: '/users' }),
      },
    });
    const outcome = await connector.provision({ type: 'update', identity: 'ann' });
    expect(outcome.account?.columns).toMatchObject({
      customproperty1: '12',
      lastlogondate: '2026-03-01 10:00:00',
    });
  });

  test('has every binding of the guide', async () => {
    const target = await startDirectory();
    const body = [
      '${user.email}',
      '${userManager.email}',
      '${accountName}',
      '${account.name}',
      '${userAccount.accountID}',
      '${arsTasks.accountName}',
      '${task.users.firstname}',
      '${requestid}',
      '${connection.connectionname}',
      '${requestAccessAttributes.region}',
      '${reqAttrs.region}',
      '${businessJustification}',
      '${endpoints.endpointname}',
      '${managerAccount}',
      "${user.startdate.format('yyyy')}",
      '${approvers.size()}',
      '${ServiceAccountOwnerMap.size()}',
      '${user.customproperty50}',
      '${password}',
    ].join('|');
    const connector = await imported(target, {
      UpdateAccountJSON: calls({ url: '/users', httpContentType: 'text/plain', httpParams: body }),
    });
    await connector.provision({
      type: 'update',
      identity: 'ann',
      password: 'Pa55-word',
      requestAccessAttributes: { region: 'EU' },
      businessJustification: 'because',
    });
    expect(target.seen.at(-1)?.body).toBe(
      'ann@example.org|max@example.org|ann|ann|7|ann|Ann|1|Example|EU|EU|because|Example|null|2026|0|0|null|Pa55-word',
    );
  });

  test('is needed: an unknown one is a problem, not a request', async () => {
    const target = await startDirectory();
    const connector = await imported(target, { DisableAccountJSON: calls({ url: '/users' }) });
    const before = target.seen.length;
    const outcome = await connector.provision({ type: 'disable', account: 'nobody' });
    expect(outcome).toMatchObject({
      status: 'failed',
      task: undefined,
      problems: [{ code: 'account-unknown' }],
    });
    expect(target.seen).toHaveLength(before);
  });

  test('changes its password with the one of the request', async () => {
    const target = await startDirectory();
    const connector = await imported(target, {
      ChangePassJSON: calls({
        url: '/users/${account.accountID}',
        httpContentType: 'application/x-www-form-urlencoded',
        httpParams: '{"new":"${password}"}',
      }),
    });
    expect(
      (await connector.provision({ type: 'change-password', account: 'ann', password: 'a b&c' })).status,
    ).toBe('ok');
    expect(target.seen.at(-1)?.body).toBe('new=a+b%26c');
  });
});

describe('access', () => {
  const ADD = calls(
    { name: 'Group', url: '/groups/${entitlementValue.entitlementID}', httpMethod: 'GET' },
    { name: 'Role', url: '/roles' },
    {
      name: 'Group',
      url: '/groups/${response.Group1.message.id}/members',
      httpParams: '{"user":"${account.accountID}"}',
    },
  );
  const group = { type: 'Group', id: 'g1' };

  test('runs the calls of its type in order; their answers are told apart by a count', async () => {
    const target = await startDirectory();
    const connector = await imported(target, { AddAccessJSON: ADD });
    const outcome = await connector.provision({ type: 'add-access', account: 'ann', entitlement: group });
    expect(outcome.status).toBe('ok');
    expect(target.seen.slice(-2).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /groups/g1',
      'POST /groups/42/members',
    ]);
    expect(connector.repository.links()).toEqual([
      { accountKey: 1, entitlementKey: 1, origin: 'provisioning' },
    ]);
    expect(outcome.assumptions).toContain('access-response-key');
  });

  test('is removed with the link', async () => {
    const target = await startDirectory();
    const REMOVE = calls({
      name: 'Group',
      url: '/groups/g1/members',
      httpMethod: 'DELETEWITHBODY',
      httpParams: '[1]',
    });
    const connector = await imported(target, { AddAccessJSON: ADD, RemoveAccessJSON: REMOVE });
    await connector.provision({ type: 'add-access', account: 'ann', entitlement: group });
    await connector.provision({
      type: 'remove-access',
      account: 'ann',
      entitlement: { type: 'Group', id: 'Group one' },
    });
    expect(target.seen.at(-1)).toMatchObject({ method: 'DELETE', body: '[1]' });
    expect(connector.repository.links()).toHaveLength(0);
  });

  test('fails loudly when no call has the name of the type', async () => {
    const target = await startDirectory();
    const connector = await imported(target, { AddAccessJSON: calls({ name: 'group', url: '/x' }) });
    const outcome = await connector.provision({ type: 'add-access', account: 'ann', entitlement: group });
    expect(outcome.problems[0]).toMatchObject({
      code: 'access-call-missing',
      document: 'AddAccessJSON',
      assumptions: ['unmatched-access'],
    });
  });

  test('needs an entitlement that was imported', async () => {
    const target = await startDirectory();
    const connector = await imported(target, { AddAccessJSON: ADD });
    const outcome = await connector.provision({
      type: 'add-access',
      account: 'ann',
      entitlement: { type: 'Group', id: 'none' },
    });
    expect(outcome.problems[0]?.code).toBe('entitlement-unknown');
  });

  test('is not possible when the JSON is empty', async () => {
    const target = await startDirectory();
    const connector = await imported(target, { AddAccessJSON: '' });
    const outcome = await connector.provision({ type: 'add-access', account: 'ann', entitlement: group });
    expect(outcome).toMatchObject({ status: 'not-possible', problems: [{ code: 'json-empty' }] });
  });
});

describe('tickets and user updates', () => {
  test('a ticket keeps its task in progress until its status is a closed one', async () => {
    let state = 'OPEN';
    const target = await startTarget(({ method }) => ({
      body: method === 'POST' ? { id: 'T-9' } : { statusType: state },
    }));
    const documents = {
      CreateTicketJSON: calls({ url: '/tickets', ticketidPath: 'id' }),
      TicketStatusJSON: calls({
        url: '/tickets/${ticketID}',
        httpMethod: 'GET',
        ticketStatusPath: 'statusType',
        ticketStatusValue: ['CLOSED'],
      }),
    };
    const connector = connectorFor(target, documents, options);
    const created = await connector.provision({ type: 'create-ticket', identity: 'ann' });
    expect(created.task).toMatchObject({ ticket: 'T-9', status: 'In Progress' });
    const asked = await connector.provision({ type: 'ticket-status', ticket: 'T-9' });
    expect(asked.task?.status).toBe('In Progress');
    expect(target.seen.at(-1)?.path).toBe('/tickets/T-9');
    state = 'CLOSED';
    expect((await connector.provision({ type: 'ticket-status', ticket: 'T-9' })).task?.status).toBe(
      'Complete',
    );
  });

  test('UpdateUserJSON has calls for each action', async () => {
    const target = await startTarget(() => ({}));
    const documents = {
      UpdateUserJSON: {
        actions: { 'Update Login': calls({ url: '/login' }), 'Disable User': calls({ url: '/off' }) },
      },
    };
    const connector = connectorFor(target, documents, options);
    expect(
      (await connector.provision({ type: 'update-user', identity: 'ann', action: 'Disable User' })).status,
    ).toBe('ok');
    expect(target.seen[0]?.path).toBe('/off');
    const unknown = await connector.provision({ type: 'update-user', identity: 'ann', action: 'Jump' });
    expect(unknown.problems[0]?.code).toBe('action-unknown');
  });
});

test('a dependent value of an account call is a column like any other', async () => {
  const target = await startDirectory();
  const connector = await imported(target, {
    ImportAccountEntJSON: accountImport(
      accountCall('/users', {
        colsToPropsMap: { accountID: 'id~#~char', name: 'login~#~char', displayName: 'login~#~char' },
      }),
    ),
    UpdateAccountJSON: calls({ url: '/users', httpParams: '${account.displayName}' }),
  });
  await connector.provision({ type: 'update', account: 'ann' });
  expect(target.seen.at(-1)?.body).toBe('ann');
});
