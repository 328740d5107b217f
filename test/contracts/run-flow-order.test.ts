import { afterEach, describe, expect, test } from '@jest/globals';
import { type ConnectionPackage, readPackage } from '../../connector/index.js';
import { type FlowRequest, flowReport, flowStatus, ownPlace, runFlow } from '../../contracts/index.js';
import { accountCall, calls, connectionJson, HEADERS, HOST, packageOf } from '../connector/setup.js';
import { startTarget, stopTargets } from '../connector/target.js';

afterEach(stopTargets);

const clock = { now: () => Date.UTC(2026, 0, 5) };
const BASE = `${HOST}/rest/v1`;

/** A package whose API stands below /rest/v1. */
function restPackage(documents: Record<string, unknown>): ConnectionPackage {
  const text = JSON.stringify({ ConnectionJSON: connectionJson(), ...documents });
  return packageOf(JSON.parse(text.replaceAll(`${HOST}/`, `${BASE}/`)));
}

/** Runs a flow against a target that has one account and one group. */
async function run(documents: Record<string, unknown>, request: FlowRequest, trace = false) {
  const target = await startTarget(({ path, method }) => {
    if (path.endsWith('/users') && method === 'GET') return { body: { data: [{ id: 7, login: 'ann' }] } };
    if (path.endsWith('/groups')) return { body: { data: [{ id: 'g1', owner: 'ann', inside: ['g1'] }] } };
    if (path.endsWith('/tickets/T1')) return { body: { id: 'T1', state: 'closed' } };
    return { body: { id: 'T1' } };
  });
  const done = await runFlow({
    package: restPackage({
      ImportAccountEntJSON: {
        accountParams: { connection: 'acctAuth', call: { call1: accountCall('/users') } },
        entitlementParams: {
          connection: 'acctAuth',
          entTypes: {
            Group: {
              entMappings: { Group: { listPath: 'inside', idPath: '', mappingTypes: ['ENT2'] } },
              call: { call1: { ...GROUPS, keyField: 'entitlementID', colsToPropsMap: GROUP_COLUMNS } },
            },
          },
        },
        entOwnerParams: {
          connection: 'acctAuth',
          entTypes: { Group: { call: { call1: { ...GROUPS, entIdPath: 'id', ownerIdPath: 'owner' } } } },
        },
      },
      ENDPOINTS_FILTER: { Payroll: [{ Group: ['g1'] }] },
      ...documents,
    }),
    target: target.url,
    credentials: { clientId: 'a', clientSecret: 'b' },
    identities: [{ username: 'ann' }],
    clock,
    ...request,
  });
  const report = flowReport(done, { color: false, trace });
  return { status: flowStatus(done), flows: done.outcomes.map(({ flow }) => flow), report, target };
}

const GROUPS = {
  http: { url: `${HOST}/groups`, httpHeaders: HEADERS, httpMethod: 'GET' },
  listField: 'data',
};
const GROUP_COLUMNS = { entitlementID: 'id~#~char', entitlement_value: 'id~#~char' };

describe('import users', () => {
  test('comes before accounts, and what is shown says who belongs to whom', async () => {
    const place = await ownPlace();
    const connect = await readPackage('fixtures/packages/jama-connect');
    const users = (await readPackage('fixtures/packages/jama-users')).document('ImportUserJSON');
    const documents = new Map([...connect.documents, ['ImportUserJSON', users] as const]);
    const done = await runFlow({
      package: { ...connect, documents, document: (name) => documents.get(name) ?? connect.document(name) },
      flow: 'import accounts',
      target: place.url,
      credentials: place.credentials,
      identities: [],
      clock,
    });
    await place.close();

    expect(done.outcomes.map(({ flow, status }) => `${flow} ${status}`)).toEqual([
      'import-users ok',
      'import-accounts ok',
    ]);
    const report = flowReport(done, { color: false, trace: false });
    expect(report).toMatch(/users {9}120 new/);
    expect(report).toContain('120 to identities, 0 without one');
    const [user] = done.connector.repository.identities();
    expect(user).toMatchObject({ firstname: expect.any(String), email: expect.stringContaining('@') });
  });

  test('is run once: the EIC side knows that it was', async () => {
    const ImportUserJSON = {
      connection: 'acctAuth',
      url: `${HOST}/users`,
      httpMethod: 'GET',
      userResponsePath: 'data',
      colsToPropsMap: { username: 'login~#~char' },
    };
    const { flows } = await run({ ImportUserJSON }, { flow: 'import access' });
    expect(flows).toEqual(['import-users', 'import-accounts', 'import-access']);
  });
});

