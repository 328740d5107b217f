import type { Entitlement } from '../../connector/index.js';
import { plainJoiner } from './identities.js';
import { importAll } from './import.js';
import type { Scenario, World } from './scenario.js';
import { accessMatchesMembers, entitlementOf } from './then/access-matches-members.js';
import { accountsMatchUsers } from './then/accounts-match-users.js';

/** A person's whole way through the company, with imports in between. */
export const lifecycleScenarios: readonly Scenario[] = [
  {
    id: 'joiner-mover-leaver',
    family: 'lifecycle',
    title: 'Hired, given access, promoted, on leave, back again, gone',
    needs: [
      'ImportAccountEntJSON',
      'CreateAccountJSON',
      'UpdateAccountJSON',
      'AddAccessJSON',
      'RemoveAccessJSON',
      'EnableAccountJSON',
      'DisableAccountJSON',
    ],
    given: { users: 8, groups: 2 },
    async run(world) {
      const { connector, succeeds } = world;
      if (!(await importAll(world))) return;
      const person = { identity: plainJoiner.username };
      const before = new Set(world.tenant.users.list().map(({ id }) => id));
      if (!succeeds(await connector.provision({ type: 'create', ...person }))) return;
      const joined = world.tenant.users.list().find(({ id }) => !before.has(id));
      const entitlement = entitlementToAdd(world, joined?.id);
      if (!entitlement) return world.giveUp('No user group was imported in which a new user is not already.');
      const { type, entitlementID, value } = entitlement;
      const access = { ...person, entitlement: { type, id: entitlementID ?? value } };

      const steps = [
        () => connector.provision({ type: 'add-access', ...access }),
        () => connector.importAccounts(),
        () => connector.importAccess(),
        () => {
          world.identify({ ...plainJoiner, title: 'Lead Engineer' });
          return connector.provision({ type: 'update', ...person });
        },
        () => connector.provision({ type: 'disable', ...person }),
        () => connector.provision({ type: 'enable', ...person }),
        () => connector.provision({ type: 'remove-access', ...access }),
        () => connector.provision({ type: 'disable', ...person }),
      ];
      for (const step of steps) if (!succeeds(await step())) return;

      const accounts = await connector.importAccounts();
      if (!succeeds(accounts) || !succeeds(await connector.importAccess())) return;
      accountsMatchUsers(world, accounts.accounts);
      accessMatchesMembers(world);
    },
  },
];

/** A user group that arrived and that a user is no member of: a package may put a new one into a group at once. */
function entitlementToAdd(world: World, user: number | undefined): Entitlement | undefined {
  const { usergroups } = world.tenant;
  const groups = usergroups
    .list()
    .filter(({ id }) => user === undefined || !usergroups.memberIds(id).includes(user));
  return groups.map(({ id, name }) => entitlementOf(world, id, name)).find((found) => found !== undefined);
}
