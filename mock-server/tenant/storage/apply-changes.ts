import type { SmallChange } from '../change.js';
import type { TenantState } from '../state.js';

/** The state of a tenant after some changes. Throws an error that says which change does not fit the state. */
export function applyChanges(state: TenantState, changes: readonly SmallChange[]): TenantState {
  if (changes.length === 0) return state;
  const users = new Map(state.users.map((user) => [user.id, user]));
  const passwords: Record<string, string> = { ...state.passwords };
  const groups = new Map(state.usergroups.map((group) => [group.id, group]));
  const members = new Map(state.memberships.map(([groupId, ids]) => [groupId, new Set(ids)]));
  let { nextUserId, nextGroupId } = state;

  const existing = <T>(map: ReadonlyMap<number, T>, id: number, what: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new Error(`there is no ${what} ${id}`);
    return found;
  };
  for (const change of changes) {
    switch (change.kind) {
      case 'user': {
        users.set(change.user.id, change.user);
        if (change.password !== undefined) passwords[change.user.id] = change.password;
        nextUserId = Math.max(nextUserId, change.user.id + 1);
        break;
      }
      case 'password':
        existing(users, change.userId, 'user');
        passwords[change.userId] = change.password;
        break;
      case 'usergroup': {
        const { id } = change.usergroup;
        groups.set(id, change.usergroup);
        if (!members.has(id)) members.set(id, new Set());
        nextGroupId = Math.max(nextGroupId, id + 1);
        break;
      }
      case 'usergroup-deleted':
        existing(groups, change.groupId, 'user group');
        groups.delete(change.groupId);
        members.delete(change.groupId);
        break;
      case 'member-added':
        existing(users, change.userId, 'user');
        existing(members, change.groupId, 'user group').add(change.userId);
        break;
      case 'member-removed':
        existing(members, change.groupId, 'user group').delete(change.userId);
        break;
    }
  }
  return {
    ...state,
    users: [...users.values()],
    passwords,
    usergroups: [...groups.values()],
    memberships: [...members].map(([groupId, ids]) => [groupId, [...ids]]),
    nextUserId,
    nextGroupId,
  };
}
