import type { ErrorObject, ValidateFunction } from 'ajv';
import type { BodySchema } from './body-schemas.js';
import type { Exchange } from './exchange.js';
import { WireError } from './messages.js';
import { mediaType, readBody } from './read-body.js';

const validators = new WeakMap<BodySchema<unknown>, ValidateFunction>();

/**
 * Read a JSON body of the wanted shape. null counts as not sent and unknown fields are ignored [both inferred].
 * Throws `WireError`: `media-type`, the `body-` codes, or a `field-` code that names the field.
 */
export async function jsonBody<T>(exchange: Exchange, schema: BodySchema<T>): Promise<T> {
  const type = mediaType(exchange.request);
  const text = await readBody(exchange, 'media-type');
  if (type !== 'application/json') throw new WireError('media-type');
  const fields = withoutNulls(exchange, parseObject(text));
  if (Object.keys(fields).some((name) => !Object.hasOwn(schema.properties, name)))
    exchange.relyOn('field-unknown');

  const validate = validators.get(schema) ?? (await compile(schema));
  if (!validate(fields)) throw fieldError(validate.errors?.[0]);
  return fields as T;
}

function parseObject(text: string): object {
  if (text.trim() === '') throw new WireError('body-missing');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WireError('body-not-json');
  }
  if (value === null) throw new WireError('body-missing');
  if (typeof value !== 'object' || Array.isArray(value)) throw new WireError('body-not-object');
  return value;
}

function withoutNulls(exchange: Exchange, fields: object): Record<string, unknown> {
  const entries = Object.entries(fields);
  const sent = entries.filter(([, value]) => value !== null);
  if (sent.length < entries.length) exchange.relyOn('field-null');
  return Object.fromEntries(sent);
}

/** ajv is loaded with the first write, because it would cost every start a tenth of its time. */
async function compile(schema: BodySchema<unknown>): Promise<ValidateFunction> {
  const { Ajv } = await import('ajv');
  const ajv = new Ajv({
    formats: { int32: { type: 'number', validate: (value: number) => Math.abs(value) <= 2_147_483_647 } },
  });
  const { required, properties } = schema;
  const validate = ajv.compile({ type: 'object', required, properties });
  validators.set(schema, validate);
  return validate;
}

function fieldError(error: ErrorObject | undefined): WireError {
  if (error?.keyword === 'required')
    return new WireError('field-missing', { field: String(error.params.missingProperty) });
  const field = error?.instancePath.slice(1) ?? 'The body';
  const { type, allowedValues, limit } = error?.params ?? {};
  switch (error?.keyword) {
    case 'type':
      return new WireError('field-type', { field, expected: String(type) });
    case 'enum':
      return new WireError('field-value', { field, allowed: String(allowedValues).replaceAll(',', ', ') });
    case 'maxLength':
      return new WireError('field-too-long', { field, limit: Number(limit) });
    case 'minLength':
      return limit === 1
        ? new WireError('field-blank', { field })
        : new WireError('field-too-short', { field, limit: Number(limit) });
    default:
      return new WireError('field-malformed', { field });
  }
}
