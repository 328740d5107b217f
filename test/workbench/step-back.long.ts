import { describe, expect, test } from '@jest/globals';
import type { BenchView, RunFacts, SidesView, StepFacts } from '../../workbench/index.js';
import { type WorkbenchUnderTest, workbenchUnderTest } from '../helpers/workbench-under-test.js';

/** A run that is made call by call. */
function stepper({ ask, run, until, simulator }: WorkbenchUnderTest) {
  const { tenant } = simulator;
  const at = (id: number, what: string) => ask<BenchView>('POST', `/tenants/jama/runs/${id}/${what}`);
  return {
    begin: async (request: Partial<RunFacts['request']>): Promise<RunFacts> => {
      await run({ flow: 'import accounts', mode: 'step', ...request });
      return until(({ waiting }) => waiting !== null);
    },
    next: async (id: number): Promise<RunFacts> => {
      const calls = tenant.traffic.count();
      await at(id, 'next');
      return until((one) => tenant.traffic.count() > calls && (one.waiting !== null || one.endedAt !== null));
    },
    rest: async (id: number): Promise<RunFacts> => {
      await at(id, 'rest');
      return until(({ endedAt }) => endedAt !== null);
    },
    back: async (id: number): Promise<RunFacts | undefined> => (await at(id, 'step-back')).runs.at(-1),
    /** Everything that a call may change, as it is seen from outside; without what time itself changes. */
    whole: async () => ({
      records: tenant.snapshot(),
      clock: tenant.clock.now(),
      tokens: tenant.tokens.list(),
      faults: tenant.faults.list(),
      traffic: tenant.traffic.entries().map((entry) => ({ ...entry })),
      sides: await ask<SidesView>('GET', '/tenants/jama/sides'),
      steps: await ask<StepFacts[]>('GET', '/tenants/jama/steps'),
      bench: await ask<BenchView>('GET', '/tenants/jama'),
    }),
  };
}

const pathOf = (run: RunFacts | undefined): string => run?.waiting?.url.replace(/^.*\/jama/, '') ?? '';

