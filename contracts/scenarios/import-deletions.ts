import { type Account, pointerTo } from '../../connector/index.js';
import { statusConfigOf } from '../lint/status-config.js';
import { importAll } from './import.js';
import type { Scenario, World } from './scenario.js';
import { accountsMatchUsers, isActive } from './then/accounts-match-users.js';

/** Users who are gone, few and many, and one who came back as somebody new. */
export const importDeletionScenarios: readonly Scenario[] = [
  {
    id: 'import-vanished-users',
    family: 'import',
    title: 'Accounts whose users are gone are no longer active, and hold nothing',
    needs: ['ImportAccountEntJSON'],
    given: { users: 30, groups: 2 },
    async run(world) {
      const { tenant, connector } = world;
      const before = tenant.snapshot();
      const [group] = tenant.usergroups.list();
      for (const name of ['gone.one', 'gone.two']) {
        const { id } = newcomer(world, name);
        if (group) tenant.usergroups.addMember(group.id, id);
      }
      if (!(await importAll(world))) return;
      tenant.restore(before);

      const outcome = await connector.importAccounts();

      if (world.succeeds(outcome)) seeVanished(world);
    },
  },
  {
    id: 'import-mass-deletion',
    family: 'import',
    title: 'When more users vanish than the threshold allows, all accounts stay as they are',
    needs: ['ImportAccountEntJSON'],
    given: { users: 1100, groups: 0, projects: 0 },
    async run(world) {
      const threshold = thresholdOf(world);
      if (threshold === undefined) return world.giveUp('The package has no accountThresholdValue.');
      const first = await world.connector.importAccounts();
      if (!world.succeeds(first)) return;
      accountsMatchUsers(world, first.accounts);
      const before = believed(world);
      const { users, ...rest } = world.tenant.snapshot();
      world.tenant.restore({ ...rest, users: users.slice(0, 5) });

      world.attempts(await world.connector.importAccounts());

      const after = believed(world);
      // Inactive accounts do not count for the threshold when those that are gone become inactive.
      const vanished = users.slice(5).filter(({ active }) => active).length;
      const touched = before.filter((account, index) => account !== after[index]).length;
      if (touched === 0 || vanished < threshold || before.length < users.length) return;
      world.see({
        ...settingPlace(world, 'accountThresholdValue'),
        code: 'mass-deletion-not-stopped',
        causes: ['threshold-missing'],
        message: `${users.length - 5} users were gone at once, and ${touched} accounts changed.`,
        because: 'A wrong answer of the target looks like this, and takes the access of everybody.',
        remedy: '"accountThresholdValue": 100',
      });
    },
  },
  {
    id: 'import-recreated-user',
    family: 'import',
    title: 'A user who is gone and made anew is one active account, and not the old one',
    needs: ['ImportAccountEntJSON'],
    given: { users: 30, groups: 2 },
    async run(world) {
      const before = world.tenant.snapshot();
      const gone = newcomer(world, 'back.again');
      if (!world.succeeds(await world.connector.importAccounts())) return;
      // Ids are not given twice.
      world.tenant.restore({ ...before, nextUserId: before.nextUserId + 1 });
      const { id } = newcomer(world, 'back.again');

      const again = await world.connector.importAccounts();

      if (!world.succeeds(again)) return;
      accountsMatchUsers(world, again.accounts);
      const active = accounts(world).filter((account) => account.name === 'back.again' && isActive(account));
      const stale = active.filter(({ accountID }) => accountID === String(gone.id));
      if (active.length <= 1 && stale.length === 0) return;
      const ids = active.map(({ accountID }) => accountID).join(', ');
      seeStale(
        world,
        `The user back.again has the id ${id} now, was ${gone.id}; active accounts of that name: ${ids}.`,
      );
    },
  },
];

function newcomer({ tenant }: World, username: string) {
  return tenant.users.create({
    username,
    firstName: 'New',
    lastName: username,
    email: `${username}@example.com`,
    licenseType: 'NAMED',
  });
}

function accounts({ connector }: World): readonly Account[] {
  return connector.repository.accounts();
}

/** The accounts by id and status, in their order. */
function believed(world: World): string[] {
  return accounts(world).map(({ accountID, status }) => `${accountID} ${status}`);
}

/** What became of the accounts whose users are gone, unless so few are enough for EIC to leave them all as they are. */
function seeVanished(world: World): void {
  const threshold = thresholdOf(world) ?? Number.POSITIVE_INFINITY;
  const gone = accounts(world).filter(({ name }) => name.startsWith('gone.'));
  const active = gone.filter(({ status }) => status === '1');
  if (threshold === 2) return;
  if (active.length > 0) {
    seeStale(
      world,
      `${active.length} accounts are active although their users are gone from the tenant.`,
      threshold < 2 ? 'accountThresholdValue' : undefined,
    );
    return;
  }
  const links = gone.flatMap(({ key }) => world.connector.repository.linksOf(key));
  if (links.length === 0) return;
  world.see({
    ...settingPlace(world, 'deleteLinks'),
    code: 'vanished-accounts-keep-access',
    severity: 'warning',
    message: `${gone.length} accounts whose users are gone from the tenant still hold ${links.length} user groups.`,
    because: 'An account that comes back has its old access again, and reviews go on asking about it.',
    remedy: '"deleteLinks": true',
  });
}

function seeStale(world: World, message: string, key = 'inactivateAccountsNotInFile'): void {
  world.see({
    ...settingPlace(world, key),
    code: 'vanished-accounts-stay-active',
    message,
    remedy: '"inactivateAccountsNotInFile": false, so that they become SUSPENDED FROM IMPORT SERVICE',
  });
}

function settingPlace(world: World, key: string): { document: string; pointer: string } {
  const { document, pointer } = statusConfigOf(world.package);
  return { document: document.name, pointer: pointerTo(pointer, key) };
}

/** From how many missing accounts on EIC leaves them all as they are; undefined when the package does not say. */
function thresholdOf(world: World): number | undefined {
  const { accountThresholdValue: value } = statusConfigOf(world.package).value;
  return value === undefined ? undefined : Number(value);
}
