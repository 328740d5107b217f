import type { Operation, QueryParameter, Result } from './operation.js';

/** The `paths` of the Swagger 2.0 description. */
export function swaggerPaths(operations: readonly Operation[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const ofPath = paths[operation.path] ?? {};
    paths[operation.path] = ofPath;
    ofPath[operation.method.toLowerCase()] = {
      tags: [tagOf(operation)],
      summary: operation.summary,
      operationId: operation.operationId,
      consumes: ['application/json'],
      produces: ['application/json'],
      parameters: [
        ...(operation.query ?? []).map(queryParameter),
        ...pathParameters(operation),
        ...bodyParameter(operation),
      ],
      responses: { [STATUS[operation.result.kind]]: answer(operation.result) },
    };
  }
  return paths;
}

/** The resource that an operation is about. */
export const tagOf = ({ path }: Operation): string => path.split('/')[1] ?? '';

/** What an operation really answers; the vendor's own description says 200 everywhere [captured and inferred]. */
const STATUS: Readonly<Record<Result['kind'], number>> = {
  one: 200,
  list: 200,
  created: 201,
  updated: 200,
  deleted: 204,
  names: 200,
  document: 200,
};

function answer(result: Result): object {
  const definition = definitionOf(result);
  const description = 'successful operation';
  return definition === undefined
    ? { description }
    : { description, schema: { $ref: `#/definitions/${definition}` } };
}

function definitionOf(result: Result): string | undefined {
  switch (result.kind) {
    case 'one':
      return `${result.of}DataWrapper`;
    case 'list':
      return `${result.of}DataListWrapper`;
    case 'created':
      return 'CreatedResponse';
    case 'updated':
      return 'AbstractRestResponse';
    default:
      return undefined;
  }
}

function queryParameter({ repeatable, type, ...parameter }: QueryParameter): object {
  const integer = type === 'integer' ? { format: 'int32' } : {};
  const values = repeatable
    ? { type: 'array', items: { type }, collectionFormat: 'multi' }
    : { type, ...integer };
  return { in: 'query', required: false, ...parameter, ...values };
}

function pathParameters({ path }: Operation): object[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return names.map((name) => ({ name, in: 'path', required: true, type: 'integer', format: 'int32' }));
}

function bodyParameter({ body }: Operation): object[] {
  if (body === undefined) return [];
  return [{ in: 'body', name: 'body', required: true, schema: { $ref: `#/definitions/${body.name}` } }];
}