describe('going back one call', () => {
  test('leads to the same call again, call by call, with both sides, clock and traffic as they were', async () => {
    const bench = await workbenchUnderTest();
    const { begin, next, back, whole } = stepper(bench);
    bench.simulator.tenant.clock.freeze(Date.UTC(2026, 0, 5, 8));
    const first = await begin({ flow: 'import access' });
    const seen = [await whole()];
    for (let run = await next(first.id); run.endedAt === null; run = await next(first.id))
      seen.push(await whole());
    expect(seen.length).toBeGreaterThan(5);
    for (const before of seen.reverse()) {
      await back(first.id);
      expect(await whole()).toEqual(before);
    }
    expect(await bench.raw('POST', `/tenants/jama/runs/${first.id}/step-back`)).toMatchObject({
      status: 409,
      body: { code: 'no-call-back' },
    });
  }, 60_000);

  test('a user who was created is gone, and is created with the same id after the next call', async () => {
    const bench = await workbenchUnderTest();
    const { begin, next, back } = stepper(bench);
    const { tenant } = bench.simulator;
    const { id } = await begin({ flow: 'create', identity: 'nadia.berg' });
    await next(id);
    await next(id);
    const created = await next(id);
    const user = tenant.users.findByUsername('nadia.berg');
    expect([created.status, user?.id]).toEqual(['ok', expect.any(Number)]);

    const again = await back(id);
    expect(again).toMatchObject({ id, status: 'waiting', waiting: { method: 'POST' }, steps: 2 });
    expect(tenant.users.findByUsername('nadia.berg')).toBeUndefined();
    const sides = await bench.ask<SidesView>('GET', '/tenants/jama/sides');
    expect(sides.accounts.total).toBe(0);
    expect(sides.tasks.rows[0]?.status).not.toBe('Complete');
    expect(tenant.traffic.count()).toBe(2);

    expect(await next(id)).toMatchObject({ status: 'ok' });
    expect(tenant.users.findByUsername('nadia.berg')).toEqual(user);
    const task = (await bench.ask<SidesView>('GET', '/tenants/jama/sides')).tasks.rows[0];
    expect([task?.id, task?.status]).toEqual([1, 'Complete']);
  });

  test('over a token that expires in between: the call is refused again, and the new token is fetched again', async () => {
    const bench = await workbenchUnderTest();
    const { begin, next, rest, back } = stepper(bench);
    const { tenant } = bench.simulator;
    await rest((await begin({ flow: 'test connection' })).id);
    const { id } = await begin({ flow: 'create', identity: 'nadia.berg' });
    tenant.clock.freeze();
    tenant.clock.advance(2 * 3_600_000);
    const refused = await next(id);
    const tokens = tenant.tokens.list();
    const late = tenant.clock.now();
    expect(pathOf(refused)).toBe('/rest/oauth/token');
    await next(id);
    expect(tenant.tokens.list()).not.toEqual(tokens);

    expect(pathOf(await back(id))).toBe('/rest/oauth/token');
    expect(tenant.tokens.list()).toEqual(tokens);
    expect(await back(id)).toMatchObject({ steps: 0, waiting: { method: 'POST' } });
    expect(tenant.clock.now()).toBe(late);
    expect(pathOf(await next(id))).toBe('/rest/oauth/token');
    expect(await rest(id)).toMatchObject({ status: 'ok' });
    expect(
      tenant.traffic
        .entries()
        .map(({ status }) => status)
        .slice(-3),
    ).toEqual([401, 200, 201]);
  });

  test('over a fault: it is unspent, works again, and what the connector waited is not waited twice', async () => {
    const bench = await workbenchUnderTest({ faults: [{ use: 'connection-breaks-mid-import' }] });
    const { begin, next, back, whole } = stepper(bench);
    const { tenant } = bench.simulator;
    tenant.clock.freeze();
    const first = await begin({});
    let run = first;
    while (!tenant.faults.list().some(({ applied }) => applied > 0)) {
      run = await next(first.id);
      expect(run.endedAt).toBeNull();
    }
    const broken = await whole();
    const again = pathOf(run);
    await next(first.id);
    expect(pathOf(await back(first.id))).toBe(again);
    expect(await whole()).toEqual(broken);
    expect(pathOf(await back(first.id))).toBe(again);
    expect(tenant.faults.list().every(({ applied }) => applied === 0)).toBe(true);
    await next(first.id);
    expect(tenant.faults.list().some(({ applied }) => applied > 0)).toBe(true);
    expect(tenant.clock.now()).toBe(broken.clock);
  });

  test('after the run has ended, and what runs on is as if nobody had gone back', async () => {
    const bench = await workbenchUnderTest();
    const { begin, rest, back, whole } = stepper(bench);
    bench.simulator.tenant.clock.freeze();
    const { id } = await begin({});
    const ended = await rest(id);
    const { sides, records } = await whole();
    expect(await back(id)).toMatchObject({ status: 'waiting', steps: ended.steps - 1 });
    expect(await rest(id)).toEqual(ended);
    expect(await whole()).toMatchObject({ sides, records });
  });

  test('is for the last run alone, and for one that was made step by step', async () => {
    const bench = await workbenchUnderTest();
    const { begin, rest, back } = stepper(bench);
    const { id } = await begin({});
    expect((await bench.ask<BenchView>('GET', '/tenants/jama')).stepBack).toBeNull();
    await rest(id);
    expect((await bench.ask<BenchView>('GET', '/tenants/jama')).stepBack).toBe(id);
    await bench.run({ flow: 'test connection', mode: 'whole' });
    const whole = await bench.ended();
    for (const run of [id, whole.id])
      expect(await bench.raw('POST', `/tenants/jama/runs/${run}/step-back`)).toMatchObject({
        body: { code: 'no-call-back' },
      });
    await expect(back(99)).rejects.toThrow('run-unknown');
    const { runs } = await bench.ask<BenchView>('POST', `/tenants/jama/runs/${id}/back`);
    expect(runs).toEqual([]);
  });
});
