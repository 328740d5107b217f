import { afterEach, describe, expect, test } from '@jest/globals';
import type { Connector } from '../../../connector/index.js';
import { accountCall, connectorFor, HEADERS, HOST } from '../setup.js';
import { type Reply, startTarget, stopTargets, type TestTarget } from '../target.js';

afterEach(stopTargets);

/** Two groups, a role, who owns what and what holds what; the tests change it. */
interface World {
  owners: Record<string, string[]>;
  roles: Record<string, string[]>;
}

const world = (): World => ({ owners: { g1: ['ann'], g2: ['bob'] }, roles: { g1: ['r1'], g2: ['r1'] } });
const IDENTITIES = [
  { username: 'ann', email: 'Ann@Example.org' },
  { username: 'bob', email: 'bob@example.org' },
];

async function startWorld(state: World): Promise<TestTarget> {
  const groups = () =>
    ['g1', 'g2'].map((id) => ({
      id,
      title: id,
      holds: (state.roles[id] ?? []).map((role) => ({ role })),
      owner: (state.owners[id] ?? []).map((name) => `${name}@example.org`),
    }));
  const routes: Record<string, () => unknown> = {
    '/users': () => [{ id: 'u1', login: 'ann' }],
    '/groups': groups,
    '/roles': () => [{ id: 'r1', title: 'r1' }],
    '/owners': () => groups().map(({ id, owner }) => ({ group: id, owner })),
    '/holds': () => groups().map(({ id, holds }) => ({ group: id, roles: holds })),
  };
  return startTarget(({ path }): Reply => {
    const route = routes[path];
    if (route !== undefined) return { body: { data: route() } };
    const [, , id = '', what] = path.split('/');
    const group = groups().find((one) => one.id === id);
    if (what === 'owners') return { body: { data: group?.owner.map((mail) => ({ mail })) ?? [] } };
    return what === 'roles' ? { body: { data: group?.holds ?? [] } } : { status: 404 };
  });
}

const http = (path: string) => ({ url: `${HOST}${path}`, httpHeaders: HEADERS, httpMethod: 'GET' });
const COLUMNS = { entitlementID: 'id~#~char', entitlement_value: 'title~#~char' };
const list = (path: string) => ({
  call: {
    call1: { http: http(path), listField: 'data', keyField: 'entitlementID', colsToPropsMap: COLUMNS },
  },
});

/** An ImportAccountEntJSON with groups and roles, and what is added to it. */
function documentWith(sections: object, group: object = {}) {
  return {
    ImportAccountEntJSON: {
      accountParams: { connection: 'acctAuth', call: { call1: accountCall('/users') } },
      entitlementParams: {
        connection: 'acctAuth',
        entTypes: { Group: { ...list('/groups'), ...group }, Role: list('/roles') },
      },
      ...sections,
    },
  };
}

const calls = (call: object, type = 'Group') => ({
  connection: 'acctAuth',
  entTypes: { [type]: { call: { call1: { listField: 'data', ...call } } } },
});

function owned({ repository }: Connector): string[] {
  return repository
    .owners()
    .map(({ entitlementKey, username }) => `${repository.entitlement(entitlementKey)?.value}-${username}`)
    .sort();
}

function mapped({ repository }: Connector): string[] {
  return repository
    .maps()
    .map(
      ({ parentKey, childKey, types }) =>
        `${repository.entitlement(parentKey)?.value}-${repository.entitlement(childKey)?.value} ${types}`,
    )
    .sort();
}

const OWNER_FORMS: [string, object][] = [
  [
    'a call for each entitlement',
    {
      entOwnerParams: calls({
        http: http('/groups/${id}/owners'),
        ownerIdPath: 'mail',
        ownerKeyField: 'email',
        entKeyField: 'entitlementID',
      }),
    },
  ],
  [
    'one call for all',
    {
      entOwnerParams: calls({
        http: http('/owners'),
        entIdPath: 'group',
        entKeyField: 'entitlementID',
        ownerIdPath: 'owner',
        ownerKeyField: 'email',
      }),
    },
  ],
  [
    'a call for the links',
    {
      acctEntParams: calls({
        processingType: 'http',
        http: http('/owners'),
        entIdPath: 'group',
        acctIdPath: 'nobody',
        ownerIdPath: 'owner',
        ownerKeyField: 'email',
      }),
    },
  ],
];

