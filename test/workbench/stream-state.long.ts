import { describe, expect, test } from '@jest/globals';
import type { StateNews } from '../../workbench/index.js';
import { dataOf, readUntil } from '../helpers/stream-events.js';
import { type WorkbenchUnderTest, workbenchUnderTest } from '../helpers/workbench-under-test.js';

describe('the state in the stream of a bench', () => {
  const PARTS = [
    'clock',
    'users',
    'usergroups',
    'accounts',
    'entitlements',
    'identities',
    'tasks',
    'jobs',
    'imports',
    'tokens',
    'licences',
    'faults',
    'steps',
  ];

  const events = ({ origin }: WorkbenchUnderTest) => `${origin}/__workbench/tenants/jama/events`;
  const admin = ({ origin }: WorkbenchUnderTest, method: string, path: string, body?: object) =>
    fetch(`${origin}/__admin/tenants/jama${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  /** What is told of the state after the whole of it, when something is done: until a part is told. */
  async function newsOf(
    bench: WorkbenchUnderTest,
    part: keyof StateNews,
    work: () => unknown,
  ): Promise<StateNews> {
    let done = false;
    const text = await readUntil(events(bench), (so) => {
      const [first, ...later] = dataOf<StateNews>(so, 'state');
      if (first !== undefined && !done) {
        done = true;
        void work();
      }
      return later.some((news) => part in news && (part !== 'clock' || news.clock.mode !== 'real'));
    });
    return dataOf<StateNews>(text, 'state').findLast((news) => part in news) as StateNews;
  }

  test('is told as a whole first, as the workbench and the admin API answer it', async () => {
    const bench = await workbenchUnderTest();
    await bench.run({ flow: 'import access', mode: 'whole' });
    await bench.ended();
    const text = await readUntil(events(bench), (so) => dataOf(so, 'state').length > 0);
    const [state] = dataOf<StateNews>(text, 'state');
    expect(Object.keys(state ?? {}).sort()).toEqual([...PARTS].sort());
    expect(state).toMatchObject((await bench.ask('GET', '/tenants/jama/sides')) as object);
    expect(state?.steps).toEqual(await bench.ask('GET', '/tenants/jama/steps'));
    expect(state?.clock).toEqual({ now: expect.any(Number), mode: 'real' });
    expect(state?.licences).toEqual(await (await admin(bench, 'GET', '/licences')).json());
    const tokens = (await (await admin(bench, 'GET', '/tokens')).json()) as object[];
    expect(tokens).toMatchObject(state?.tokens as object[]);
    expect(JSON.stringify(state?.tokens)).not.toContain('accessToken');
  });

  test('has afterwards only what is new, whoever has changed it', async () => {
    const bench = await workbenchUnderTest();
    const { tenant, credentials } = bench.simulator;
    const [, second] = tenant.users.select({});
    const userIsOff = await newsOf(bench, 'users', () => tenant.users.setActive(second?.id ?? 0, false));
    expect(Object.keys(userIsOff).sort()).toEqual(['clock', 'licences', 'users']);
    expect(userIsOff.users?.rows.find(({ id }) => id === second?.id)?.active).toBe(false);

    const frozen = await newsOf(bench, 'clock', () => admin(bench, 'POST', '/clock', { freeze: 1000 }));
    expect(frozen).toEqual({ clock: { now: 1000, mode: 'frozen' } });

    const issued = await newsOf(bench, 'tokens', () => tenant.tokens.issue(credentials, 'anybody'));
    expect(issued.tokens).toMatchObject([{ issuedAt: 1000, expiresAt: 3_601_000 }]);
    const expired = await newsOf(bench, 'tokens', () => admin(bench, 'POST', '/tokens/expire', {}));
    expect(expired.tokens).toMatchObject([{ expiresAt: 1000 }]);
    const goBack = tenant.tokens.remember();
    await tenant.tokens.issue(credentials, 'anybody');
    expect((await newsOf(bench, 'tokens', goBack)).tokens).toHaveLength(1);
  }, 30_000);

  test('tells of faults: that they are there, that they work, and that they are gone', async () => {
    const bench = await workbenchUnderTest();
    const { tenant, url } = bench.simulator;
    const faultsAfter = async (work: () => unknown) => (await newsOf(bench, 'faults', work)).faults;
    const rule = { name: 'teapot', effect: { status: 418 } };
    expect(await faultsAfter(() => admin(bench, 'POST', '/faults', rule))).toMatchObject([{ applied: 0 }]);
    const goBack = tenant.faults.remember();
    expect(await faultsAfter(() => fetch(`${url}/rest/v1/users`))).toMatchObject([{ applied: 1 }]);
    expect(await faultsAfter(goBack)).toMatchObject([{ applied: 0 }]);
    expect(await faultsAfter(() => tenant.faults.noteProblem(1, 'not possible'))).toMatchObject([
      { problem: 'not possible' },
    ]);
    expect(await faultsAfter(() => admin(bench, 'DELETE', '/faults/1'))).toEqual([]);
    await admin(bench, 'POST', '/faults', rule);
    expect(await faultsAfter(() => admin(bench, 'DELETE', '/faults'))).toEqual([]);
  }, 30_000);

  test('tells the time every two seconds when nothing happens', async () => {
    const bench = await workbenchUnderTest();
    const beganAt = performance.now();
    const text = await readUntil(events(bench), (so) => dataOf(so, 'state').length > 1);
    expect(dataOf<StateNews>(text, 'state')[1]).toEqual({
      clock: { now: expect.any(Number), mode: 'real' },
    });
    expect(performance.now() - beganAt).toBeGreaterThan(1500);
  });

  test('says when the exchanges that a client knows are forgotten, also to one that comes back', async () => {
    const bench = await workbenchUnderTest();
    await bench.run({ flow: 'test connection', mode: 'whole' });
    await bench.ended();
    let done = false;
    await readUntil(events(bench), (so) => {
      if (!done && so.includes('event: exchange')) {
        done = true;
        void admin(bench, 'DELETE', '/requests');
      }
      return so.includes('event: forgotten');
    });
    const known = await readUntil(`${events(bench)}?afterId=3`, (so) => so.includes('event: state'));
    expect(known).toContain('event: forgotten');
    const unknown = await readUntil(`${events(bench)}?afterId=0`, (so) => so.includes('event: state'));
    expect(unknown).not.toContain('event: forgotten');
  });

  test('ends when the tenant is removed, and one of the same name is another', async () => {
    const { origin, simulator } = await workbenchUnderTest({ tenants: ['training'] });
    const path = `${origin}/__workbench/tenants/training/events`;
    const response = await fetch(path);
    const [text] = await Promise.all([response.text(), simulator.deleteTenant('training')]);
    expect(text).toContain('event: state');
    expect((await fetch(path)).status).toBe(404);
    await simulator.createTenant('training', { users: 7 });
    const again = await readUntil(path, (so) => so.includes('event: state'));
    expect(dataOf<StateNews>(again, 'state')[0]?.users?.total).toBe(7);
  });
});
