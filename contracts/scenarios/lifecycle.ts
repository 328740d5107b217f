import { plainJoiner } from './identities.js';
import { importAll } from './import.js';
import type { Scenario } from './scenario.js';
import { accessMatchesMembers } from './then/access-matches-members.js';
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
      const [entitlement] = connector.repository.entitlements();
      if (!entitlement) return world.giveUp('No user group was imported.');
      const { type, entitlementID, value } = entitlement;
      const access = { identity: plainJoiner.username, entitlement: { type, id: entitlementID ?? value } };
      const person = { identity: plainJoiner.username };

      const steps = [
        () => connector.provision({ type: 'create', ...person }),
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
