import { describe, expect, test } from '@jest/globals';
import type {
  BenchView,
  OverviewRow,
  PackageFacts,
  SidesView,
  StepFacts,
  StepView,
} from '../../workbench/index.js';
import { workbenchUnderTest } from '../helpers/workbench-under-test.js';

const IMPORT = { flow: 'import accounts', mode: 'whole' } as const;

describe('a flow that is run whole', () => {
  test('makes both sides agree, and tells its calls with the exchanges that the tenant saw', async () => {
    const { ask, run, ended, simulator } = await workbenchUnderTest();
    const before = await ask<SidesView>('GET', '/tenants/jama/sides');
    expect(before.users.standings).toEqual({ same: 0, different: 0, 'only-here': 60 });
    expect(before.identities.total).toBe(65);

    await run({ ...IMPORT, flow: 'import access' });
    expect(await ended()).toMatchObject({
      status: 'ok',
      results: expect.arrayContaining(['accounts: 60 new']),
    });

    const after = await ask<SidesView>('GET', '/tenants/jama/sides');
    expect([after.users.standings, after.accounts.standings]).toEqual([
      { same: 60, different: 0, 'only-here': 0 },
      { same: 60, different: 0, 'only-here': 0 },
    ]);
    expect(after.usergroups.standings.same).toBe(after.usergroups.total);
    expect(after.entitlements.standings.same).toBe(after.entitlements.total);

    const steps = await ask<StepFacts[]>('GET', '/tenants/jama/steps');
    const entries = simulator.tenant.traffic.entries();
    expect(steps.flatMap(({ exchanges }) => exchanges)).toEqual(entries.map(({ id }) => id));
    expect(steps.map(({ outcome }) => outcome).slice(0, 3)).toEqual(['refused', 'ok', 'ok']);
    expect(steps[2]).toMatchObject({ document: 'ImportAccountEntJSON', line: expect.any(Number) });
    const whole = await ask<StepView>('GET', `/tenants/jama/runs/${steps[2]?.run}/steps/2`);
    expect(whole).toMatchObject(steps[2] ?? {});
    expect(whole.step.templates[0]?.bindings).toHaveProperty('access_token');
    expect(JSON.stringify(whole)).not.toContain(simulator.credentials.clientSecret);
    for (const { accessToken } of simulator.tenant.tokens.list())
      expect(JSON.stringify(whole)).not.toContain(accessToken.slice(0, 60));
  }, 20_000);

  test('says what differs when a user changes afterwards', async () => {
    const { ask, run, ended, simulator } = await workbenchUnderTest();
    await run(IMPORT);
    await ended();
    const [, , user] = simulator.tenant.users.list().filter(({ active }) => active);
    simulator.tenant.users.update(user?.id ?? 0, { location: 'Lund' });
    const { users, accounts } = await ask<SidesView>('GET', '/tenants/jama/sides');
    const row = users.rows.find(({ id }) => id === user?.id);
    expect(row).toMatchObject({
      standing: 'different',
      notes: [expect.stringMatching(/^location: Lund in/)],
    });
    expect(accounts.standings).toEqual({ same: 59, different: 1, 'only-here': 0 });
  });

  test('of accounts leaves groups that are not imported yet, and none when access was imported', async () => {
    const { ask, simulator } = await workbenchUnderTest({ tenants: ['alice'] });
    const ran = async (flow: string) => {
      await ask('POST', '/tenants/alice/runs', { flow, mode: 'whole' });
      for (let tries = 0; tries < 400; tries += 1) {
        const [row] = await ask<OverviewRow[]>('GET', '/overview');
        if (row?.run?.flow === flow && row.run.status === 'ok') return row.agreement;
        await new Promise((soon) => setTimeout(soon, 10));
      }
      return undefined;
    };
    const groups = simulator.tenant.usergroups.list().length;
    const nothing = { different: 0, onlyTenant: 0, onlyEic: 0 };
    expect(await ran('import accounts')).toEqual({ ...nothing, same: 60, groupsDue: groups });
    expect(await ran('import access')).toEqual({ ...nothing, same: 60 + groups, groupsDue: 0 });
  }, 20_000);

  test('is still told call by call when another package is chosen, but no more when all begins anew', async () => {
    const { ask, run, ended } = await workbenchUnderTest();
    await run({ flow: 'import accounts', mode: 'whole' });
    const { id } = await ended();
    const steps = await ask<StepFacts[]>('GET', '/tenants/jama/steps');
    const other = (await ask<PackageFacts[]>('GET', '/packages')).at(-1);
    await ask('PUT', '/tenants/jama/package', { id: other?.id });
    expect(await ask('GET', '/tenants/jama/steps')).toEqual(steps);
    expect(await ask('GET', `/tenants/jama/runs/${id}/steps/0`)).toMatchObject(steps[0] ?? {});
    await run({ flow: 'test connection', mode: 'whole' });
    await ended();
    const later = await ask<StepFacts[]>('GET', '/tenants/jama/steps');
    expect([later.slice(0, steps.length), later.length > steps.length]).toEqual([steps, true]);
    await ask('POST', '/tenants/jama/reset');
    expect(await ask('GET', '/tenants/jama/steps')).toEqual([]);
  });

  test('that fails names the line of its cause', async () => {
    const { ask, run, ended } = await workbenchUnderTest();
    await ask('GET', '/tenants/jama');
    await run({ flow: 'create', mode: 'whole', identity: 'nobody' });
    const { status, problems } = await ended();
    expect([status, problems.length]).toEqual(['failed', 1]);
    expect(problems[0]).toMatchObject({ line: expect.any(Number), remedy: expect.stringMatching(/\w/) });
  });

  test('tests the connection', async () => {
    const { run, ended } = await workbenchUnderTest();
    await run({ flow: 'test connection', mode: 'whole' });
    expect(await ended()).toMatchObject({ status: 'ok', results: [expect.stringContaining('connected')] });
  });
});

