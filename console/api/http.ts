/** A request that the simulator refused, in its own words. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Where in the text that was sent, if it is about a place. */
    readonly place?: { readonly line: number; readonly column: number },
  ) {
    super(message);
  }
}

const TOKEN = 'jama-sim-admin-token';

/** Keeps the admin token until the tab is closed, and nowhere else. */
export function rememberToken(token: string): void {
  sessionStorage.setItem(TOKEN, token);
}

/** Whether this tab has a token that it sends along. */
export const hasToken = (): boolean => sessionStorage.getItem(TOKEN) !== null;

/** Sends a request to the simulator that the page came from. @throws ApiProblem */
export async function send(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const token = sessionStorage.getItem(TOKEN);
  const response = await fetch(path, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.ok) return response;
  const problem: { code?: string; detail?: string; line?: number; column?: number } = await response
    .json()
    .catch(() => ({}));
  throw new ApiProblem(
    response.status,
    problem.code ?? 'unknown',
    problem.detail ?? `${method} ${path} was answered with ${response.status}.`,
    problem.line === undefined || problem.column === undefined
      ? undefined
      : { line: problem.line, column: problem.column },
  );
}

/** Sends a request and reads its answer as JSON. @throws ApiProblem */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
