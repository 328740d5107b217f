import type { OpenAPIV3_1 } from 'openapi-types';

type Schema = OpenAPIV3_1.SchemaObject;
type Properties = Record<string, Schema | OpenAPIV3_1.ReferenceObject>;

export const ref = (name: string): OpenAPIV3_1.ReferenceObject => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these properties; all are required but the `optional` ones. */
export function closed(properties: Properties, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', required, properties, additionalProperties: false };
}

/** A whole number as Jama's ids and counts are: 32 bits, not negative. */
export const count: Schema = { type: 'integer', minimum: 0, maximum: 2_147_483_647 };
export const id: Schema = { type: 'integer', minimum: 1, maximum: 2_147_483_647 };
export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };

/** `2025-07-03T17:43:03.807+0000` [captured]. */
export const timestamp: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+0000$',
};

/** The licence types of the vendor's Swagger [documented]. */
export const licenseType: Schema = {
  type: 'string',
  enum: [
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
  ],
};
