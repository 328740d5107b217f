import { FAULTS, type FaultName, type NamedFault } from '../../mock-server/index.js';
import { plainJoiner } from './identities.js';
import { importAll } from './import.js';
import type { Scenario, World } from './scenario.js';
import { accessMatchesMembers } from './then/access-matches-members.js';
import { accountIdRemedy } from './then/account-id-remedy.js';
import { accountsMatchUsers, isActive } from './then/accounts-match-users.js';

/** The smallest tenant that meets every fault: two pages of users, and two groups of which one has two pages of members. */
const twoPages = { users: 60, groups: 2, projects: 1 };

/** Each fault of the catalogue while an import runs: nothing is half done, and the next import puts everything right. */
export const resilienceScenarios: readonly Scenario[] = [
  ...FAULTS.filter(concernsImports).map(
    ({ name, imitates }): Scenario => ({
      id: `import-during-${name}`,
      family: 'resilience',
      title: imitates,
      needs: ['ImportAccountEntJSON'],
      given: twoPages,
      async run(world) {
        const { connector, tenant } = world;
        if (!(await importAll(world))) return;
        const before = believed(world);
        tenant.faults.useNamed(name);

        const whole =
          world.attempts(await connector.importAccounts()) && world.attempts(await connector.importAccess());

        if (!whole && believed(world) !== before && tenant.faults.size > 0) halfDone(world, imitates);
        tenant.faults.clear();
        const again = await connector.importAccounts();
        if (!world.succeeds(again) || !world.succeeds(await connector.importAccess())) return;
        accountsMatchUsers(world, again.accounts);
        accessMatchesMembers(world);
      },
    }),
  ),
  creationDuring(
    'create-answer-lost',
    'A user whose creation was not answered is one account after the next import',
    'create-succeeds-but-answer-lost',
  ),
  creationDuring(
    'create-never-arrives',
    'A user whose creation never arrived is created by the next try',
    'create-never-arrives',
  ),
];

/** A creation that meets a fault, another try, and an import: both sides know the same people. */
function creationDuring(id: string, title: string, fault: FaultName): Scenario {
  return {
    id,
    family: 'resilience',
    title,
    needs: ['CreateAccountJSON', 'ImportAccountEntJSON'],
    given: { users: 5, groups: 1 },
    async run(world) {
      const { connector, tenant } = world;
      const before = new Set(tenant.users.list().map((user) => user.id));
      const created = () => tenant.users.list().filter((user) => !before.has(user.id)).length;
      tenant.faults.useNamed(fault);
      world.attempts(await connector.provision({ type: 'create', identity: plainJoiner.username }));
      tenant.faults.clear();
      const there = created() > 0;

      const retried = await connector.runProvisioningJob();
      const outcome = await connector.importAccounts();

      // Jama refuses to create somebody who is there already.
      if (there) world.attempts(retried);
      else if (!world.succeeds(retried)) return;
      if (!world.succeeds(outcome)) return;
      accountsMatchUsers(world, outcome.accounts);
      const active = connector.repository
        .accounts()
        .filter((account) => account.user === plainJoiner.username && isActive(account)).length;
      if (active <= created()) return;
      world.see({
        document: 'CreateAccountJSON',
        pointer: '/accountIdPath',
        code: 'account-without-user',
        causes: ['new-account-id'],
        message: `${plainJoiner.username} has ${active} active accounts on the EIC side, and ${created()} users in the tenant.`,
        remedy: accountIdRemedy(world.calls),
      });
    },
  };
}

/** Faults of other requests say nothing of an import, and a delay only makes a reader wait. */
function concernsImports({ rules }: NamedFault): boolean {
  return rules.every(
    ({ match, effect }) =>
      effect.delayMs === undefined && (match?.method !== 'POST' || match.path === '/rest/oauth/token'),
  );
}

/** The accounts of the EIC side by name and status: what a broken import must not change. */
function believed({ connector }: World): string {
  return JSON.stringify(
    connector.repository.accounts().map(({ name, accountID, status }) => [name, accountID, status]),
  );
}

function halfDone(world: World, imitates: string): void {
  world.see({
    document: 'ImportAccountEntJSON',
    pointer: '/accountParams',
    code: 'broken-import-changes-accounts',
    message: `Accounts changed although the import could not be finished (${imitates})`,
    remedy: '"doNotChangeIfFailed": true',
  });
}
