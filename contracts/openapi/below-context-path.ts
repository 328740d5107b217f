const CONTEXT_PATH = /^(?:\/[^/]+)*?(?=\/(?:rest|api-docs)(?:\/|$))/;

/** The path that the OpenAPI document knows: `/jama/rest/v1/users?startAt=0` -> `/rest/v1/users`. */
export function belowContextPath(target: string): string {
  const [path = ''] = target.split('?');
  return path.replace(CONTEXT_PATH, '');
}