describe('owners of entitlements', () => {
  test.each(OWNER_FORMS)('come by %s, and follow the target', async (_, sections) => {
    const state = world();
    const connector = connectorFor(await startWorld(state), documentWith(sections), {
      identities: IDENTITIES,
    });
    await connector.importAccounts();
    const outcome = await connector.importAccess();
    expect(outcome).toMatchObject({ status: 'ok', owners: { added: 2, removed: 0, unmatched: 0 } });
    expect(owned(connector)).toEqual(['g1-ann', 'g2-bob']);
    expect(outcome.assumptions).toContain('owner-key');
    state.owners = { g1: ['ann', 'bob'], g2: [] };
    expect((await connector.importAccess()).owners).toMatchObject({ added: 1, removed: 1, unchanged: 1 });
    expect(owned(connector)).toEqual(['g1-ann', 'g1-bob']);
  });

  test('are kept when that is chosen, and by an incremental import', async () => {
    for (const [semantics, incremental] of [
      [{ relationsNotInFeed: 'keep' as const }, false],
      [{}, true],
    ] as const) {
      const state = world();
      const connector = connectorFor(await startWorld(state), documentWith(OWNER_FORMS[0]?.[1] ?? {}), {
        identities: IDENTITIES,
        semantics,
      });
      await connector.importAccess();
      state.owners = {};
      expect((await connector.importAccess({ incremental })).owners.removed).toBe(0);
      expect(owned(connector)).toEqual(['g1-ann', 'g2-bob']);
    }
  });

  test('may be named by a column of their account', async () => {
    const target = await startTarget(({ path }) => {
      if (path === '/users') return { body: { data: [{ id: 'u1', login: 'ann' }] } };
      if (path === '/owners') return { body: { data: [{ group: 'g1', owner: 'u1' }] } };
      return { body: { data: [{ id: 'g1', title: 'g1' }] } };
    });
    const entOwnerParams = calls({
      http: http('/owners'),
      entIdPath: 'group',
      ownerIdPath: 'owner',
      ownerKeyField: 'accountID',
    });
    const connector = connectorFor(target, documentWith({ entOwnerParams }), { identities: IDENTITIES });
    await connector.importAccounts();
    await connector.importAccess();
    expect(owned(connector)).toEqual(['g1-ann']);
    const strict = connectorFor(target, documentWith({ entOwnerParams }), {
      identities: IDENTITIES,
      semantics: { ownerKey: 'user' },
    });
    await strict.importAccounts();
    expect((await strict.importAccess()).owners).toMatchObject({ added: 0, unmatched: 1 });
  });

  test('that nobody knows are counted and named at their place', async () => {
    const connector = connectorFor(await startWorld(world()), documentWith(OWNER_FORMS[1]?.[1] ?? {}));
    const outcome = await connector.importAccess();
    expect(outcome).toMatchObject({ status: 'ok', owners: { received: 2, added: 0, unmatched: 2 } });
    expect(outcome.warnings[0]).toMatchObject({
      code: 'owner-unknown',
      pointer: '/entOwnerParams/entTypes/Group/call/call1/ownerIdPath',
    });
  });

  test('change nothing when a call for them fails', async () => {
    const entOwnerParams = calls({ http: http('/nowhere/${id}'), ownerIdPath: 'mail' });
    const connector = connectorFor(await startWorld(world()), documentWith({ entOwnerParams }));
    const outcome = await connector.importAccess();
    expect(outcome.problems[0]).toMatchObject({
      code: 'call-unsuccessful',
      pointer: '/entOwnerParams/entTypes/Group/call/call1/http/url',
    });
    expect(connector.repository.entitlements()).toHaveLength(0);
  });

  test('need a path, and their entitlement one too when the call is made once', async () => {
    for (const call of [{ http: http('/owners') }, { http: http('/owners'), ownerIdPath: 'owner' }]) {
      const connector = connectorFor(
        await startWorld(world()),
        documentWith({ entOwnerParams: calls(call) }),
      );
      expect((await connector.importAccess()).problems[0]?.code).toBe('relation-key-missing');
    }
  });
});

