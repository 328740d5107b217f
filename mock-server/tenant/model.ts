/**
 * The things a tenant holds. Records are frozen and replaced on change, never mutated.
 * Field names and order: the vendor's Swagger of 2020 and the captures of 2025.
 */

/** Licence types a user can hold [documented: licenceType enum of the vendor's Swagger]. */
export const LICENCE_TYPES = [
  'NAMED',
  'FLOATING',
  'STAKEHOLDER',
  'FLOATING_COLLABORATOR',
  'RESERVED_COLLABORATOR',
  'FLOATING_REVIEWER',
  'RESERVED_REVIEWER',
  'NAMED_REVIEWER',
  'TEST_RUNNER',
  'EXPIRING_TRIAL',
  'INACTIVE',
] as const;

export type LicenceType = (typeof LICENCE_TYPES)[number];

/** Fields that a recorded tenant has beside ours, and null where it does not leave an empty field out. */
export type ExtraFields = Readonly<Record<string, unknown>>;

/** A user; `null` in an optional field means "never set" and leaves the field out of answers. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly title: string | null;
  readonly location: string | null;
  readonly licenseType: LicenceType;
  readonly active: boolean;
  readonly extra?: ExtraFields;
}

/** What creates a user. Without `password` the user cannot sign in with Basic. */
export interface NewUser {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly licenseType: LicenceType;
  readonly phone?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly location?: string | null | undefined;
  readonly password?: string | undefined;
}

/** A partial change of a user: a key that is absent, undefined or null leaves the field as it is. */
export type UserPatch = { readonly [K in keyof Omit<NewUser, 'password'>]?: NewUser[K] | null | undefined };

/** A user group; organization groups have no project. */
export interface UserGroup {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly project: number | null;
  readonly extra?: ExtraFields;
}

export interface NewUserGroup {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly project?: number | null | undefined;
}

/** A partial change of a group: absent, undefined and null leave the field as it is. */
export type UserGroupPatch = { readonly [K in keyof NewUserGroup]?: NewUserGroup[K] | null | undefined };

/** A project or a folder of projects; dates are epoch milliseconds. */
export interface Project {
  readonly id: number;
  readonly projectKey: string | null;
  readonly parent: number | null;
  readonly isFolder: boolean;
  readonly createdDate: number;
  readonly modifiedDate: number;
  readonly createdBy: number;
  readonly modifiedBy: number;
  readonly name: string;
  readonly description: string;
}
