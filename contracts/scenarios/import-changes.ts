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
];

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
