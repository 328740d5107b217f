import { afterEach, describe, expect, test } from '@jest/globals';
import { accountCall, calls, connectorFor, HEADERS, HOST } from './setup.js';
import { type Reply, type Seen, startTarget, stopTargets } from './target.js';

afterEach(stopTargets);

const USERS = [1, 2, 3].map((id) => ({ id, login: `u${id}` }));
const GROUPS = [
  { id: 'a', title: 'Alpha' },
  { id: 'b', title: 'Beta' },
];
const pagination = {
  offset: {
    offsetParam: 'from',
    batchParam: 'size',
    batchSize: 2,
    totalCountPath: 'completeResponseMap.total',
  },
};
const http = (path: string) => ({ url: `${HOST}${path}`, httpHeaders: HEADERS, httpMethod: 'GET' });

const DOCUMENTS = {
  ImportAccountEntJSON: {
    accountParams: { connection: 'acctAuth', call: { call1: accountCall('/users', { pagination }) } },
    entitlementParams: {
      connection: 'acctAuth',
      entTypes: {
        Group: {
          call: {
            call1: {
              http: http('/groups'),
              listField: 'data',
              keyField: 'entitlementID',
              colsToPropsMap: { entitlementID: 'id~#~char', entitlement_value: 'title~#~char' },
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
  CreateAccountJSON: {
    accountIdPath: 'call1.message.id',
    ...calls(
      { url: '/users', httpParams: '{"login":"${user.username}"}', successResponses: { statusCode: [201] } },
      { url: '/users/${response.call1.message.id}/active', httpMethod: 'PUT', httpParams: '{"active":true}' },
    ),
  },
};

function healthy({ path, method, query, headers }: Seen): Reply {
  if (path === '/token') return { body: { access_token: 'good' } };
  if (headers.authorization !== 'Bearer good') return { status: 401, body: {} };
  if (method === 'POST') return { status: 201, body: { id: 9 } };
  if (path === '/users') {
    const from = Number(query.get('from'));
    return { body: { data: USERS.slice(from, from + 2), total: USERS.length } };
  }
  if (path === '/groups') return { body: { data: GROUPS } };
  return { body: { data: path.includes('/a/') ? [{ id: 1 }, { id: 2 }] : [{ id: 3 }] } };
}

const FAULTS: [string, Reply][] = [
  ['500', { status: 500, body: { message: 'broken' } }],
  ['503 without a body', { status: 503, body: '' }],
  ['429', { status: 429, headers: { 'retry-after': '1' }, body: {} }],
  ['403', { status: 403, body: { message: 'no' } }],
  ['a login page', { headers: { 'content-type': 'text/html' }, body: '<html>sign in</html>' }],
  ['JSON that is cut off', { body: '{"data":[{"id":1' }],
  ['an empty object', { body: {} }],
  ['a redirect', { status: 302, headers: { location: 'http://elsewhere.example' } }],
  ['a closed connection', { drop: true }],
];

/** A target that answers its n-th request with a fault; 0 for never. */
async function faulty(fault: Reply) {
  const state = { at: 0, count: 0 };
  const target = await startTarget((seen) => {
    state.count += 1;
    return state.count === state.at ? fault : healthy(seen);
  });
  return { target, state };
}

/** How many requests the flows of a healthy run make; every one of them is given the fault in turn. */
const REQUESTS = 7;

describe.each(FAULTS)('%s', (_, fault) => {
  test('at any call of an import: all of it or nothing, a clear outcome, and the next run is whole', async () => {
    for (let at = 1; at <= REQUESTS; at += 1) {
      const { target, state } = await faulty(fault);
      const connector = connectorFor(target, DOCUMENTS);
      state.at = at;
      const accounts = await connector.importAccounts();
      expect(connector.repository.accounts()).toHaveLength(accounts.status === 'ok' ? 3 : 0);
      const access = await connector.importAccess();
      expect(connector.repository.entitlements()).toHaveLength(access.status === 'ok' ? 2 : 0);
      for (const outcome of [accounts, access]) {
        if (outcome.status === 'ok') continue;
        expect(outcome.problems).toHaveLength(1);
        expect(outcome.problems[0]?.code).not.toBe('internal-error');
        expect(outcome.steps.at(-1)?.outcome).toBe('failed');
      }
      await connector.importAccounts();
      await connector.importAccess();
      expect(connector.repository.accounts()).toHaveLength(3);
      expect(connector.repository.links()).toHaveLength(3);
      await stopTargets();
    }
  });

  test('at any call of a creation: the account is there only when the task is complete, and once', async () => {
    for (let at = 1; at <= 4; at += 1) {
      const { target, state } = await faulty(fault);
      const connector = connectorFor(target, DOCUMENTS, { identities: [{ username: 'ann' }] });
      state.at = at;
      const outcome = await connector.provision({ type: 'create', identity: 'ann' });
      const complete = outcome.task?.status === 'Complete';
      expect(complete).toBe(outcome.status === 'ok');
      expect(connector.repository.accounts()).toHaveLength(complete ? 1 : 0);
      if (!complete) expect(outcome.task?.comments.at(-1)).toContain(outcome.problems[0]?.code);
      await connector.runProvisioningJob();
      expect(connector.repository.accounts()).toHaveLength(1);
      expect(connector.repository.task(1)?.status).toBe('Complete');
      await stopTargets();
    }
  });
});

test('a POST whose connection breaks is not sent again by itself', async () => {
  const { target, state } = await faulty({ drop: true });
  const documents = { ...DOCUMENTS, ConfigJSON: { connectionTimeoutConfig: { retryCount: 5 } } };
  const connector = connectorFor(target, documents, { identities: [{ username: 'ann' }] });
  state.at = 3;
  const outcome = await connector.provision({ type: 'create', identity: 'ann' });
  expect(outcome.problems[0]?.code).toBe('connection-broken');
  expect(target.to('/users').filter(({ method }) => method === 'POST')).toHaveLength(2);
});
