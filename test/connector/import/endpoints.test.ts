import { afterEach, describe, expect, test } from '@jest/globals';
import type { Connector, ConnectorOptions } from '../../../connector/index.js';
import { accountCall, calls, connectorFor, HEADERS, HOST } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

const MAIN = 'Example';
const CHILD = 'Payroll';
const SUSPENDED = 'SUSPENDED FROM IMPORT SERVICE';
const http = (path: string) => ({ url: `${HOST}${path}`, httpHeaders: HEADERS, httpMethod: 'GET' });

/** Two users; both are in the group All, those in `paid` in the group Pay too. */
async function startWorld() {
  const state = { paid: ['1'], users: ['1', '2'] };
  const target = await startTarget(({ path, method }) => {
    if (method !== 'GET') return { body: { id: '9' } };
    if (path === '/users') return { body: { data: state.users.map((id) => ({ id, login: `u${id}` })) } };
    if (path === '/groups') return { body: { data: ['All', 'Pay'].map((id) => ({ id })) } };
    const members = path.includes('Pay') ? state.paid : state.users;
    return { body: { data: members.map((id) => ({ id })) } };
  });
  return { state, target };
}

const documents = {
  ImportAccountEntJSON: {
    accountParams: { connection: 'acctAuth', call: { call1: accountCall('/users') } },
    entitlementParams: {
      connection: 'acctAuth',
      entTypes: {
        Group: {
          call: {
            call1: {
              http: http('/groups'),
              listField: 'data',
              keyField: 'entitlementID',
              colsToPropsMap: { entitlementID: 'id~#~char', entitlement_value: 'id~#~char' },
            },
          },
        },
      },
    },
    acctEntParams: {
      connection: 'acctAuth',
      entTypes: {
        Group: {
          call: {
            call1: {
              processingType: 'httpEntToAcct',
              http: http('/groups/${id}/members'),
              listField: 'data',
              acctIdPath: 'id',
            },
          },
        },
      },
    },
  },
  ENDPOINTS_FILTER: { [CHILD]: [{ Group: ['Pay'] }] },
};

async function imported(options: Partial<ConnectorOptions> = {}, more: Record<string, unknown> = {}) {
  const { state, target } = await startWorld();
  const identities = [{ username: 'u1' }, { username: 'u2' }];
  const connector = connectorFor(target, { ...documents, ...more }, { identities, ...options });
  await connector.importAccounts();
  return { state, target, connector, outcome: await connector.importAccess() };
}

function links({ repository }: Connector): string[] {
  return repository
    .links()
    .map(({ accountKey, entitlementKey }) => {
      const account = repository.account(accountKey);
      return `${account?.endpoint}/${account?.name} ${repository.entitlement(entitlementKey)?.value}`;
    })
    .sort();
}

describe('ENDPOINTS_FILTER', () => {
  test('gives an endpoint its entitlements, and an account for each account that holds one', async () => {
    const { connector, outcome } = await imported();
    expect(outcome).toMatchObject({
      status: 'ok',
      endpoints: [{ endpoint: CHILD, accounts: 1, entitlements: 1, links: 1 }],
      links: { added: 3 },
    });
    expect(links(connector)).toEqual([`${MAIN}/u1 All`, `${MAIN}/u2 All`, `${CHILD}/u1 Pay`]);
    expect(connector.repository.accountByName('u1', CHILD)).toMatchObject({ accountID: '1', user: 'u1' });
    expect(outcome.assumptions).toContain('endpoints-filter');
    expect(outcome.correlated).toEqual({ linked: 2, without: 0 });
  });

  test('follows the target: a second import changes nothing, a member that goes is suspended there', async () => {
    const { state, connector } = await imported();
    await connector.importAccounts();
    expect((await connector.importAccess()).links).toMatchObject({ added: 0, removed: 0, unchanged: 3 });
    state.paid = ['2'];
    const outcome = await connector.importAccess();
    expect(outcome.links).toMatchObject({ added: 1, unchanged: 2 });
    expect(connector.repository.accountByName('u1', CHILD)?.status).toBe(SUSPENDED);
    expect(connector.repository.accountByName('u1', MAIN)?.status).toBe('1');
    expect(connector.repository.accountByName('u2', CHILD)?.status).toBe('1');
  });

  test('an account that is gone is suspended in every endpoint', async () => {
    const { state, connector } = await imported();
    state.users = ['2'];
    const outcome = await connector.importAccounts();
    expect(outcome.accounts.suspended).toBe(1);
    expect(connector.repository.accountByName('u1', MAIN)?.status).toBe(SUSPENDED);
    expect(connector.repository.accountByName('u1', CHILD)?.status).toBe(SUSPENDED);
  });

  test('is left aside when that is chosen', async () => {
    const { connector, outcome } = await imported({ semantics: { endpointsFilter: 'ignore' } });
    expect(outcome.endpoints).toEqual([]);
    expect(links(connector)).toEqual([`${MAIN}/u1 All`, `${MAIN}/u1 Pay`, `${MAIN}/u2 All`]);
  });

  test('that is not JSON is a warning, and the import runs', async () => {
    const { outcome } = await imported({}, { ENDPOINTS_FILTER: '{"Payroll": [' });
    expect(outcome.status).toBe('ok');
    expect(outcome.warnings[0]).toMatchObject({ code: 'json-invalid', document: 'ENDPOINTS_FILTER' });
  });
});

describe('provisioning in an endpoint', () => {
  const provisioning = {
    CreateAccountJSON: {
      ...calls({ url: '/users', httpParams: '{"app":"${endpoint.endpointname}"}' }),
      accountIdPath: 'call1.message.id',
    },
    RemoveAccessJSON: calls({ url: '/members', name: 'Group' }),
  };

  test('creates an account there although one of the same name stands in another', async () => {
    const { target, connector } = await imported({}, provisioning);
    const outcome = await connector.provision({ type: 'create', identity: 'u2', endpoint: CHILD });
    expect(outcome).toMatchObject({ status: 'ok', task: { endpoint: CHILD } });
    expect(target.seen.at(-1)?.body).toBe(`{"app":"${CHILD}"}`);
    expect(connector.repository.accountByName('u2', CHILD)).toMatchObject({ accountID: '9', user: 'u2' });
    expect(connector.repository.accountByName('u2', MAIN)).toMatchObject({ accountID: '2' });
  });

  test('takes the account of the endpoint that the entitlement belongs to', async () => {
    const { connector } = await imported({}, provisioning);
    const outcome = await connector.provision({
      type: 'remove-access',
      identity: 'u1',
      entitlement: { type: 'Group', id: 'Pay' },
    });
    expect(outcome).toMatchObject({ status: 'ok', account: { endpoint: CHILD }, task: { endpoint: CHILD } });
    expect(links(connector)).toEqual([`${MAIN}/u1 All`, `${MAIN}/u2 All`]);
  });

  test('refuses an endpoint that the security system does not have', async () => {
    const { connector } = await imported({}, provisioning);
    const outcome = await connector.provision({ type: 'create', identity: 'u1', endpoint: 'Nowhere' });
    expect(outcome.problems[0]).toMatchObject({ code: 'endpoint-unknown' });
    expect(outcome.problems[0]?.remedy).toContain(CHILD);
  });
});
