import type { JsonSchema } from '../schemas/index.js';

/** What the JSON Schemas of the reports are made of. */
export const text: JsonSchema = { type: 'string' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** An object with exactly these properties. */
export function closed(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
