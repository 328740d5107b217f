import { isObject, type JsonObject, objectOf, textOf } from '../json.js';
import type { TokenCall } from './authentication.js';
import { parseBody } from './json-body.js';
import type { HttpRequest, HttpResponse } from './send.js';

/**
 * The key of a call that a refusal is about, as the status says it: the address of a 404, the content type of a 415.
 * Undefined where the status does not say. Source: RFC 9110 (documented).
 */
export function blamedFor(
  request: Pick<HttpRequest, 'method'>,
  { status }: Pick<HttpResponse, 'status'>,
): string | undefined {
  if (status === 404 || status === 410 || status === 414) return 'url';
  // What cannot even be read is another address than the one that was meant.
  if (status === 405 && request.method === 'GET') return 'url';
  if (status === 405 || status === 501) return 'httpMethod';
  if (status === 415) return 'httpContentType';
  if (status !== 400 && status !== 413 && status !== 422) return undefined;
  return /^(POST|PUT|PATCH)$/.test(request.method) ? 'httpParams' : 'url';
}

/** The same for a token request, whose refusals have names of their own. Source: RFC 6749, section 5.2 (documented). */
export function blamedForToken(call: TokenCall, response: HttpResponse): readonly string[] {
  const body = parseBody(response.text);
  const error = textOf(objectOf(body.kind === 'json' ? body.value : undefined).error);
  const field = (name: string) => (isObject(call.params) ? ['httpParams', name] : ['httpParams']);
  // Without a client that can be read a token endpoint asks for one: the header is not what it wants.
  if (error === 'invalid_client' || response.status === 401)
    return ['httpHeaders', headerOf(call, 'Authorization')];
  if (error === 'unsupported_grant_type') return field('grant_type');
  if (error === 'invalid_scope') return field('scope');
  if (error === 'invalid_request') return lacksGrant(call.params) ? field('grant_type') : ['httpParams'];
  // A token is never read: here GET is the wrong method, not the wrong address.
  if (response.status === 405) return ['httpMethod'];
  const key = blamedFor(call, response);
  return key === undefined ? [] : [key];
}

function lacksGrant(params: TokenCall['params']): boolean {
  return isObject(params) && (params as JsonObject).grant_type === undefined;
}

function headerOf({ headers }: TokenCall, wanted: string): string {
  return Object.keys(headers).find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? wanted;
}
