import { afterEach, describe, expect, test } from '@jest/globals';
import { requestState } from '../../../connector/index.js';
import { accountImport, calls, connectorFor, HEADERS, HOST } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

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
            colsToPropsMap: { entitlementID: 'id~#~char', entitlement_value: 'id~#~char' },
          },
        },
      },
    },
  },
};

/** A target that makes accounts when `works` says so; the EIC side knows the group g1 and two identities. */
async function prepared(works: () => boolean = () => true) {
  const target = await startTarget(({ path, method }) => {
    if (method === 'GET') return { body: { data: path === '/groups' ? [{ id: 'g1' }] : [] } };
    return path === '/users' && !works() ? { status: 500 } : { body: { id: 42 } };
  });
  const connector = connectorFor(
    target,
    {
      ImportAccountEntJSON: IMPORT,
      CreateAccountJSON: { ...calls({ url: '/users' }), accountIdPath: 'call1.message.id' },
      AddAccessJSON: calls({
        name: 'Group',
        url: '/members',
        httpParams: '{"by":"${requestor.username}","r":${requestid}}',
      }),
    },
    { identities: [{ username: 'ann' }, { username: 'max' }] },
  );
  await connector.importAccess();
  return { target, connector };
}

const ACCESS = { type: 'add-access', identity: 'ann', entitlement: { type: 'Group', id: 'g1' } } as const;
const ACCOUNT = { type: 'create', identity: 'ann' } as const;

describe('a request', () => {
  test('makes a task for each thing; access waits until the account is there', async () => {
    const { target, connector } = await prepared();
    const outcome = await connector.submit([ACCESS, ACCOUNT], {
      requestor: 'max',
      businessJustification: 'joins',
    });
    expect(outcome.tasks.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'create New',
      'add-access Pending Create',
    ]);
    expect(outcome.request).toMatchObject({ id: 1, requestor: 'max', taskIds: [1, 2] });
    expect(outcome.assumptions).toContain('pending-create');
    const { repository } = connector;
    const [request] = repository.requests();
    expect(request && requestState(request, repository)).toBe('open');
    const job = await connector.runProvisioningJob();
    expect(job.tasks.map(({ task }) => task?.status)).toEqual(['Complete', 'Complete']);
    expect(target.to('/members')[0]?.body).toBe('{"by":"max","r":1}');
    expect(repository.links()).toHaveLength(1);
    expect(request && requestState(request, repository)).toBe('complete');
    expect(repository.task(2)).toMatchObject({ businessJustification: 'joins', requestId: 1 });
  });

  test('whose account cannot be made leaves its access waiting, and fails when the tries are spent', async () => {
    const { target, connector } = await prepared(() => false);
    await connector.submit([ACCOUNT, ACCESS]);
    for (let tries = 0; tries < 5; tries += 1) await connector.runProvisioningJob();
    const { repository } = connector;
    expect(repository.tasks().map(({ status }) => status)).toEqual(['Provisioning Failed', 'Pending Create']);
    expect(target.to('/members')).toHaveLength(0);
  });

  test('is made for a single task too, and is failed when that task is', async () => {
    const { connector } = await prepared(() => false);
    await connector.provision(ACCOUNT);
    for (let tries = 0; tries < 4; tries += 1) await connector.runProvisioningJob();
    const { repository } = connector;
    expect(repository.requests()).toHaveLength(1);
    const [request] = repository.requests();
    expect(request && requestState(request, repository)).toBe('failed');
  });

  test.each([
    ['identity-unknown', [ACCOUNT], { requestor: 'nobody' }],
    ['identity-unknown', [ACCOUNT, { type: 'create', identity: 'nobody' } as const], {}],
    ['account-unknown', [ACCESS], {}],
    ['request-empty', [], {}],
  ])('makes nothing when it ends with %s', async (code, requests, details) => {
    const { connector } = await prepared();
    const outcome = await connector.submit(requests, details);
    expect(outcome).toMatchObject({ status: 'failed', tasks: [], problems: [{ code }] });
    expect(connector.repository.tasks()).toEqual([]);
    expect(connector.repository.requests()).toEqual([]);
  });
});
