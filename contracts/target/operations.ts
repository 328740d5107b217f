import type { OpenAPIV3_1 } from 'openapi-types';

/** One operation of an OpenAPI document, ready to be matched against the URL of a call. */
export interface Operation {
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** As in the document, such as `/users/{userId}/active`. */
  readonly path: string;
  readonly segments: readonly string[];
  readonly definition: OpenAPIV3_1.OperationObject;
  /** The path's parameters and the operation's, references resolved. */
  readonly parameters: readonly OpenAPIV3_1.ParameterObject[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** All operations of a document, in its order. */
export function operationsOf(openapi: OpenAPIV3_1.Document): Operation[] {
  return Object.entries(openapi.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const definition = item?.[method];
      if (!definition) return [];
      const parameters = [...(item.parameters ?? []), ...(definition.parameters ?? [])].map((parameter) =>
        resolve<OpenAPIV3_1.ParameterObject>(openapi, parameter),
      );
      return [
        {
          operationId: definition.operationId ?? `${method} ${path}`,
          method: method.toUpperCase(),
          path,
          segments: segmentsOf(path),
          definition,
          parameters,
        },
      ];
    }),
  );
}

/** The operations whose path a URL template has, whatever their method. Expressions in the URL match path parameters only. */
export function operationsAt(operations: readonly Operation[], urlPath: string): Operation[] {
  const wanted = segmentsOf(urlPath);
  return operations.filter(
    ({ segments }) =>
      segments.length === wanted.length &&
      segments.every((segment, i) => isParameter(segment) || segment === wanted[i]),
  );
}

/** The value in an OpenAPI document that a local `$ref` names, or the value itself. */
export function resolve<T extends object>(
  openapi: OpenAPIV3_1.Document,
  value: T | OpenAPIV3_1.ReferenceObject,
): T {
  if (!('$ref' in value)) return value;
  const target = value.$ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], openapi);
  if (target === undefined) throw new Error(`The OpenAPI document has no ${value.$ref}.`);
  return resolve(openapi, target as T | OpenAPIV3_1.ReferenceObject);
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** True for a path segment that stands for a value, such as `{userId}`. */
export function isParameter(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}
