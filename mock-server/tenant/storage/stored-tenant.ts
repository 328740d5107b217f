import type { Credentials } from '../credentials.js';
import { LICENCE_TYPES } from '../model.js';
import type { TenantState } from '../state.js';
import { unusable } from './errors.js';

export const FORMAT = 'jama-sim tenant 1';

/** What a data file holds. */
export interface StoredTenant {
  readonly format: typeof FORMAT;
  /** Tells tenants apart: the journal beside the file names it. */
  readonly id: string;
  /** How many changes the state has seen; the journal goes on from there. */
  readonly lastChange: number;
  readonly credentials: Credentials;
  readonly state: TenantState;
}

const id = { type: 'integer', minimum: 1 } as const;
const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const nullable = { type: ['string', 'null'] } as const;
const listOf = (items: object) => ({ type: 'array', items });
const record = (properties: object) => ({ type: 'object', required: Object.keys(properties), properties });

const SCHEMA = record({
  format: { const: FORMAT },
  id: text,
  lastChange: { type: 'integer', minimum: 0 },
  credentials: record({ clientId: text, clientSecret: text }),
  state: record({
    users: listOf(
      record({
        id,
        username: text,
        firstName: text,
        lastName: text,
        email: text,
        phone: nullable,
        title: nullable,
        location: nullable,
        licenseType: { enum: LICENCE_TYPES },
        active: flag,
      }),
    ),
    passwords: { type: 'object', additionalProperties: text },
    usergroups: listOf(
      record({ id, name: text, description: nullable, project: { type: ['integer', 'null'] } }),
    ),
    memberships: listOf({ type: 'array', minItems: 2, items: [id, listOf(id)] }),
    projects: listOf(record({ id, projectKey: nullable, isFolder: flag, name: text, description: text })),
    ownerId: id,
    nextUserId: id,
    nextGroupId: id,
  }),
});

/** Check what was read from a data file. Throws `SetupError` with code `data-file-unusable`. */
export async function checkStored(file: string, content: unknown): Promise<StoredTenant> {
  const { Ajv } = await import('ajv');
  const validate = new Ajv({ strict: false }).compile<StoredTenant>(SCHEMA);
  if (validate(content)) return content;
  const [error] = validate.errors ?? [];
  throw unusable(file, `${error?.instancePath || 'the whole'} ${error?.message ?? 'is not valid'}`);
}