describe('import access', () => {
  test('shows owners, maps and endpoints, and the calls for them in the trace', async () => {
    const { status, report } = await run({}, { flow: 'import access' }, true);
    expect(status).toBe('ok');
    expect(report).toMatch(/owners {8}1 added {3}0 removed/);
    expect(report).toMatch(/maps {10}1 added {3}0 removed/);
    expect(report).toContain('endpoint      Payroll: 0 accounts   1 entitlements   0 links');
    expect(report).toContain('ImportAccountEntJSON/entOwnerParams/entTypes/Group/call/call1   ok');
    expect(report).toContain('      1 record\n');
  });
});

describe('a task', () => {
  const documents = {
    ChangePassJSON: calls({ url: '/password', httpParams: '{"p":"${password}"}' }),
    UpdateUserJSON: {
      actions: {
        'Update Login': calls({ url: '/login' }),
        'Enable User': calls({ url: '/enable/${user.username}' }),
      },
    },
    CreateTicketJSON: calls({
      url: '/tickets',
      ticketidPath: 'id',
      httpParams: '{"who":"${user.username}","what":"${allEntitlementsValues}"}',
    }),
    TicketStatusJSON: calls({
      url: '/tickets/${ticketID}',
      httpMethod: 'GET',
      ticketStatusPath: 'state',
      ticketStatusValue: ['closed'],
    }),
  };

  test('changes a password, after an import', async () => {
    const { status, flows, report, target } = await run(
      documents,
      { flow: 'change-password', account: 'ann' },
      true,
    );
    expect({ status, flows }).toEqual({ status: 'ok', flows: ['import-accounts', 'change-password'] });
    const { p: password } = JSON.parse(target.to('/rest/v1/password')[0]?.body ?? '{}');
    expect(password).toHaveLength(12);
    expect(report).not.toContain(password);
  });

  test.each([
    [undefined, '/login'],
    ['Enable User', '/enable/ann'],
  ])('updates a user with the action %s, without an account', async (action, path) => {
    const { status, flows, target } = await run(documents, {
      flow: 'update-user',
      identity: 'ann',
      ...(action === undefined ? {} : { action }),
    });
    expect({ status, flows }).toEqual({ status: 'ok', flows: ['update-user'] });
    expect(target.to(`/rest/v1${path}`)).toHaveLength(1);
  });

  test('opens a ticket about an entitlement, and asks for its status', async () => {
    const opened = await run(documents, { flow: 'create-ticket', identity: 'ann', entitlement: 'g1' });
    expect(opened.flows).toEqual(['import-accounts', 'import-access', 'create-ticket']);
    expect(opened.report).toContain('In Progress');
    expect(opened.target.to('/rest/v1/tickets')[0]?.body).toBe('{"who":"ann","what":"g1"}');
    const asked = await run(documents, { flow: 'ticket-status', identity: 'ann', ticket: 'T1' });
    expect(asked.flows).toEqual(['ticket-status']);
    expect(asked.report).toContain('Complete');
  });

  test('names its endpoint', async () => {
    const CreateAccountJSON = calls({ url: '/new', httpParams: '{"app":"${endpoint.endpointname}"}' });
    const { target, status } = await run(
      { CreateAccountJSON },
      { flow: 'create', identity: 'ann', endpoint: 'Payroll' },
    );
    expect(status).toBe('ok');
    expect(target.to('/rest/v1/new')[0]?.body).toBe('{"app":"Payroll"}');
  });
});
