import { afterEach, describe, expect, test } from '@jest/globals';
import { accountCall, accountImport, calls, connectionJson, connectorFor } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

const identities = [{ username: 'ann' }, { username: 'bob' }, { username: 'cid' }];

describe('the provisioning job', () => {
  test('runs every task that waits, and leaves what is done alone', async () => {
    const target = await startTarget(() => ({ body: {} }));
    const connector = connectorFor(target, { CreateAccountJSON: calls({ url: '/users' }) }, { identities });
    await connector.request({ type: 'create', identity: 'ann' });
    await connector.request({ type: 'create', identity: 'bob' });
    expect(target.seen).toHaveLength(0);
    const first = await connector.runProvisioningJob();
    expect(first.tasks.map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect((await connector.runProvisioningJob()).tasks).toHaveLength(0);
    expect(connector.repository.jobs().map(({ job, status }) => `${job} ${status}`)).toEqual([
      'WSRetryJob ok',
      'WSRetryJob ok',
    ]);
  });

  test('tries a task again until the provisioning tries are spent', async () => {
    const target = await startTarget(() => ({ status: 503, body: { message: 'busy' } }));
    const connector = connectorFor(
      target,
      { CreateAccountJSON: calls({ url: '/users' }) },
      { identities, securitySystem: { provisioningTries: 2 } },
    );
    const { task } = await connector.provision({ type: 'create', identity: 'ann' });
    expect(task).toMatchObject({ status: 'New', attempts: 1 });
    const second = await connector.runProvisioningJob();
    expect(second.tasks[0]?.task).toMatchObject({ status: 'Provisioning Failed', attempts: 2 });
    expect(second.tasks[0]?.assumptions).toContain('task-after-limit');
    await connector.runProvisioningJob();
    expect(target.seen).toHaveLength(2);
  });

  test('makes nothing twice: a task that succeeds in the end has one account', async () => {
    let busy = true;
    const target = await startTarget(() => (busy ? { status: 503 } : { body: { id: 5 } }));
    const documents = {
      CreateAccountJSON: { accountIdPath: 'call1.message.id', ...calls({ url: '/users' }) },
    };
    const connector = connectorFor(target, documents, { identities });
    await connector.provision({ type: 'create', identity: 'ann' });
    busy = false;
    await connector.runProvisioningJob();
    expect(connector.repository.accounts().map(({ accountID }) => accountID)).toEqual(['5']);
  });

  test('takes as many tasks of a type as provisioningLimit allows, and waits between them', async () => {
    const slept: number[] = [];
    const target = await startTarget(() => ({ body: {} }));
    const documents = {
      CreateAccountJSON: calls({ url: '/users' }),
      ConfigJSON: { provisioningLimit: { types: { NEWACCOUNT: 2 }, waitTimeMillis: 500 } },
    };
    const sleep = async (milliseconds: number) => void slept.push(milliseconds);
    const connector = connectorFor(target, documents, { identities, sleep });
    for (const { username } of identities) await connector.request({ type: 'create', identity: username });
    expect((await connector.runProvisioningJob()).tasks).toHaveLength(2);
    expect(slept).toEqual([500]);
    expect((await connector.runProvisioningJob(['update'])).tasks).toHaveLength(0);
    expect((await connector.runProvisioningJob()).tasks).toHaveLength(1);
  });
});

describe('jobs', () => {
  test('appear with the connection and are recorded when they run', async () => {
    const target = await startTarget(() => ({ body: { data: [] } }));
    const connector = connectorFor(target, { ImportAccountEntJSON: accountImport() });
    expect(connector.jobs.map(({ id }) => id)).toEqual(['import-accounts', 'import-access', 'provisioning']);
    await connector.importAccounts();
    await connector.importAccess();
    expect(connector.repository.jobs()).toMatchObject([
      { job: 'ApplicationDataImportJob', status: 'ok', parameters: { accounts_or_access: 'accounts' } },
      { job: 'ApplicationDataImportJob', status: 'not-possible' },
    ]);
  });

  test('waits as apiRateLimitConfig asks', async () => {
    const slept: number[] = [];
    const target = await startTarget(({ query }) => {
      const from = Number(query.get('from'));
      return { body: { data: [{ id: from, login: `u${from}` }], total: 5 } };
    });
    const pagination = {
      offset: {
        offsetParam: 'from',
        batchParam: 'size',
        batchSize: 1,
        totalCountPath: 'completeResponseMap.total',
      },
    };
    const connector = connectorFor(
      target,
      {
        ConnectionJSON: connectionJson({ apiRateLimitConfig: { retryAfterCalls: 2, retryWaitSeconds: 60 } }),
        ImportAccountEntJSON: accountImport(accountCall('/users', { pagination })),
      },
      { sleep: async (milliseconds) => void slept.push(milliseconds) },
    );
    expect((await connector.importAccounts()).accounts.created).toBe(5);
    expect(slept).toEqual([60_000, 60_000]);
  });
});
