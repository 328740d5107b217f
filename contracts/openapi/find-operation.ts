import type { OpenAPIV3_1 } from 'openapi-types';

export interface OperationMatch {
  readonly path: string;
  readonly operation: OpenAPIV3_1.OperationObject;
}

const VERSION = /^\/rest\/(?:v1|latest)(?=\/|$)/;
const METHODS = ['get', 'put', 'post', 'delete'] as const;

/** The operation that a request is for; HEAD counts as GET, and a trailing slash does not matter below a version. */
export function findOperation(
  { paths = {} }: OpenAPIV3_1.Document,
  request: { readonly method: string; readonly path: string },
): OperationMatch | undefined {
  if (request.path.includes('//')) return undefined;
  const method =
    request.method === 'HEAD' ? 'get' : METHODS.find((name) => name === request.method.toLowerCase());
  if (method === undefined) return undefined;
  const versioned = VERSION.test(request.path);
  const below = versioned ? request.path.replace(VERSION, '') : request.path;
  const wanted =
    below.endsWith('/') && below !== '/rest/oauth/token/' ? below.slice(0, -1) || '/' : below || '/';
  const found = Object.entries(paths).filter(
    ([path, item]) => (item?.servers === undefined) === versioned && matches(path, wanted),
  );
  // `/users/current` is nobody's id.
  const [path, item] = found.find(([template]) => !template.includes('{')) ?? found[0] ?? [];
  const operation = item?.[method];
  return path === undefined || operation === undefined ? undefined : { path, operation };
}

function matches(template: string, path: string): boolean {
  const expected = template.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((segment, position) =>
      segment.startsWith('{') ? isValue(actual[position]) : segment === actual[position],
    )
  );
}

/** A segment with broken percent-encoding is no value of a parameter. */
function isValue(segment = ''): boolean {
  try {
    return decodeURIComponent(segment) !== '';
  } catch {
    return false;
  }
}
