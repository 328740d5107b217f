import type { Project, User, UserGroup } from './model.js';
import type { Memberships } from './usergroups.js';

/** Everything of a tenant that outlives a request, as plain data: what a seed makes and a file keeps. */
export interface TenantState {
  readonly users: readonly User[];
  readonly passwords: Readonly<Record<string, string>>;
  readonly usergroups: readonly UserGroup[];
  readonly memberships: Memberships;
  readonly projects: readonly Project[];
  /** Whose permissions the API credentials carry. */
  readonly ownerId: number;
  readonly nextUserId: number;
  readonly nextGroupId: number;
}
