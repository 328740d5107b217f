import type { User } from '../model.js';
import type { UserGroups } from '../usergroups.js';
import type { Users } from '../users.js';
import type { StateChange } from './rule.js';

/** The part of a tenant that a fault can change. */
export interface Changeable {
  readonly users: Users;
  readonly usergroups: UserGroups;
  readonly owner: User;
}

/**
 * Make the change of a fault, as somebody at Jama's user interface could between two requests.
 * @param path the path of the request, which says what `asked` is
 * Refuses as the tenant does: `user-not-found`, `usergroup-not-found`, `member-not-found`, `licences-used-up`.
 */
export function changeState(tenant: Changeable, change: StateChange, path: string): void {
  const { users, usergroups } = tenant;
  switch (change.kind) {
    case 'user-deactivated':
      users.setActive(userOf(tenant, change.user, path), false);
      return;
    case 'user-added':
      users.create(newcomer(users.nextId));
      return;
    case 'usergroup-deleted':
      usergroups.delete(groupOf(change.usergroup, path));
      return;
    case 'member-removed': {
      const group = groupOf(change.usergroup, path);
      const user = change.user === 'first' ? (usergroups.memberIds(group)[0] ?? 0) : change.user;
      usergroups.removeMember(group, user);
    }
  }
}

function userOf({ users, owner }: Changeable, user: number | 'asked' | 'first', path: string): number {
  if (user === 'asked') return idIn(path, 'users');
  if (user !== 'first') return user;
  return users.select({}).find(({ id }) => id !== owner.id)?.id ?? 0;
}

const groupOf = (group: number | 'asked', path: string): number =>
  group === 'asked' ? idIn(path, 'usergroups') : group;

/** The id after a resource's name in a path; 0, which no record has, if there is none. */
function idIn(path: string, resource: string): number {
  return Number(new RegExp(`/${resource}/(\\d{1,10})(?=/|$)`).exec(path)?.[1] ?? 0);
}

const newcomer = (id: number) =>
  ({
    username: `newcomer.${id}`,
    firstName: 'New',
    lastName: `Comer ${id}`,
    email: `newcomer.${id}@example.com`,
    licenseType: 'STAKEHOLDER',
  }) as const;
