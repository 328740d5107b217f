/** A JSON Schema (draft 2020-12 keywords that ajv knows), as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** An object with these keys and no others. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** An object whose keys are names of the author's choice, such as the calls of an import. */
export function named(values: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: values };
}

export const text: JsonSchema = { type: 'string' };
export const flag: JsonSchema = { type: 'boolean' };
export const list: JsonSchema = { type: 'array' };
export const texts: JsonSchema = { type: 'array', items: text };
/** Numbers stand as text in many published packages; EIC reads both. */
export const number: JsonSchema = {
  type: ['number', 'string'],
  pattern: '^\\d+$',
  minimum: 0,
  multipleOf: 1,
};
/** The same from 1 on. */
export const count: JsonSchema = { ...number, pattern: '^0*[1-9]\\d*$', minimum: 1 };
export const anything: JsonSchema = {};
export const anyObject: JsonSchema = { type: 'object' };
