import type { FaultEffect } from '../../mock-server/index.js';
import type { Scenario } from './scenario.js';
import { accountsMatchUsers } from './then/accounts-match-users.js';
import { noEffect } from './then/no-effect.js';

/** Tokens: fetched when the first one is refused, and again when one ends in the middle of a run. */
export const tokenScenarios: readonly Scenario[] = [
  {
    id: 'test-connection',
    family: 'token',
    title: 'The connection test that EIC runs on saving succeeds',
    needs: ['ConnectionJSON'],
    given: { users: 3, groups: 0 },
    async run({ connector, package: { document }, succeeds }) {
      if (!JSON.stringify(document('ConnectionJSON').value).includes('"testConnectionParams"')) return;
      succeeds(await connector.testConnection());
    },
  },
  {
    id: 'token-first-call',
    family: 'token',
    title: 'The first call fetches a token and is sent again with it',
    needs: ['ConnectionJSON', 'ImportAccountEntJSON'],
    given: { users: 3, groups: 1 },
    async run({ connector, succeeds }) {
      succeeds(await connector.importAccounts());
    },
  },
  {
    id: 'token-expires-between-pages',
    family: 'token',
    title: 'A token that ends between two pages of an import costs nothing',
    needs: ['ConnectionJSON', 'ImportAccountEntJSON'],
    async run(world) {
      if (!world.succeeds(await world.connector.importAccounts())) return;
      world.afterRequest(1, () => world.tenant.tokens.expireAll());

      const again = await world.connector.importAccounts();

      if (!world.succeeds(again)) return;
      accountsMatchUsers(world, again.accounts);
    },
  },
  {
    id: 'token-expires-between-tasks',
    family: 'token',
    title: 'A token that ends between two provisioning tasks costs nothing',
    needs: ['ConnectionJSON', 'CreateAccountJSON'],
    given: { users: 3, groups: 1 },
    async run(world) {
      const { connector, tenant, joiners, succeeds } = world;
      const [first, second] = joiners;
      if (!first || !second) return;
      succeeds(await connector.provision({ type: 'create', identity: first.username }));
      tenant.clock.advance(3601 * 1000);

      const created = succeeds(await connector.provision({ type: 'create', identity: second.username }));

      if (!created || tenant.users.list().some((user) => user.email === second.email)) return;
      noEffect(world, 'CreateAccountJSON', 'The task was completed, but the tenant has no such user.');
    },
  },
  {
    id: 'token-short-lived',
    family: 'token',
    title: 'Tokens that live for a minute, and an hour between two imports',
    needs: ['ConnectionJSON', 'ImportAccountEntJSON'],
    given: { users: 3, groups: 1, tokenTtl: 60 },
    async run({ connector, tenant, succeeds }) {
      if (!succeeds(await connector.importAccounts())) return;
      tenant.clock.advance(3600 * 1000);
      succeeds(await connector.importAccounts());
    },
  },
  {
    id: 'token-of-before-july-2024',
    family: 'token',
    title: 'The token answer of before July 2024, with seven fields, will do as well',
    needs: ['ConnectionJSON', 'ImportAccountEntJSON'],
    given: { users: 3, groups: 1, profile: 'cloud-2023' },
    async run({ connector, succeeds }) {
      succeeds(await connector.importAccounts());
    },
  },
  withoutToken(
    'token-refused',
    'While no token is given nothing changes, and afterwards everything goes on',
    {
      status: 401,
      rawBody: '{"error":"invalid_client"}',
    },
  ),
  withoutToken(
    'token-endpoint-down',
    'While the token endpoint is down nothing changes, and afterwards everything goes on',
    {
      reset: 'before',
    },
  ),
];

/** An import that needs a new token and gets none, and one that gets it. */
function withoutToken(id: string, title: string, effect: FaultEffect): Scenario {
  return {
    id,
    family: 'token',
    title,
    needs: ['ConnectionJSON', 'ImportAccountEntJSON'],
    given: { users: 30, groups: 1 },
    async run(world) {
      const { tenant, connector } = world;
      if (!world.succeeds(await connector.importAccounts())) return;
      const before = JSON.stringify(connector.repository.accounts());
      tenant.tokens.expireAll();
      tenant.faults.add({ match: { method: 'POST', path: '/rest/oauth/token' }, effect });

      const refused = await connector.importAccounts();

      world.refused(refused, 'ImportAccountEntJSON', 'There was no token, yet the import was a success.');
      if (JSON.stringify(connector.repository.accounts()) !== before) {
        world.see({
          document: 'ImportAccountEntJSON',
          pointer: '/accountParams',
          code: 'broken-import-changes-accounts',
          message: 'There was no token, and accounts changed all the same.',
          remedy: '"doNotChangeIfFailed": true',
        });
      }
      tenant.faults.clear();
      const again = await connector.importAccounts();
      if (world.succeeds(again)) accountsMatchUsers(world, again.accounts);
    },
  };
}
