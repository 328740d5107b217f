import type { Scenario } from './scenario.js';
import { accessMatchesMembers } from './then/access-matches-members.js';
import { accountsMatchUsers } from './then/accounts-match-users.js';
import { importCall } from './then/import-call.js';

const emptyList = JSON.stringify({
  meta: {
    status: 'OK',
    timestamp: '2026-01-05T08:00:00.000+0000',
    pageInfo: { startIndex: 0, resultCount: 0, totalResults: 0 },
  },
  data: [],
});

/** Tenants around the borders of a page: all of them arrive. */
export const importSizeScenarios: readonly Scenario[] = [
  {
    id: 'import-0-users',
    family: 'import',
    title: 'An empty list of users is an import of no account',
    needs: ['ImportAccountEntJSON'],
    given: { users: 1, groups: 0, projects: 0 },
    async run(world) {
      world.tenant.faults.add({
        match: { method: 'GET', path: '/rest/*/users' },
        effect: { rawBody: emptyList },
      });

      const outcome = await world.connector.importAccounts();

      world.tenant.faults.clear();
      if (!world.succeeds(outcome)) return;
      const { length } = world.connector.repository.accounts();
      if (length === 0) return;
      world.see({
        document: 'ImportAccountEntJSON',
        pointer: importCall(world, 'import-accounts')?.pointer ?? '/accountParams',
        code: 'accounts-of-nobody',
        message: `The list of users was empty, and ${length} accounts came of it.`,
        remedy: '"listField": "data"',
      });
    },
  },
  {
    id: 'import-1-user',
    family: 'import',
    title: 'A tenant with a single user and no group is one account',
    needs: ['ImportAccountEntJSON'],
    given: { users: 1, groups: 0, projects: 0 },
    async run(world) {
      const outcome = await world.connector.importAccounts();
      if (!world.succeeds(outcome)) return;
      accountsMatchUsers(world, outcome.accounts);
      world.succeeds(await world.connector.importAccess());
    },
  },
  ...[20, 50, 51, 1000].map(
    (users): Scenario => ({
      id: `import-${users}-users`,
      family: 'import',
      title: `${users} users become ${users} accounts`,
      needs: ['ImportAccountEntJSON'],
      given: { users, groups: 1 },
      async run(world) {
        const outcome = await world.connector.importAccounts();
        if (world.succeeds(outcome)) accountsMatchUsers(world, outcome.accounts);
      },
    }),
  ),
  ...[0, 1, 51, 500].map(
    (members): Scenario => ({
      id: `import-group-of-${members}`,
      family: 'import',
      title: `A user group of ${members === 1 ? '1 member' : `${members} members`} keeps them all`,
      needs: ['ImportAccountEntJSON'],
      given: { users: Math.max(2, members), groups: 0, projects: 1 },
      async run(world) {
        const { tenant, connector, succeeds } = world;
        const group = tenant.usergroups.create({ name: 'Everybody', description: '' });
        for (const user of tenant.users.list().slice(0, members))
          tenant.usergroups.addMember(group.id, user.id);

        if (!succeeds(await connector.importAccounts()) || !succeeds(await connector.importAccess())) return;

        accessMatchesMembers(world);
      },
    }),
  ),
  {
    id: 'import-51-groups',
    family: 'import',
    title: '51 user groups, of organization and projects, become entitlements',
    needs: ['ImportAccountEntJSON'],
    given: { users: 10, groups: 51, projects: 5 },
    async run(world) {
      const { connector, succeeds } = world;
      if (!succeeds(await connector.importAccounts()) || !succeeds(await connector.importAccess())) return;
      accessMatchesMembers(world);
    },
  },
  {
    id: 'import-awkward-names',
    family: 'import',
    title: 'Quotes, accents, other scripts and empty fields arrive as they are',
    needs: ['ImportAccountEntJSON'],
    given: { users: 2, groups: 0 },
    async run(world) {
      for (const [index, lastName] of [
        'O\'Brien "Bob"',
        'Łukasiewicz',
        '漢字 仮名',
        'a\\b ${x}',
        '<b>&amp;',
      ].entries()) {
        world.tenant.users.create({
          username: `awkward.${index}`,
          firstName: '𝓤𝓷𝓲',
          lastName,
          email: `awkward.${index}@example.com`,
          licenseType: 'NAMED',
          phone: index % 2 === 0 ? '' : null,
        });
      }

      const outcome = await world.connector.importAccounts();

      if (!world.succeeds(outcome)) return;
      accountsMatchUsers(world, outcome.accounts);
      namesArriveUnchanged(world);
    },
  },
];

/** A column that is filled with last names holds each of them to the letter. */
function namesArriveUnchanged(world: Parameters<Scenario['run']>[0]): void {
  const call = world.calls.find(({ purpose }) => purpose === 'import-accounts');
  const mapping = Object.entries(call?.call.colsToPropsMap ?? {}).find(
    ([, source]) => source === 'lastName~#~char',
  );
  if (!call || !mapping) return;
  const [column] = mapping;
  const wrong = world.tenant.users.list().find((user) => {
    const account = world.connector.repository.accountByName(user.username);
    return account !== undefined && account.columns[column.toLowerCase()] !== user.lastName;
  });
  if (!wrong) return;
  world.see({
    document: call.document.name,
    pointer: `${call.pointer}/colsToPropsMap/${column}`,
    code: 'value-changed',
    message: `The last name ${JSON.stringify(wrong.lastName)} of ${wrong.username} arrived as something else.`,
    remedy: 'Map the field as it is, without an expression.',
  });
}
