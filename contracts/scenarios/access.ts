import type { TaskRequest } from '../../connector/index.js';
import { importAll } from './import.js';
import type { Scenario, World } from './scenario.js';
import { accessMatchesMembers, accountOf, entitlementOf } from './then/access-matches-members.js';
import { noEffect } from './then/no-effect.js';

/** Tasks that add an account to a user group, and take it away. */
export const accessScenarios: readonly Scenario[] = [
  {
    id: 'add-access',
    family: 'access',
    title: 'An account that gets a user group is a member of it',
    needs: ['AddAccessJSON', 'ImportAccountEntJSON'],
    given: { users: 30, groups: 4 },
    async run(world) {
      const pair = await somePair(world, false);
      if (!pair || !world.succeeds(await world.connector.provision(taskFor('add-access', pair)))) return;
      if (!world.tenant.usergroups.memberIds(pair.group).includes(pair.user)) {
        noEffect(
          world,
          'AddAccessJSON',
          'The task was completed, but the user is no member of the user group.',
        );
      }
      accessMatchesMembers(world);
    },
  },
  {
    id: 'remove-access',
    family: 'access',
    title: 'An account that loses a user group is no member of it',
    needs: ['RemoveAccessJSON', 'ImportAccountEntJSON'],
    given: { users: 30, groups: 4 },
    async run(world) {
      const pair = await somePair(world, true);
      if (!pair || !world.succeeds(await world.connector.provision(taskFor('remove-access', pair)))) return;
      if (world.tenant.usergroups.memberIds(pair.group).includes(pair.user)) {
        noEffect(
          world,
          'RemoveAccessJSON',
          'The task was completed, but the user is still a member of the user group.',
        );
      }
      accessMatchesMembers(world);
    },
  },
  {
    id: 'access-twice-and-back',
    family: 'access',
    title: 'Access that is added twice is there once, and taken away it is gone',
    needs: ['AddAccessJSON', 'RemoveAccessJSON', 'ImportAccountEntJSON'],
    given: { users: 30, groups: 4 },
    async run(world) {
      const { connector, tenant } = world;
      const pair = await somePair(world, false);
      if (!pair || !world.succeeds(await connector.provision(taskFor('add-access', pair)))) return;
      world.attempts(await connector.provision(taskFor('add-access', pair)));
      const held = tenant.usergroups.memberIds(pair.group).filter((id) => id === pair.user).length;
      if (held !== 1) noEffect(world, 'AddAccessJSON', `Added twice, the user is ${held} times a member.`);
      if (!world.succeeds(await connector.provision(taskFor('remove-access', pair)))) return;
      world.attempts(await connector.provision(taskFor('remove-access', pair)));
      accessMatchesMembers(world);
    },
  },
  {
    id: 'access-to-a-vanished-group',
    family: 'access',
    title: 'Access to a user group that is gone is a failed task',
    needs: ['AddAccessJSON', 'ImportAccountEntJSON'],
    given: { users: 30, groups: 4 },
    async run(world) {
      const pair = await somePair(world, false);
      if (!pair) return;
      world.tenant.usergroups.delete(pair.group);

      const outcome = await world.connector.provision(taskFor('add-access', pair));

      world.refused(
        outcome,
        'AddAccessJSON',
        'The user group was gone and Jama refused, yet the task was completed.',
      );
    },
  },
  {
    id: 'access-of-a-vanished-group-removed',
    family: 'access',
    title: 'Access to a user group that is gone can be taken away or not, and the next import has neither',
    needs: ['RemoveAccessJSON', 'ImportAccountEntJSON'],
    given: { users: 30, groups: 4 },
    async run(world) {
      const { connector, tenant } = world;
      const pair = await somePair(world, true);
      if (!pair) return;
      tenant.usergroups.delete(pair.group);
      world.attempts(await connector.provision(taskFor('remove-access', pair)));

      if (!(await importAll(world))) return;

      accessMatchesMembers(world, true);
    },
  },
];

interface Pair {
  readonly user: number;
  readonly username: string;
  readonly group: number;
  readonly type: string;
  readonly entitlementID: string;
}

/** A user and a user group that both arrived, of which the user is a member or not, as asked. */
async function somePair(world: World, member: boolean): Promise<Pair | undefined> {
  if (!(await importAll(world))) return undefined;
  for (const group of world.tenant.usergroups.list()) {
    const entitlement = entitlementOf(world, group.id, group.name);
    const members = new Set(world.tenant.usergroups.memberIds(group.id));
    const user = world.tenant.users
      .list()
      .find((one) => one.active && members.has(one.id) === member && accountOf(world, one.id, one.username));
    if (!entitlement || !user) continue;
    const { type, entitlementID, value } = entitlement;
    return {
      user: user.id,
      username: user.username,
      group: group.id,
      type,
      entitlementID: entitlementID ?? value,
    };
  }
  world.giveUp('No user and user group were imported that could be brought together.');
  return undefined;
}

function taskFor(type: TaskRequest['type'], pair: Pair): TaskRequest {
  return {
    type,
    identity: pair.username,
    account: pair.username,
    entitlement: { type: pair.type, id: pair.entitlementID },
  };
}
