import type { Scenario, World } from './scenario.js';
import { accessMatchesMembers } from './then/access-matches-members.js';
import { accountsMatchUsers } from './then/accounts-match-users.js';
import { importCall } from './then/import-call.js';

/** Imports: all users, all groups, all members; twice without a change; and nothing of an import that fails half-way. */
export const importScenarios: readonly Scenario[] = [
  {
    id: 'import-accounts',
    family: 'import',
    title: '120 users become 120 accounts',
    needs: ['ImportAccountEntJSON'],
    async run(world) {
      const outcome = await world.connector.importAccounts();
      if (world.succeeds(outcome)) accountsMatchUsers(world, outcome.accounts);
    },
  },
  {
    id: 'import-access',
    family: 'import',
    title: '12 user groups become entitlements, and their members hold them',
    needs: ['ImportAccountEntJSON'],
    async run(world) {
      if (!(await importAll(world))) return;
      accessMatchesMembers(world);
    },
  },
  {
    id: 'import-again',
    family: 'import',
    title: 'A second import of an unchanged tenant changes nothing',
    needs: ['ImportAccountEntJSON'],
    async run(world) {
      if (!(await importAll(world))) return;

      const accounts = await world.connector.importAccounts();
      const access = await world.connector.importAccess();

      if (!world.succeeds(accounts) || !world.succeeds(access)) return;
      const changes = accounts.accounts.created + accounts.accounts.changed + accounts.accounts.suspended;
      const links = access.links.added + access.links.removed;
      if (changes + links === 0) return;
      world.see({
        document: 'ImportAccountEntJSON',
        pointer: importCall(world, 'import-accounts')?.pointer ?? '/accountParams',
        code: 'import-not-stable',
        message: `A second import of the same tenant changed ${changes} accounts and ${links} links.`,
        remedy:
          'Look at keyField and at the mapping of the key column: they must name the same object each time.',
      });
    },
  },
  {
    id: 'import-fails-half-way',
    family: 'resilience',
    title: 'An import whose second page fails changes no account',
    needs: ['ImportAccountEntJSON'],
    async run(world) {
      if (!world.succeeds(await world.connector.importAccounts())) return;
      const before = JSON.stringify(world.connector.repository.accounts());
      world.tenant.faults.add({
        match: { method: 'GET', path: '/rest/*/users', nth: 2 },
        effect: { status: 500 },
      });

      const broken = await world.connector.importAccounts();

      if (broken.status === 'ok' && broken.calls < 2) return;
      if (JSON.stringify(world.connector.repository.accounts()) === before) return;
      world.see({
        document: 'ImportAccountEntJSON',
        pointer: '/accountParams',
        code: 'broken-import-changes-accounts',
        message: 'The second page could not be read, and accounts changed all the same.',
        remedy: '"doNotChangeIfFailed": true',
      });
    },
  },
];

/** Accounts first, then access, as the integration guide demands; true when both went well. */
export async function importAll(world: World): Promise<boolean> {
  return (
    world.succeeds(await world.connector.importAccounts()) &&
    world.succeeds(await world.connector.importAccess())
  );
}
