import type { OpenAPIV3_1 } from 'openapi-types';
import { type Operation, resolve } from './operations.js';

/** A JSON Schema as it stands in an OpenAPI 3.1 document. */
export type Schema = OpenAPIV3_1.SchemaObject;

/** The schema of an operation's successful JSON answer, or undefined when it has no body. */
export function successSchema(openapi: OpenAPIV3_1.Document, operation: Operation): Schema | undefined {
  for (const [status, answer] of Object.entries(operation.definition.responses ?? {})) {
    if (!status.startsWith('2') || !answer) continue;
    const schema = schemaOfAnswer(openapi, resolve<OpenAPIV3_1.ResponseObject>(openapi, answer));
    if (schema) return schema;
  }
  return undefined;
}

/** The schema of the JSON of one documented answer, or undefined when it has none. */
export function schemaOfAnswer(
  openapi: OpenAPIV3_1.Document,
  answer: OpenAPIV3_1.ResponseObject,
): Schema | undefined {
  return jsonSchema(openapi, answer.content);
}

/** The schema of an operation's JSON request body, or undefined when it takes none. */
export function requestSchema(openapi: OpenAPIV3_1.Document, operation: Operation): Schema | undefined {
  const body = operation.definition.requestBody;
  return body && jsonSchema(openapi, resolve<OpenAPIV3_1.RequestBodyObject>(openapi, body).content);
}

/** The schema of the JSON among several media types: `application/json`, or one such as `application/scim+json`. */
function jsonSchema(
  openapi: OpenAPIV3_1.Document,
  content: Readonly<Record<string, OpenAPIV3_1.MediaTypeObject>> = {},
): Schema | undefined {
  const [, media] =
    Object.entries(content).find(([type]) => type === 'application/json') ??
    Object.entries(content).find(([type]) => /json|^\*\/\*$/i.test(type)) ??
    [];
  return media?.schema && resolve<Schema>(openapi, media.schema as Schema | OpenAPIV3_1.ReferenceObject);
}

/** The schemas that a value of this one may be held against: those of its `allOf`, `oneOf` and `anyOf` parts, and itself. */
function partsOf(
  openapi: OpenAPIV3_1.Document,
  schema: Schema,
  seen: readonly Schema[] = [],
): readonly Schema[] {
  if (seen.includes(schema)) return [];
  const { allOf = [], oneOf = [], anyOf = [] } = schema;
  const parts = [...allOf, ...oneOf, ...anyOf].map((part) => resolve<Schema>(openapi, part as Schema));
  return [schema, ...parts.flatMap((part) => partsOf(openapi, part, [...seen, schema]))];
}

/** The properties that a schema knows, those of its parts included. */
export function propertiesOf(openapi: OpenAPIV3_1.Document, schema: Schema): ReadonlyMap<string, Schema> {
  return new Map(
    [...partsOf(openapi, schema)]
      .reverse()
      .flatMap((part) => Object.entries(part.properties ?? {}))
      .map(([key, value]): [string, Schema] => [key, resolve<Schema>(openapi, value as Schema)]),
  );
}

/** Whether a schema takes properties that it does not name: it names none, or says that there may be others. */
export function isOpen(openapi: OpenAPIV3_1.Document, schema: Schema): boolean {
  const parts = partsOf(openapi, schema);
  const names = parts.some(({ properties }) => properties !== undefined);
  const more = parts.some(
    ({ additionalProperties }) => additionalProperties !== undefined && additionalProperties !== false,
  );
  const plain = parts.every(({ additionalProperties }) => additionalProperties === undefined);
  const other = parts.some((part) => 'items' in part || part.const !== undefined || part.enum !== undefined);
  return !other && allowsType(schema, 'object') && (more || (!names && plain));
}

/** The keys that a schema demands, those of its `allOf` parts included. */
export function requiredOf(openapi: OpenAPIV3_1.Document, schema: Schema): readonly string[] {
  const parts = (schema.allOf ?? []).map((part) => resolve<Schema>(openapi, part as Schema));
  return [...(schema.required ?? []), ...parts.flatMap((part) => requiredOf(openapi, part))];
}

/**
 * The schema that a connector path leads to, such as `meta.pageInfo.totalResults` or `emails[0].value`; an empty path is
 * the schema itself. Undefined when the documented answer has nothing there; a schema of anything where it is left open.
 */
export function schemaAt(openapi: OpenAPIV3_1.Document, schema: Schema, path: string): Schema | undefined {
  const steps = path
    .split('.')
    .filter((step) => step !== '')
    .flatMap((step) => [...step.matchAll(/[^[\]]+/g)].map(([part]) => part.replaceAll('~dot#', '.')));
  let node: Schema | undefined = schema;
  for (const step of steps) {
    if (node === undefined) return undefined;
    const items = itemsOf(openapi, node);
    if (/^\d+$/.test(step) && items) node = items;
    else node = memberOf(openapi, node, step) ?? (items && propertiesOf(openapi, items).get(step));
  }
  return node;
}

function memberOf(openapi: OpenAPIV3_1.Document, schema: Schema, name: string): Schema | undefined {
  return propertiesOf(openapi, schema).get(name) ?? (isOpen(openapi, schema) ? {} : undefined);
}

/** The schema of the elements of an array schema. */
export function itemsOf(openapi: OpenAPIV3_1.Document, schema: Schema): Schema | undefined {
  for (const part of partsOf(openapi, schema))
    if ('items' in part && part.items) return resolve<Schema>(openapi, part.items as Schema);
  return undefined;
}

/** A schema with its references, down to a depth that the value of one key does not exceed, put in their places. */
export function inlined(openapi: OpenAPIV3_1.Document, schema: unknown, depth = 6): unknown {
  if (Array.isArray(schema)) return schema.map((one) => inlined(openapi, one, depth));
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema)
    return depth === 0 ? {} : inlined(openapi, resolve(openapi, schema as Schema), depth - 1);
  return Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, inlined(openapi, one, depth)]));
}

/** True when a value of the schema can be of the JSON type. */
export function allowsType(schema: Schema, type: string): boolean {
  if (schema.type === undefined) return true;
  return Array.isArray(schema.type) ? schema.type.some((one) => one === type) : schema.type === type;
}
