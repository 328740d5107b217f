import type { OpenAPIV3_1 } from 'openapi-types';
import { type Operation, resolve } from './operations.js';

/** A JSON Schema as it stands in an OpenAPI 3.1 document. */
export type Schema = OpenAPIV3_1.SchemaObject;

/** The schema of an operation's successful JSON answer, or undefined when it has no body. */
export function successSchema(openapi: OpenAPIV3_1.Document, operation: Operation): Schema | undefined {
  const [, answer] =
    Object.entries(operation.definition.responses ?? {}).find(([status]) => status.startsWith('2')) ?? [];
  if (!answer) return undefined;
  const schema = resolve<OpenAPIV3_1.ResponseObject>(openapi, answer).content?.['application/json']?.schema;
  return schema && resolve<Schema>(openapi, schema as Schema | OpenAPIV3_1.ReferenceObject);
}

/** The schema of an operation's JSON request body, or undefined when it takes none. */
export function requestSchema(openapi: OpenAPIV3_1.Document, operation: Operation): Schema | undefined {
  const body = operation.definition.requestBody;
  if (!body) return undefined;
  const schema = resolve<OpenAPIV3_1.RequestBodyObject>(openapi, body).content['application/json']?.schema;
  return schema && resolve<Schema>(openapi, schema as Schema | OpenAPIV3_1.ReferenceObject);
}

/** The properties that a schema knows, those of its `allOf` parts included. */
export function propertiesOf(openapi: OpenAPIV3_1.Document, schema: Schema): ReadonlyMap<string, Schema> {
  const parts = (schema.allOf ?? []).map((part) => resolve<Schema>(openapi, part as Schema));
  return new Map([
    ...parts.flatMap((part) => [...propertiesOf(openapi, part)]),
    ...Object.entries(schema.properties ?? {}).map(([key, value]): [string, Schema] => [
      key,
      resolve<Schema>(openapi, value as Schema),
    ]),
  ]);
}

/** The keys that a schema demands, those of its `allOf` parts included. */
export function requiredOf(openapi: OpenAPIV3_1.Document, schema: Schema): readonly string[] {
  const parts = (schema.allOf ?? []).map((part) => resolve<Schema>(openapi, part as Schema));
  return [...(schema.required ?? []), ...parts.flatMap((part) => requiredOf(openapi, part))];
}

/**
 * The schema that a connector path leads to, such as `meta.pageInfo.totalResults` or `emails[0].value`; an empty path is
 * the schema itself. Undefined when the documented answer has nothing there.
 */
export function schemaAt(openapi: OpenAPIV3_1.Document, schema: Schema, path: string): Schema | undefined {
  const steps = path
    .split('.')
    .filter((step) => step !== '')
    .flatMap((step) => [...step.matchAll(/[^[\]]+/g)].map(([part]) => part.replaceAll('~dot#', '.')));
  let node: Schema | undefined = schema;
  for (const step of steps) {
    if (node === undefined) return undefined;
    node =
      /^\d+$/.test(step) && itemsOf(openapi, node)
        ? itemsOf(openapi, node)
        : propertiesOf(openapi, node).get(step);
  }
  return node;
}

/** The schema of the elements of an array schema. */
export function itemsOf(openapi: OpenAPIV3_1.Document, schema: Schema): Schema | undefined {
  return 'items' in schema && schema.items ? resolve<Schema>(openapi, schema.items as Schema) : undefined;
}

/** True when a value of the schema can be of the JSON type. */
export function allowsType(schema: Schema, type: string): boolean {
  if (schema.type === undefined) return true;
  return Array.isArray(schema.type) ? schema.type.some((one) => one === type) : schema.type === type;
}
