import type { TenantState } from '../state.js';
import { sourceOfNames } from './names.js';
import { seedProjects } from './seed-projects.js';
import { seedMemberships, seedUserGroups } from './seed-usergroups.js';
import { OWNER_ID, seedUsers } from './seed-users.js';

/** What a generated tenant follows from: the same four numbers always make the same tenant. */
export interface SeedOptions {
  /** Users in all, the owner of the API credentials and the inactive ones included; at least 1. */
  readonly users: number;
  readonly groups: number;
  readonly projects: number;
  readonly seed: number;
}

/** Generate a whole tenant. Records differ in every way a client must cope with; ids are not list positions. */
export function seedTenant(options: SeedOptions): TenantState {
  const names = sourceOfNames(options.seed);
  const users = seedUsers(names, options.users);
  const projects = seedProjects(names, options.projects);
  const usergroups = seedUserGroups(names, options.groups, projects);
  return {
    users,
    passwords: {},
    usergroups,
    memberships: seedMemberships(names, usergroups, users),
    projects,
    ownerId: OWNER_ID,
    nextUserId: (users.at(-1)?.id ?? 0) + 1,
    nextGroupId: (usergroups.at(-1)?.id ?? 0) + 1,
  };
}
