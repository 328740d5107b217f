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
  return Object.entries(openapi.paths ?? {}).flatMap(([path, found]) => {
    const item = found && resolve<OpenAPIV3_1.PathItemObject>(openapi, found);
    return methods.flatMap((method) => {
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
    });
  });
}

/** The operations whose path a URL template has, whatever their method. Expressions in the URL match path parameters only. */
export function operationsAt(operations: readonly Operation[], urlPath: string): Operation[] {
  const wanted = segmentsOf(urlPath);
  return operations.filter(
    ({ segments }) =>
      segments.length === wanted.length && segments.every((segment, i) => matches(segment, wanted[i] ?? '')),
  );
}

/** A segment of a path may be a parameter, or hold one: `{id}`, `{name}.json`. */
function matches(segment: string, wanted: string): boolean {
  if (isParameter(segment) || segment === wanted) return true;
  if (!segment.includes('{')) return false;
  const literals = segment.split(/\{[^}]*\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('.+')}$`).test(wanted);
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
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], openapi);
  if (target === undefined) throw new Error(`The OpenAPI document has no ${value.$ref}.`);
  return resolve(openapi, target as T | OpenAPIV3_1.ReferenceObject);
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** True for a path segment that stands for a value, such as `{userId}`. */
export function isParameter(segment: string): boolean {
  return /^\{[^{}]*\}$/.test(segment);
}
