import { afterEach, describe, expect, test } from '@jest/globals';
import type { Connector } from '../../../connector/index.js';
import { accountCall, connectorFor, HEADERS, HOST } from '../setup.js';
import { type Reply, startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

/** Who is in which group; the tests change it. */
interface World {
  members: Record<string, number[]>;
  groups: { id: string; title: string }[];
}

const USERS = [1, 2, 3].map((id) => ({ id, login: `u${id}` }));

function world(): World {
  return {
    members: { a: [1, 2], b: [3] },
    groups: [
      { id: 'a', title: 'Alpha' },
      { id: 'b', title: 'Beta' },
    ],
  };
}

/** A target that shows the same memberships in every form the five processing types read. */
async function startWorld(state: World) {
  const groupsOf = (id: number) =>
    Object.keys(state.members).filter((group) => state.members[group]?.includes(id));
  const routes: Record<string, () => unknown> = {
    '/users': () => ({
      data: USERS.map((user) => ({
        ...user,
        groups: groupsOf(user.id).map((id) => ({ id })),
        plain: groupsOf(user.id),
      })),
    }),
    '/groups': () => ({
      data: state.groups.map((group) => ({
        ...group,
        people: (state.members[group.id] ?? []).map((id) => ({ user: { id } })),
      })),
    }),
    '/pairs': () => ({
      data: Object.entries(state.members).flatMap(([group, ids]) =>
        ids.map((id) => ({ who: { id }, what: group, role: `role${id}` })),
      ),
    }),
  };
  return startTarget(({ path }): Reply => {
    const route = routes[path];
    if (route !== undefined) return { body: route() };
    const [, kind, id, what] = path.split('/');
    if (kind === 'groups' && what === 'members')
      return { body: { data: (state.members[id ?? ''] ?? []).map((user) => ({ user: { id: user } })) } };
    if (kind === 'users' && what === 'groups')
      return { body: { data: groupsOf(Number(id)).map((group) => ({ group })) } };
    return { status: 404 };
  });
}

const http = (path: string) => ({ url: `${HOST}${path}`, httpHeaders: HEADERS, httpMethod: 'GET' });
const groupCall = (changes: Record<string, unknown> = {}) => ({
  callOrder: 0,
  http: http('/groups'),
  listField: 'data',
  keyField: 'entitlementID',
  colsToPropsMap: {
    entitlementID: 'id~#~char',
    entitlement_value: 'title~#~char',
    ...(changes.columns as object),
  },
});
const STORE = 'STORE#ACC#ENT#MAPPINGINFO~#~char';

/** An ImportAccountEntJSON whose links come from `acctEntParams`. */
function documentWith(
  acctEntParams: unknown,
  extra: {
    account?: object;
    accountSection?: object;
    type?: object;
    groupColumns?: object;
    status?: object;
  } = {},
) {
  const account = accountCall('/users', {
    colsToPropsMap: { accountID: 'id~#~char', name: 'login~#~char', ...extra.account },
  });
  return {
    ImportAccountEntJSON: {
      accountParams: {
        connection: 'acctAuth',
        statusAndThresholdConfig: extra.status,
        call: { call1: account },
        ...extra.accountSection,
      },
      entitlementParams: {
        connection: 'acctAuth',
        entTypes: {
          Group: {
            entTypeOrder: 0,
            call: { call1: groupCall({ columns: extra.groupColumns }) },
            ...extra.type,
          },
        },
      },
      acctEntParams,
    },
  };
}

const httpLinks = (call: Record<string, unknown>) => ({
  connection: 'acctAuth',
  entTypes: {
    Group: {
      call: {
        call1: {
          callOrder: 0,
          listField: 'data',
          acctKeyField: 'accountID',
          entKeyField: 'entitlementID',
          ...call,
        },
      },
    },
  },
});

function pairs({ repository }: Connector): string[] {
  return repository
    .links()
    .map(
      (link) =>
        `${repository.account(link.accountKey)?.name}-${repository.entitlement(link.entitlementKey)?.value}`,
    )
    .sort();
}

const EXPECTED = ['u1-Alpha', 'u2-Alpha', 'u3-Beta'];

const FORMS: [string, Parameters<typeof documentWith>][] = [
  [
    'httpEntToAcct',
    [
      httpLinks({
        processingType: 'httpEntToAcct',
        http: http('/groups/${id}/members'),
        acctIdPath: 'user.id',
      }),
    ],
  ],
  [
    'httpAcctToEnt',
    [httpLinks({ processingType: 'httpAcctToEnt', http: http('/users/${id}/groups'), entIdPath: 'group' })],
  ],
  [
    'http',
    [httpLinks({ processingType: 'http', http: http('/pairs'), acctIdPath: 'who.id', entIdPath: 'what' })],
  ],
  [
    'acctToEntMapping',
    [
      { processingType: 'acctToEntMapping' },
      {
        account: { customproperty31: STORE },
        accountSection: {
          acctEntMappings: { Group: { listPath: 'groups', idPath: 'id', keyField: 'entitlementID' } },
        },
      },
    ],
  ],
  [
    'acctToEntMapping of plain ids, written in the type',
    [
      { entTypes: { Group: { call: { call1: { processingType: 'acctToEntMapping' } } } } },
      {
        account: { customproperty31: STORE },
        accountSection: {
          acctEntMappings: { Group: { listPath: 'plain', idPath: '', keyField: 'entitlementID' } },
        },
      },
    ],
  ],
  [
    'entToAcctMapping',
    [
      { processingType: 'entToAcctMapping' },
      {
        groupColumns: { acctEntMappingInfoColumnFromEnt: STORE },
        type: {
          acctEntMappings: { Group: { listPath: 'people', idPath: 'user.id', keyField: 'accountID' } },
        },
      },
    ],
  ],
];

describe('links', () => {
  test.each(FORMS)('come by %s, and follow the target', async (_, form) => {
    const state = world();
    const target = await startWorld(state);
    const connector = connectorFor(target, documentWith(...form));
    await connector.importAccounts();
    const first = await connector.importAccess();
    expect(first).toMatchObject({
      status: 'ok',
      entitlements: { created: 2 },
      links: { added: 3, removed: 0, unmatched: 0 },
    });
    expect(pairs(connector)).toEqual(EXPECTED);
    state.members = { a: [1], b: [3, 2] };
    await connector.importAccounts();
    expect((await connector.importAccess()).links).toMatchObject({ added: 1, removed: 1, unchanged: 2 });
    expect(pairs(connector)).toEqual(['u1-Alpha', 'u2-Beta', 'u3-Beta']);
  });

  test('of accounts nobody knows are counted and named', async () => {
    const target = await startWorld(world());
    const connector = connectorFor(
      target,
      documentWith(
        httpLinks({ processingType: 'http', http: http('/pairs'), acctIdPath: 'who.id', entIdPath: 'what' }),
      ),
    );
    const outcome = await connector.importAccess();
    expect(outcome.links).toMatchObject({ received: 3, added: 0, unmatched: 3 });
    expect(outcome.warnings[0]).toMatchObject({
      code: 'link-account-unknown',
      pointer: '/acctEntParams/entTypes/Group/call/call1/acctIdPath',
    });
  });

  test('whose element has no id where the path points are named', async () => {
    const target = await startWorld(world());
    const call = { processingType: 'http', http: http('/pairs'), acctIdPath: 'person.id', entIdPath: 'what' };
    const connector = connectorFor(target, documentWith(httpLinks(call)));
    await connector.importAccounts();
    const outcome = await connector.importAccess();
    expect(outcome.links).toMatchObject({ received: 3, added: 0 });
    expect(outcome.warnings).toMatchObject([
      { code: 'link-id-missing', pointer: '/acctEntParams/entTypes/Group/call/call1/acctIdPath' },
    ]);
  });

  test('keep the privileges of their call', async () => {
    const target = await startWorld(world());
    const call = {
      processingType: 'http',
      http: http('/pairs'),
      acctIdPath: 'who.id',
      entIdPath: 'what',
      privilegeParams: { attrName: 'Permission', attrValuePath: 'role' },
    };
    const connector = connectorFor(target, documentWith(httpLinks(call)));
    await connector.importAccounts();
    await connector.importAccess();
    expect(connector.repository.links().map(({ privileges }) => privileges?.Permission)).toEqual([
      'role1',
      'role2',
      'role3',
    ]);
  });

  test('stay when deleteAccEntForActiveAccounts is false', async () => {
    const state = world();
    const target = await startWorld(state);
    const connector = connectorFor(
      target,
      documentWith(FORMS[0]?.[1][0], { status: { deleteAccEntForActiveAccounts: false } }),
    );
    await connector.importAccounts();
    await connector.importAccess();
    state.members = {};
    expect((await connector.importAccess()).links.removed).toBe(0);
    expect(pairs(connector)).toEqual(EXPECTED);
  });

  test('of an account that is gone go with it when deleteLinks is true', async () => {
    const users = [...USERS];
    const target = await startTarget(({ path }) =>
      path === '/users'
        ? { body: { data: users } }
        : path === '/groups'
          ? { body: { data: world().groups } }
          : { body: { data: [{ user: { id: 1 } }] } },
    );
    const connector = connectorFor(target, documentWith(FORMS[0]?.[1][0], { status: { deleteLinks: true } }));
    await connector.importAccounts();
    await connector.importAccess();
    users.shift();
    await connector.importAccounts();
    expect(connector.repository.links()).toHaveLength(0);
  });

  test('undo the entitlements too when a call for them fails', async () => {
    const target = await startWorld(world());
    const connector = connectorFor(
      target,
      documentWith(
        httpLinks({ processingType: 'httpEntToAcct', http: http('/nowhere/${id}'), acctIdPath: 'id' }),
      ),
    );
    await connector.importAccounts();
    const outcome = await connector.importAccess();
    expect(outcome).toMatchObject({
      status: 'failed',
      problems: [{ code: 'call-unsuccessful', pointer: '/acctEntParams/entTypes/Group/call/call1/http/url' }],
    });
    expect(connector.repository.entitlements()).toHaveLength(0);
  });

  test('need a processing type that exists', async () => {
    const target = await startWorld(world());
    const outcome = await connectorFor(
      target,
      documentWith(httpLinks({ processingType: 'httpEntToAccount', http: http('/x') })),
    ).importAccess();
    expect(outcome.problems[0]).toMatchObject({
      code: 'processing-type-unknown',
      pointer: '/acctEntParams/entTypes/Group/call/call1/processingType',
    });
  });
});

describe('entitlements', () => {
  test('that are gone become inactive, and their links go', async () => {
    const state = world();
    const target = await startWorld(state);
    const connector = connectorFor(target, documentWith(FORMS[0]?.[1][0]));
    await connector.importAccounts();
    await connector.importAccess();
    state.groups.pop();
    const outcome = await connector.importAccess();
    expect(outcome.entitlements.inactivated).toBe(1);
    expect(connector.repository.entitlementByColumn('Group', 'entitlementID', 'b')?.status).toBe('2');
    expect(pairs(connector)).toEqual(['u1-Alpha', 'u2-Alpha']);
  });

  test.each([
    ['what-arrived', '2'],
    ['changes-nothing', '1'],
  ] as const)('of a call that failed count as %s says', async (failedImport, status) => {
    const state = world();
    let broken = false;
    const target = await startTarget(({ path }) => {
      if (path === '/groups') return { body: { data: state.groups } };
      return broken ? { status: 500 } : { body: { data: [] } };
    });
    const more = { ...groupCall({}), callOrder: 1, http: http('/more') };
    const connector = connectorFor(
      target,
      documentWith({}, { type: { call: { call1: groupCall(), call2: more } } }),
      { semantics: { failedImport } },
    );
    expect((await connector.importAccess()).status).toBe('ok');
    broken = true;
    state.groups.pop();
    expect((await connector.importAccess()).status).toBe('failed');
    expect(connector.repository.entitlementByColumn('Group', 'entitlementID', 'b')?.status).toBe(status);
  });

  test('are kept when their threshold is reached', async () => {
    const state = world();
    const target = await startWorld(state);
    const status = { entThresholdValue: { entType: { Group: { ent: 1 } } } };
    const connector = connectorFor(target, documentWith({}, { status }));
    await connector.importAccess();
    state.groups.pop();
    const outcome = await connector.importAccess();
    expect(outcome.warnings[0]?.code).toBe('entitlement-threshold-reached');
    expect(outcome.entitlements.inactivated).toBe(0);
  });

  test('of one type can be asked for with those of another', async () => {
    const target = await startTarget(({ path }) => {
      if (path === '/orgs') return { body: { data: [{ id: 'o1', title: 'One' }] } };
      return path === '/orgs/One/teams' ? { body: { data: [{ id: 't1', title: 'Team' }] } } : { status: 404 };
    });
    const connector = connectorFor(target, {
      ImportAccountEntJSON: {
        entitlementParams: {
          connection: 'acctAuth',
          entTypes: {
            Team: {
              entTypeOrder: 2,
              call: {
                call1: {
                  ...groupCall(),
                  http: http('/orgs/${entitlementValue}/teams'),
                  inputParams: { entitlementname: 'Organization' },
                },
              },
            },
            Organization: { entTypeOrder: 1, call: { call1: { ...groupCall(), http: http('/orgs') } } },
            Empty: {},
          },
        },
        acctEntParams: {},
      },
    });
    expect((await connector.importAccess()).entitlements.created).toBe(2);
    expect(connector.repository.entitlements('Team')[0]?.value).toBe('Team');
  });

  test('are made from account records with importAsEntitlement', async () => {
    const target = await startWorld(world());
    const connector = connectorFor(target, {
      ImportAccountEntJSON: {
        accountParams: {
          connection: 'acctAuth',
          call: {
            call1: accountCall('/users', {
              colsToPropsMap: { accountID: 'id~#~char', name: 'login~#~char', customproperty31: STORE },
            }),
          },
          acctEntMappings: {
            Group: { listPath: 'groups', idPath: 'id', keyField: 'entitlementID', importAsEntitlement: true },
          },
        },
        acctEntParams: { processingType: 'acctToEntMapping' },
      },
    });
    expect((await connector.importAccounts()).entitlements.created).toBe(2);
    expect((await connector.importAccess()).links.added).toBe(3);
  });
});
