import { belowContextPath, createResponseValidator } from '../../contracts/openapi/index.js';
import type { RawResponse } from './exchange.js';
import type { RawRequest } from './values.js';

const problemsOf = createResponseValidator();
const MALFORMED = 'request-malformed';

/** What is wrong with the answer of a tenant, or undefined: it has to be as the OpenAPI document says, or an error envelope. */
export function restProblem(
  request: Pick<RawRequest, 'method' | 'target'>,
  response: RawResponse,
): string | undefined {
  const { status, headers, body } = response;
  if (status >= 500) return `The status is ${status}.`;
  // What could not be read as a request was answered as one without a method and a path.
  const isRead = headers.get('x-jama-sim-inferred') !== MALFORMED;
  const [method, target] = isRead ? [request.method, request.target] : ['GET', '/'];
  const [path = ''] = target.split('?');
  const answer = { method, status, contentType: headers.get('content-type'), body };
  const [problem] = problemsOf({ ...answer, path: belowContextPath(path) });
  if (problem === undefined) return undefined;
  // Below a context path that is no tenant's there are no operations.
  return status === 404 && problemsOf({ ...answer, path }).length === 0 ? undefined : `${problem}.`;
}

/** What is wrong with an answer to bytes that may not be HTTP, or undefined: an error is an envelope all the same. */
export function garbageProblem(response: RawResponse): string | undefined {
  return response.status < 400 ? undefined : restProblem({ method: 'GET', target: '' }, response);
}

/** What is wrong with an answer of the admin API, or undefined: an error is a problem with a code. */
export function adminProblem(
  { method }: RawRequest,
  { status, headers, body }: RawResponse,
): string | undefined {
  if (status >= 500) return `The status is ${status}.`;
  if (status < 400 || method === 'HEAD') return undefined;
  const type = headers.get('content-type');
  // What never reached the admin API was answered by the listener, which speaks as a tenant does.
  if (headers.get('x-jama-sim-inferred') === MALFORMED) return undefined;
  if (!type?.startsWith('application/problem+json')) return `The media type of the ${status} is ${type}.`;
  const { code, detail } = JSON.parse(body) as { code?: unknown; detail?: unknown };
  return typeof code === 'string' && typeof detail === 'string'
    ? undefined
    : 'The problem has no code or no detail.';
}
