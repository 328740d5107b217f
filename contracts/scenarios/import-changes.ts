import { pointerTo } from '../../connector/index.js';
import { statusConfigOf } from '../lint/status-config.js';
import { importAll } from './import.js';
import type { Scenario, World } from './scenario.js';
import { accessMatchesMembers } from './then/access-matches-members.js';
import { accountsMatchUsers } from './then/accounts-match-users.js';

/** What changes in a tenant between two imports is changed on the EIC side by the second. */
export const importChangeScenarios: readonly Scenario[] = [
  change('import-renamed-user', 'A user who changed names keeps the account', (world) => {
    const user = otherUsers(world)[0];
    if (user) world.tenant.users.update(user.id, { lastName: 'Married', email: 'married@example.com' });
  }),
  change('import-deactivated-user', 'A user who was deactivated becomes an inactive account', (world) => {
    const user = otherUsers(world).find(({ active }) => active);
    if (user) world.tenant.users.setActive(user.id, false);
  }),
  change('import-renamed-group', 'A user group that was renamed keeps its members', (world) => {
    const [group] = world.tenant.usergroups.list();
    if (group) world.tenant.usergroups.update(group.id, { name: 'Renamed' });
  }),
  change(
    'import-deleted-group',
    'A user group that was deleted is an inactive entitlement, held by nobody',
    (world) => {
      const [group] = world.tenant.usergroups.list();
      if (group) world.tenant.usergroups.delete(group.id);
    },
  ),
  change(
    'import-recreated-group',
    'A user group that was deleted and made anew has its new members only',
    (world) => {
      const { usergroups } = world.tenant;
      const [group] = usergroups.list();
      const [user] = otherUsers(world);
      if (!group || !user) return;
      usergroups.delete(group.id);
      usergroups.addMember(usergroups.create({ name: group.name }).id, user.id);
    },
  ),
  change('import-changed-members', 'Members who came and went are links that came and went', (world) => {
    const { usergroups } = world.tenant;
    const group = usergroups.list().find(({ id }) => usergroups.memberIds(id).length > 0);
    if (!group) return;
    const members = new Set(usergroups.memberIds(group.id));
    const [leaver] = members;
    const joiner = otherUsers(world).find(({ id }) => !members.has(id));
    if (leaver !== undefined) usergroups.removeMember(group.id, leaver);
    if (joiner) usergroups.addMember(group.id, joiner.id);
  }),
  {
    id: 'import-vanished-users',
    family: 'import',
    title: 'Accounts whose users are gone are no longer active, and hold nothing',
    needs: ['ImportAccountEntJSON'],
    given: { users: 30, groups: 2 },
    async run(world) {
      const { tenant, connector, succeeds } = world;
      const before = tenant.snapshot();
      const [group] = tenant.usergroups.list();
      for (const name of ['gone.one', 'gone.two']) {
        const { id } = tenant.users.create({
          username: name,
          firstName: 'Gone',
          lastName: name,
          email: `${name}@example.com`,
          licenseType: 'NAMED',
        });
        if (group) tenant.usergroups.addMember(group.id, id);
      }
      if (!(await importAll(world))) return;
      tenant.restore(before);

      const outcome = await connector.importAccounts();

      if (succeeds(outcome)) seeVanished(world);
    },
  },
];

/** What became of the accounts whose users are gone, unless so few are enough for EIC to leave them all as they are. */
function seeVanished(world: World): void {
  const { repository } = world.connector;
  const { document, pointer, value } = statusConfigOf(world.package);
  const threshold = Number(value.accountThresholdValue ?? Number.POSITIVE_INFINITY);
  const gone = repository.accounts().filter(({ name }) => name.startsWith('gone.'));
  const active = gone.filter(({ status }) => status === '1');
  if (threshold === 2) return;
  if (active.length > 0) {
    world.see({
      document: document.name,
      pointer: pointerTo(pointer, threshold < 2 ? 'accountThresholdValue' : 'inactivateAccountsNotInFile'),
      code: 'vanished-accounts-stay-active',
      message: `${active.length} accounts are active although their users are gone from the tenant.`,
      remedy: '"inactivateAccountsNotInFile": false, so that they become SUSPENDED FROM IMPORT SERVICE',
    });
    return;
  }
  const links = gone.flatMap(({ key }) => repository.linksOf(key));
  if (links.length === 0) return;
  world.see({
    document: document.name,
    pointer: pointerTo(pointer, 'deleteLinks'),
    code: 'vanished-accounts-keep-access',
    severity: 'warning',
    message: `${gone.length} accounts whose users are gone from the tenant still hold ${links.length} user groups.`,
    because: 'An account that comes back has its old access again, and reviews go on asking about it.',
    remedy: '"deleteLinks": true',
  });
}

function change(id: string, title: string, act: (world: World) => void): Scenario {
  return {
    id,
    family: 'import',
    title,
    needs: ['ImportAccountEntJSON'],
    given: { users: 30, groups: 4 },
    async run(world) {
      if (!(await importAll(world))) return;
      act(world);
      world.tenant.clock.advance(3_600_000);

      const accounts = await world.connector.importAccounts();

      if (!world.succeeds(accounts) || !world.succeeds(await world.connector.importAccess())) return;
      accountsMatchUsers(world, accounts.accounts);
      accessMatchesMembers(world, true);
    },
  };
}

/** Everybody but the owner of the credentials, whose token is refused when they are deactivated. */
function otherUsers({ tenant }: World) {
  return tenant.users.list().filter(({ id }) => id !== tenant.owner.id);
}