describe('a flow that is run step by step', () => {
  test('waits before every call, and goes on when it is told to', async () => {
    const { ask, run, until, ended, simulator } = await workbenchUnderTest();
    await run({ ...IMPORT, mode: 'step' });
    const first = await until(({ waiting }) => waiting !== null);
    expect(first).toMatchObject({ status: 'waiting', steps: 0, waiting: { method: 'GET' } });
    expect(simulator.tenant.traffic.count()).toBe(0);

    await ask('POST', `/tenants/jama/runs/${first.id}/next`);
    const second = await until(({ waiting }) => waiting?.method === 'POST');
    expect(second.waiting?.url).toContain('/rest/oauth/token');
    expect(simulator.tenant.traffic.count()).toBe(1);

    await ask('POST', `/tenants/jama/runs/${first.id}/rest`);
    expect((await ended()).status).toBe('ok');
    expect(simulator.tenant.traffic.count()).toBe(4);
  });

  test('going back ends it and gives both sides back as they were', async () => {
    const { ask, run, until, simulator } = await workbenchUnderTest();
    const users = simulator.tenant.users.list().length;
    await run({ flow: 'create', mode: 'step', identity: 'nadia.berg' });
    const { id } = await until(({ waiting }) => waiting !== null);
    for (let calls = 0; calls < 3; calls += 1) {
      await ask('POST', `/tenants/jama/runs/${id}/next`);
      await until(({ steps, waiting, endedAt }) => steps > calls && (waiting !== null || endedAt !== null));
    }
    expect(simulator.tenant.users.list()).toHaveLength(users + 1);
    expect((await ask<SidesView>('GET', '/tenants/jama/sides')).tasks.total).toBe(1);

    const { runs } = await ask<BenchView>('POST', `/tenants/jama/runs/${id}/back`);
    expect(runs).toEqual([]);
    expect(simulator.tenant.users.list()).toHaveLength(users);
    const sides = await ask<SidesView>('GET', '/tenants/jama/sides');
    expect([sides.tasks.total, sides.accounts.total]).toEqual([0, 0]);
  });

  test('while it waits no other run begins, and no other package is chosen', async () => {
    const { raw, run, until, ended } = await workbenchUnderTest();
    await run({ ...IMPORT, mode: 'step' });
    const { id } = await until(({ waiting }) => waiting !== null);
    const busy = { status: 409, body: { code: 'run-in-progress' } };
    expect(await raw('POST', '/tenants/jama/runs', IMPORT)).toMatchObject(busy);
    expect(await raw('PUT', '/tenants/jama/package', { id: 'jama-connect' })).toMatchObject(busy);
    expect(await raw('POST', `/tenants/jama/runs/${id}/back`)).toMatchObject({ status: 200 });
    expect(await raw('POST', '/tenants/jama/runs', IMPORT)).toMatchObject({ status: 200 });
    await ended();
  });

  test('a reset ends it', async () => {
    const { ask, run, until, simulator } = await workbenchUnderTest();
    await run({ ...IMPORT, mode: 'step' });
    await until(({ waiting }) => waiting !== null);
    expect((await ask<BenchView>('POST', '/tenants/jama/reset')).runs).toEqual([]);
    expect(simulator.tenant.traffic.count()).toBe(0);
  });

  test('a call that does not wait cannot be let go', async () => {
    const { raw, run, ended } = await workbenchUnderTest();
    await run(IMPORT);
    const { id } = await ended();
    expect(await raw('POST', `/tenants/jama/runs/${id}/next`)).toMatchObject({
      status: 409,
      body: { code: 'nothing-waits' },
    });
    expect(await raw('POST', '/tenants/jama/runs/99/next')).toMatchObject({ body: { code: 'run-unknown' } });
  });
});

