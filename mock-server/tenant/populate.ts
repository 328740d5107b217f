import { TenantError } from './errors.js';
import type { NewUser, NewUserGroup, User, UserGroup } from './model.js';
import type { UserGroups } from './usergroups.js';
import type { Users } from './users.js';

/** A user for a test: what is absent follows from the username. */
export interface WantedUser extends Partial<NewUser> {
  readonly username: string;
  /** True unless the user is to be inactive from the beginning. */
  readonly active?: boolean;
}

/** A group for a test, with the usernames of its members. */
export interface WantedUserGroup extends NewUserGroup {
  readonly members?: readonly string[];
}

export interface WantedRecords {
  readonly users?: readonly WantedUser[];
  readonly usergroups?: readonly WantedUserGroup[];
}

/** What was made, in the order in which it was wanted. */
export interface MadeRecords {
  readonly users: readonly User[];
  readonly usergroups: readonly UserGroup[];
}

/**
 * Add known users and groups to a tenant, as a test case needs them. Refuses as the tenant does (`username-taken`,
 * `usergroup-name-taken`, ...), and with `user-not-found` for a member whom nobody knows.
 */
export function populate(
  { users, usergroups }: { readonly users: Users; readonly usergroups: UserGroups },
  wanted: WantedRecords,
): MadeRecords {
  const madeUsers = (wanted.users ?? []).map(({ active = true, ...user }) => {
    const made = users.create({ ...withDefaults(user) });
    return active ? made : users.setActive(made.id, false);
  });
  const madeGroups = (wanted.usergroups ?? []).map(({ members = [], ...group }) => {
    const made = usergroups.create(group);
    for (const username of members) {
      const member = users.findByUsername(username);
      if (member === undefined) throw new TenantError('user-not-found', { id: username });
      usergroups.addMember(made.id, member.id);
    }
    return made;
  });
  return { users: madeUsers, usergroups: madeGroups };
}

function withDefaults({ username, ...given }: WantedUser): NewUser {
  const local = username.split('@', 1)[0] ?? username;
  return {
    username,
    firstName: local,
    lastName: 'Test',
    email: username.includes('@') ? username : `${username}@example.com`,
    licenseType: 'NAMED',
    ...given,
  };
}
