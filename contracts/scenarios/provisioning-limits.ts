import { PROFILES } from '../../mock-server/index.js';
import { plainJoiner } from './identities.js';
import type { Scenario } from './scenario.js';
import { accountOf } from './then/access-matches-members.js';
import { isActive } from './then/accounts-match-users.js';
import { noEffect } from './then/no-effect.js';

const [cloud] = PROFILES;

/** Tasks that the target refuses, tasks done twice, and many tasks at once. */
export const provisioningLimitScenarios: readonly Scenario[] = [
  {
    id: 'create-duplicate',
    family: 'provisioning',
    title: 'A user name that is taken is a failed task',
    needs: ['CreateAccountJSON'],
    given: { users: 5, groups: 0 },
    async run({ connector, tenant, refused }) {
      tenant.users.create({
        username: plainJoiner.username,
        firstName: 'Somebody',
        lastName: 'Else',
        email: 'else@example.com',
        licenseType: 'NAMED',
      });

      const outcome = await connector.provision({ type: 'create', identity: plainJoiner.username });

      refused(
        outcome,
        'CreateAccountJSON',
        'The user name was taken and Jama refused it, yet the task was completed.',
      );
    },
  },
  {
    id: 'create-without-licence',
    family: 'provisioning',
    title: 'A tenant whose licences are used up refuses a new user, and the task fails',
    needs: ['CreateAccountJSON'],
    given: { users: 5, groups: 0, ...(cloud ? { profile: { ...cloud, licences: { NAMED: 1 } } } : {}) },
    async run({ connector, tenant, refused }) {
      const before = tenant.users.list().length;

      const outcome = await connector.provision({ type: 'create', identity: plainJoiner.username });

      if (tenant.users.list().length > before) return;
      refused(
        outcome,
        'CreateAccountJSON',
        'No licence was left and Jama refused the user, yet the task was completed.',
      );
    },
  },
  {
    id: 'disable-enable-disable',
    family: 'provisioning',
    title: 'Disabled, enabled and disabled again, both sides agree after each step',
    needs: ['DisableAccountJSON', 'EnableAccountJSON', 'ImportAccountEntJSON'],
    given: { users: 10, groups: 0 },
    async run(world) {
      const { connector, tenant, succeeds } = world;
      if (!succeeds(await connector.importAccounts())) return;
      const user = tenant.users
        .list()
        .find((one) => one.active && one.id !== tenant.owner.id && accountOf(world, one.id, one.username));
      if (!user) return world.giveUp('No user was imported, so there is no account to work on.');
      for (const type of ['disable', 'enable', 'disable'] as const) {
        if (!succeeds(await connector.provision({ type, identity: user.username, account: user.username })))
          return;
        const account = accountOf(world, user.id, user.username);
        const wanted = type === 'enable';
        if (tenant.users.get(user.id)?.active === wanted && account && isActive(account) === wanted) continue;
        noEffect(
          world,
          wanted ? 'EnableAccountJSON' : 'DisableAccountJSON',
          `After "${type}" the user is ${tenant.users.get(user.id)?.active ? 'active' : 'inactive'} and the account ${account?.status}.`,
        );
        return;
      }
    },
  },
  {
    id: 'fifty-tasks',
    family: 'provisioning',
    title: '50 tasks of one job are all completed',
    needs: ['DisableAccountJSON', 'ImportAccountEntJSON'],
    given: { users: 60, groups: 0 },
    async run(world) {
      const { connector, tenant, succeeds } = world;
      if (!succeeds(await connector.importAccounts())) return;
      const users = tenant.users
        .list()
        .filter((one) => one.active && one.id !== tenant.owner.id && accountOf(world, one.id, one.username))
        .slice(0, 50);
      for (const { id, username } of users) {
        const account = accountOf(world, id, username)?.name ?? username;
        await connector.request({ type: 'disable', identity: username, account });
      }

      if (!succeeds(await connector.runProvisioningJob())) return;

      const left = users.filter(({ id }) => tenant.users.get(id)?.active);
      if (left.length === 0) return;
      noEffect(
        world,
        'DisableAccountJSON',
        `${left.length} of ${users.length} users are still active after the job.`,
      );
    },
  },
];