const MAP_FORMS: [string, object, object?][] = [
  [
    'a call for each entitlement',
    {
      entMappingParams: calls({
        http: http('/groups/${id}/roles'),
        ent1KeyField: 'entitlementID',
        ent2IdPath: 'role',
        ent2KeyField: 'entitlementID',
        targetEntType: 'Role',
        mappingTypes: ['ENTMAP'],
      }),
    },
  ],
  [
    'one call for all',
    {
      entMappingParams: calls({
        http: http('/holds'),
        ent1IdPath: 'group',
        ent2IdPath: 'roles.role',
        targetEntType: 'Role',
        mappingTypes: ['ENTMAP'],
      }),
    },
  ],
  [
    'the records of the entitlements',
    {},
    { entMappings: { Role: { listPath: 'holds', idPath: 'role', idColumn: 'entitlementID' } } },
  ],
];

describe('maps between entitlements', () => {
  test.each(MAP_FORMS)('come by %s, and follow the target', async (_, sections, group = {}) => {
    const state = world();
    const connector = connectorFor(await startWorld(state), documentWith(sections, group));
    const outcome = await connector.importAccess();
    expect(outcome).toMatchObject({
      status: 'ok',
      maps: { received: 2, added: 2, removed: 0, unmatched: 0 },
    });
    expect(mapped(connector)).toEqual(['g1-r1 ENTMAP', 'g2-r1 ENTMAP']);
    state.roles = { g2: ['r1', 'r9'] };
    const second = await connector.importAccess();
    expect(second.maps).toMatchObject({ added: 0, removed: 1, unchanged: 1, unmatched: 1 });
    expect(second.warnings[0]?.code).toBe('map-entitlement-unknown');
    expect(mapped(connector)).toEqual(['g2-r1 ENTMAP']);
  });

  test('in records have the record as the child when that is chosen', async () => {
    const [, sections = {}, group = {}] = MAP_FORMS[2] ?? [];
    const connector = connectorFor(await startWorld(world()), documentWith(sections, group), {
      semantics: { entMappings: 'child' },
    });
    await connector.importAccess();
    expect(mapped(connector)).toEqual(['r1-g1 ENTMAP', 'r1-g2 ENTMAP']);
  });

  test('of several sources come together', async () => {
    const [, , group = {}] = MAP_FORMS[2] ?? [];
    const sections = {
      entMappingParams: calls({
        http: http('/holds'),
        ent1IdPath: 'group',
        ent2IdPath: 'roles.role',
        targetEntType: 'Role',
        mappingTypes: ['ENT2'],
      }),
    };
    const connector = connectorFor(await startWorld(world()), documentWith(sections, group));
    await connector.importAccess();
    expect(mapped(connector)).toEqual(['g1-r1 ENT2,ENTMAP', 'g2-r1 ENT2,ENTMAP']);
  });

  test('are kept for a call that is made for each entitlement of another type', async () => {
    const role = {
      call: {
        call1: {
          http: http('/groups/${entitlementID}/roles'),
          listField: 'data',
          keyField: 'entitlementID',
          inputParams: { entitlementname: 'Group' },
          colsToPropsMap: {
            entitlementID: 'role~#~char',
            entitlement_value: 'role~#~char',
            customproperty20: 'STORE#ENT#MAPPINGINFO#PARENTID#TYPE##ENTMAP~#~char',
          },
        },
      },
    };
    const connector = connectorFor(await startWorld(world()), {
      ImportAccountEntJSON: {
        entitlementParams: { connection: 'acctAuth', entTypes: { Group: list('/groups'), Role: role } },
      },
    });
    const outcome = await connector.importAccess();
    expect(outcome.assumptions).toContain('stored-entitlement-map');
    expect(mapped(connector)).toEqual(['g1-r1 ENTMAP', 'g2-r1 ENTMAP']);
  });

  test('need a mapping type that exists', async () => {
    const entMappingParams = calls({
      http: http('/holds'),
      ent1IdPath: 'group',
      ent2IdPath: 'x',
      mappingTypes: ['ENT3'],
    });
    const outcome = await connectorFor(
      await startWorld(world()),
      documentWith({ entMappingParams }),
    ).importAccess();
    expect(outcome.problems[0]).toMatchObject({
      code: 'mapping-type-unknown',
      pointer: '/entMappingParams/entTypes/Group/call/call1/mappingTypes',
    });
  });
});
