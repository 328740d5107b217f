import { describe, expect, test } from '@jest/globals';
import { createConnector, type Identity, readPackage } from '../../connector/index.js';
import { type Flow, type FlowRun, flows, redirectTo, runFlow } from '../../contracts/index.js';
import {
  FAULTS,
  type FaultEffect,
  type FaultRule,
  type Simulator,
  startSimulator,
} from '../../mock-server/index.js';

const JOINER: Identity = {
  username: 'new.joiner',
  firstname: 'New',
  lastname: 'Joiner',
  email: 'new.joiner@tenant.example',
};

/** The flows that the package has a connector JSON for. */
const FLOWS = flows.filter(
  (flow) => !/^(import users|change-password|update-user|create-ticket|ticket-status)$/.test(flow),
);

/** More calls than any flow on a tenant of this size makes; a flow that has no n-th call ends as if there were no fault. */
const CALLS = 9;

/** What a fault does, and not which request of which flow it waits for; waits are shortened. */
const EFFECTS: [string, FaultEffect][] = FAULTS.flatMap(({ name, rules }) =>
  (rules as readonly FaultRule[]).map(({ effect }, at): [string, FaultEffect] => [
    rules.length === 1 ? name : `${name}, part ${at + 1}`,
    effect.delayMs === undefined ? effect : { ...effect, delayMs: 5 },
  ]),
);

async function runAt(
  flow: Flow,
  effect: FaultEffect,
  nth: number,
): Promise<{ run: FlowRun; simulator: Simulator }> {
  const simulator = await startSimulator({ users: 6, groups: 2, seed: 3 });
  const { tenant } = simulator;
  const [group] = tenant.usergroups.list();
  const members = new Set(group ? tenant.usergroups.memberIds(group.id) : []);
  const user = tenant.users.list().find(({ id, active }) => {
    // Without the owner of the credentials nothing could be imported any more.
    if (id === tenant.owner.id) return false;
    if (flow === 'enable') return !active;
    return active && (flow === 'remove-access' ? members.has(id) : flow !== 'add-access' || !members.has(id));
  });
  tenant.faults.add({ match: { path: '/**', nth }, effect, times: 1 });
  const run = await runFlow({
    package: await readPackage('fixtures/packages/jama-connect'),
    flow,
    target: simulator.url,
    credentials: simulator.credentials,
    clock: { now: () => Date.UTC(2026, 0, 5) },
    sleep: async () => undefined,
    identities: [JOINER],
    ...(flow === 'create' ? { identity: JOINER.username } : { account: user?.username ?? '' }),
    ...(flow.endsWith('-access') && group ? { entitlement: group.name } : {}),
  });
  return { run, simulator };
}

/** What both sides say after the faults are over and everything was imported again. */
async function agreed({ run: { connector }, simulator: { tenant } }: Awaited<ReturnType<typeof runAt>>) {
  tenant.faults.clear();
  const imports = [await connector.importAccounts(), await connector.importAccess()];
  const { repository } = connector;
  const names = repository
    .accounts()
    .filter(({ status }) => !/^SUSPENDED/.test(status))
    .map(({ name }) => name);
  const links = repository
    .links()
    .filter(({ entitlementKey }) => repository.entitlement(entitlementKey)?.status === '1');
  const groups = tenant.usergroups.list();
  return {
    imports: imports.map(({ status }) => status),
    eic: { names: names.sort(), links: links.length },
    jama: {
      names: tenant.users
        .list()
        .map(({ username }) => username)
        .sort(),
      links: groups.reduce((sum, { id }) => sum + tenant.usergroups.memberIds(id).length, 0),
    },
  };
}

/** The names of EIC's identities and of the tenant's users, after a fault at the n-th call of the import of users. */
async function importUsersAt(effect: FaultEffect, nth: number) {
  const { tenant, url, credentials, stop } = await startSimulator({ users: 60, groups: 1, seed: 3 });
  tenant.faults.add({ match: { path: '/**', nth }, effect, times: 1 });
  const connector = createConnector({
    package: await readPackage('fixtures/packages/jama-users', {
      connection: 'fixtures/packages/jama-connect/ConnectionJSON.json',
    }),
    clock: { now: () => Date.UTC(2026, 0, 5) },
    sleep: async () => undefined,
    credentials,
    mapUrl: redirectTo(url),
  });
  const faulty = await connector.importUsers();
  tenant.faults.clear();
  const clean = await connector.importUsers();
  const jama = tenant.users.list().map(({ username }) => username);
  await stop();
  return { faulty, clean, eic: connector.repository.identities().map(({ username }) => username), jama };
}

describe.each(EFFECTS)('%s', (_, effect) => {
  test.each(FLOWS)(
    'at every call of %s: a clear outcome, nothing lost, nothing doubled',
    async (flow) => {
      for (let nth = 1; nth <= CALLS; nth += 1) {
        const done = await runAt(flow, effect, nth);
        const last = done.run.outcomes.at(-1);
        if (last?.status !== 'ok') {
          expect(last?.problems.length).toBeGreaterThan(0);
          expect(last?.problems.map(({ code }) => code)).not.toContain('internal-error');
          expect(last?.problems[0]?.remedy).not.toBe('');
        }
        const { imports, eic, jama } = await agreed(done);
        await done.simulator.stop();
        expect({ nth, imports, ...eic }).toEqual({ nth, imports: ['ok', 'ok'], ...jama });
        expect(new Set(eic.names).size).toBe(eic.names.length);
      }
    },
    120_000,
  );

  test('at every call of import users: a clear outcome, nothing lost, nothing doubled', async () => {
    for (let nth = 1; nth <= 4; nth += 1) {
      const { faulty, clean, eic, jama } = await importUsersAt(effect, nth);
      if (faulty.status !== 'ok') expect(faulty.problems[0]?.remedy).toBeTruthy();
      expect({ nth, status: clean.status, names: eic.sort() }).toEqual({
        nth,
        status: 'ok',
        names: jama.sort(),
      });
    }
  });
});