describe('going back', () => {
  test('takes the later runs away as well, and can be done again and again', async () => {
    const { ask, run, ended } = await workbenchUnderTest();
    for (let round = 0; round < 2; round += 1) {
      await run(IMPORT);
      const { id } = await ended();
      await run({ flow: 'create', mode: 'whole', identity: 'nadia.berg' });
      await ended();
      const { runs } = await ask<BenchView>('POST', `/tenants/jama/runs/${id}/back`);
      expect(runs).toEqual([]);
      const { accounts, jobs } = await ask<SidesView>('GET', '/tenants/jama/sides');
      expect([accounts.total, jobs.total]).toEqual([0, 0]);
    }
  });
});

describe('a snapshot', () => {
  test('gives both sides back as often as it is asked for', async () => {
    const { ask, run, ended, raw } = await workbenchUnderTest();
    await run(IMPORT);
    await ended();
    await ask('POST', '/tenants/jama/snapshots', { name: 'imported' });
    for (let round = 0; round < 2; round += 1) {
      await run({ flow: 'create', mode: 'whole', identity: 'nadia.berg' });
      expect((await ended()).status).toBe('ok');
      expect((await ask<SidesView>('GET', '/tenants/jama/sides')).accounts.total).toBe(61);
      await ask('POST', '/tenants/jama/snapshots/imported/restore');
      const { accounts, users } = await ask<SidesView>('GET', '/tenants/jama/sides');
      expect([accounts.total, users.total]).toEqual([60, 60]);
    }
    expect(await raw('POST', '/tenants/jama/snapshots/other/restore')).toMatchObject({
      status: 404,
      body: { code: 'snapshot-unknown' },
    });
  });
});

describe('time', () => {
  test('that a connector waits passes for a frozen tenant at once', async () => {
    const { run, ended, simulator } = await workbenchUnderTest({
      faults: [{ use: 'connection-breaks-mid-import' }],
    });
    const { clock } = simulator.tenant;
    clock.freeze();
    const begun = clock.now();
    await run(IMPORT);
    expect((await ended()).status).toBe('ok');
    expect(clock.now() - begun).toBeGreaterThanOrEqual(2000);
  });
});

describe('a tenant with TLS', () => {
  test('is reached with the certificate of its simulator', async () => {
    const { simulator } = await workbenchUnderTest({ tls: true });
    const { fetchTrusting } = await import('../../workbench/secure-fetch.js');
    const trusting = fetchTrusting(simulator.certificate ?? '');
    const base = `${new URL(simulator.url).origin}/__workbench/tenants/jama`;
    const send = (path: string, method: string, body?: unknown) =>
      trusting(`${base}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).then((response) => response.json() as Promise<BenchView>);
    await send('/runs', 'POST', IMPORT);
    for (let tries = 0; tries < 200; tries += 1) {
      const [run] = (await send('', 'GET')).runs;
      if (run?.endedAt !== null) {
        expect(run?.status).toBe('ok');
        return;
      }
      await new Promise((soon) => setTimeout(soon, 20));
    }
    throw new Error('The run never ended.');
  });
});
