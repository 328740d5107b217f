import type { OpenAPIV3_1 } from 'openapi-types';
import { count, ref, text } from './schemas.js';

type Responses = OpenAPIV3_1.ResponsesObject;

/** A parameter whose schema is one of OpenAPI 3.1; openapi-types describes parameters with the schemas of 3.0. */
interface Parameter extends Omit<OpenAPIV3_1.ParameterObject, 'schema'> {
  readonly schema: OpenAPIV3_1.SchemaObject;
}

interface Operation extends Omit<OpenAPIV3_1.OperationObject, 'parameters'> {
  readonly parameters?: readonly Parameter[];
}

/** Paths with their operations, as the files of this folder write them. */
export type Paths = Readonly<
  Record<
    string,
    Partial<Readonly<Record<'get' | 'put' | 'post' | 'delete', Operation>>> & {
      servers?: OpenAPIV3_1.ServerObject[];
    }
  >
>;

/** A query parameter. */
export function query(name: string, schema: OpenAPIV3_1.SchemaObject, description?: string): Parameter {
  return { name, in: 'query', schema, ...(description === undefined ? {} : { description }) };
}

/** A path parameter that is an id. */
export function pathId(name: string): Parameter {
  return { name, in: 'path', required: true, schema: { ...count, minimum: 1 } };
}

export const INCLUDE: Parameter = {
  ...query('include', { type: 'array', items: text }, 'links whose records are wanted in linked'),
  style: 'form',
  explode: true,
};

/** Default and cap of a page are documented; the start counts from 0. */
export const PAGING: Parameter[] = [
  query('startAt', { ...count, default: 0 }, 'position of the first record'),
  query(
    'maxResults',
    { ...count, minimum: 1, maximum: 50, default: 20 },
    'records a page; more than 50 is cut to 50',
  ),
  INCLUDE,
];

export function json(description: string, schema: string): OpenAPIV3_1.ResponseObject {
  return { description, content: { 'application/json': { schema: ref(schema) } } };
}

/** A request body of this schema, which must be JSON. */
export function body(schema: string): OpenAPIV3_1.RequestBodyObject {
  return { required: true, content: { 'application/json': { schema: ref(schema) } } };
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'the request cannot be understood or is refused',
  404: 'there is no such resource or record',
  413: 'the body is too large',
  415: 'the body is of another media type',
};

/** The answers of an operation: its own, those that every operation can give, and the named errors. */
export function responses(own: Responses, ...errors: readonly number[]): Responses {
  const failures = errors.map((status) => [status, json(REASONS[status] ?? '', 'Error')] as const);
  return {
    ...own,
    ...Object.fromEntries(failures),
    401: json('the caller is not known or has no licence for the API', 'Error'),
    403: json('access control does not list the caller', 'Error'),
    429: json('too many calls', 'Error'),
    500: json('the server failed', 'Error'),
  };
}

/** The errors of an operation that reads a body. */
export const BODY_ERRORS = [400, 413, 415] as const;
