import { expect, test } from '@jest/globals';
import { openWorld, type Scenario, tellStory } from '../../contracts/scenarios/index.js';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryPackage } from '../helpers/temporary-package.js';
import { type Change, mutate, swap } from './mutants/mutant.js';

const clean = await cleanPackage();

/** A story that takes a user group from an account, and then goes on with something that may be gone. */
function story(goesOn: Scenario['run']): Scenario {
  return {
    id: 'a-story',
    family: 'access',
    title: 'A story',
    needs: [],
    async run(world) {
      await world.connector.importAccounts();
      await world.connector.importAccess();
      const [group] = world.tenant.usergroups.list();
      const [member] = world.tenant.usergroups.memberIds(group?.id ?? 0);
      const account = world.tenant.users.require(member ?? 0).username;
      const entitlement = { type: 'usergroups', id: String(group?.id) };
      world.attempts(await world.connector.provision({ type: 'remove-access', account, entitlement }));
      await goesOn(world);
    },
  };
}

/** Code and place of what a story showed of a package with such a URL in RemoveAccessJSON. */
async function shown(change: Change, goesOn: Scenario['run']): Promise<string[]> {
  const texts = mutate(clean, 'RemoveAccessJSON', '/call/0/url', change);
  const world = await openWorld(await temporaryPackage(texts), { users: 10, groups: 2 });
  try {
    await tellStory(story(goesOn), world);
    return world.observations.map(({ document, pointer, code }) => `${document}#${pointer} ${code}`);
  } finally {
    await world.close();
  }
}

test('a story whose user group a call has deleted ends with a finding at that call', async () => {
  const wholeGroup = swap('/users/${account.accountID}', '');
  const found = await shown(wholeGroup, async ({ tenant, connector }) => {
    const [gone] = connector.repository.entitlements();
    tenant.usergroups.memberIds(Number(gone?.entitlementID));
  });

  expect(found).toEqual(['RemoveAccessJSON#/call/0/url group-deleted']);
});

test('a user group that a call has deleted is told of, also where the story never asks for it again', async () => {
  const wholeGroup = swap('/users/${account.accountID}', '');

  expect(await shown(wholeGroup, async () => undefined)).toEqual([
    'RemoveAccessJSON#/call/0/url group-deleted',
  ]);
});

test('a story that misses something else after a change says so at the call that changed it', async () => {
  const found = await shown(swap('', ''), async ({ tenant }) => void tenant.users.require(0));

  expect(found).toEqual(['RemoveAccessJSON#/call/0 state-lost']);
});

test('what a story misses although nothing was changed is no fault of the package', async () => {
  const world = await openWorld(await temporaryPackage(clean), { users: 3, groups: 0 });
  const { run: _run, ...one } = story(async () => undefined);
  try {
    const told = tellStory({ ...one, run: async ({ tenant }) => void tenant.users.require(0) }, world);

    await expect(told).rejects.toThrow('user-not-found');
  } finally {
    await world.close();
  }
});
