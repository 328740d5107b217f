import type { Scenario } from './scenario.js';
import { accountsMatchUsers } from './then/accounts-match-users.js';

/** Tokens: fetched when the first one is refused, and again when one ends in the middle of a run. */
export const tokenScenarios: readonly Scenario[] = [
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
    async run({ connector, tenant, joiners, succeeds, see }) {
      const [first, second] = joiners;
      if (!first || !second) return;
      succeeds(await connector.provision({ type: 'create', identity: first.username }));
      tenant.clock.advance(3601 * 1000);

      const created = succeeds(await connector.provision({ type: 'create', identity: second.username }));

      if (!created || tenant.users.list().some((user) => user.email === second.email)) return;
      see({
        document: 'CreateAccountJSON',
        pointer: '/call/0',
        code: 'no-effect',
        message: 'The task was completed, but the tenant has no such user.',
        remedy: 'Look at successResponses: an answer that refuses the request was taken for a success.',
      });
    },
  },
];
