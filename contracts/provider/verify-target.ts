import { createResponseValidator } from '../openapi/index.js';

/** What is asked of a Jama: reading only. Paths are below the tenant's base. */
const reads = [
  '/rest/v1/',
  '/rest/v1/users?maxResults=50',
  '/rest/v1/users?includeInactive=true&startAt=1000000',
  '/rest/v1/users/current',
  '/rest/v1/users/2147483647',
  '/rest/v1/usergroups?maxResults=50',
  '/rest/v1/projects?maxResults=50',
  '/rest/latest/users/current',
] as const;

/** One answer of a Jama, held against the OpenAPI document. */
export interface VerifiedAnswer {
  readonly request: string;
  readonly status: number;
  /** What differs from the document; empty when nothing does. */
  readonly differences: readonly string[];
}

export interface VerifyOptions {
  /** The tenant's base URL, such as `http://localhost:8080/jama`. */
  readonly target: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  readonly fetch: typeof fetch;
}

/**
 * Asks a Jama, the simulator or a real tenant, and holds each answer against the OpenAPI document. Reads only. Rejects with
 * the error of `fetch` when the target cannot be reached.
 */
export async function verifyTarget(options: VerifyOptions): Promise<VerifiedAnswer[]> {
  const { fetch: send } = options;
  const base = options.target.replace(/\/+$/, '');
  const judge = createResponseValidator();
  const observe = async (
    method: string,
    path: string,
    init: RequestInit,
  ): Promise<[VerifiedAnswer, string]> => {
    const response = await send(base + path, { ...init, method, redirect: 'manual' });
    const body = await response.text();
    const contentType = response.headers.get('content-type') ?? undefined;
    const [pathOnly = path] = path.split('?');
    const differences = judge({ method, path: pathOnly, status: response.status, contentType, body });
    return [{ request: `${method} ${path}`, status: response.status, differences }, body];
  };

  const { clientId, clientSecret } = options.credentials;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const [token, answer] = await observe('POST', '/rest/oauth/token', {
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const answers = [token];
  const accessToken = accessTokenIn(answer);
  if (accessToken === undefined) return answers;
  for (const path of reads) {
    const [answered] = await observe('GET', path, { headers: { authorization: `Bearer ${accessToken}` } });
    answers.push(answered);
  }
  return answers;
}

function accessTokenIn(body: string): string | undefined {
  try {
    const { access_token: token } = JSON.parse(body);
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}
