import { LICENCE_TYPES, type LicenceType, type NewUserGroup, type UserGroupPatch } from '../tenant/model.js';

/** What a request body must look like; `T` is what it is known to be afterwards. */
export interface BodySchema<T> {
  /** The name of the definition in the vendor's Swagger. */
  readonly name: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Never set: ties the schema to its type. */
  readonly type?: T;
}

/** Longest values, as a public client restricts them [inferred, `field-refused`]. */
const name = { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' } as const;
const optional = { type: 'string', maxLength: 64 } as const;

const userProperties = {
  username: { type: 'string', minLength: 1, maxLength: 200, pattern: '^\\S+$' },
  password: { type: 'string', minLength: 6, maxLength: 200 },
  firstName: name,
  lastName: name,
  email: { type: 'string', minLength: 1, maxLength: 132, pattern: '^[^@\\s]+@[^@\\s]+$' },
  phone: optional,
  title: optional,
  location: optional,
  licenseType: { type: 'string', enum: LICENCE_TYPES },
} as const;

export interface UserBody {
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly licenseType: LicenceType;
  readonly phone?: string;
  readonly title?: string;
  readonly location?: string;
}

/** A new user [documented: RequestUser of the vendor's Swagger]. */
export const newUser: BodySchema<UserBody> = {
  name: 'RequestUser',
  required: ['username', 'password', 'firstName', 'lastName', 'email', 'licenseType'],
  properties: userProperties,
};

/** A changed user: the same fields, none of them required [documented]. The password is not looked at. */
export const changedUser: BodySchema<Partial<UserBody>> = {
  name: 'RequestUser',
  required: [],
  properties: { ...userProperties, password: { type: 'string' } },
};

export const activeStatus: BodySchema<{ readonly active: boolean }> = {
  name: 'RequestActiveStatus',
  required: ['active'],
  properties: { active: { type: 'boolean' } },
};

const groupProperties = {
  name,
  description: { type: 'string' },
  project: { type: 'integer', format: 'int32' },
} as const;

/** A new group; the Swagger calls the description required, a live tenant did not [observed]. */
export const newUserGroup: BodySchema<NewUserGroup> = {
  name: 'RequestUserGroup',
  required: ['name'],
  properties: groupProperties,
};

export const changedUserGroup: BodySchema<UserGroupPatch> = { ...newUserGroup, required: [] };

export const groupUser: BodySchema<{ readonly user: number }> = {
  name: 'RequestGroupUser',
  required: ['user'],
  properties: { user: { type: 'integer', format: 'int32' } },
};
