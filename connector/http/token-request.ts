import { type At, below, fail } from '../failure.js';
import { isObject, type JsonObject, type JsonValue, textOf } from '../json.js';
import { columnText, compilePath } from '../mapping/path.js';
import type { Authentication, TokenCall } from './authentication.js';
import { formFields, isForm, jsonObject, multipart, wireContentType } from './body.js';
import { parseBody } from './json-body.js';
import { signedJwt } from './jwt.js';
import { basicCredential } from './placeholders.js';
import type { HttpRequest, HttpResponse } from './send.js';

/** `Basic ...` from properties.userName and properties.password (documented for Basic and BasicWithAccessToken). */
export function basicOf(authentication: Authentication): string {
  const { properties, at } = authentication;
  if (properties === undefined) {
    return fail(below(at, 'properties'), {
      code: 'connection-properties-missing',
      message: `The authentication ${authentication.name} has no properties; EIC ends with "Cannot invoke method put() on null object".`,
      remedy: 'Add "properties": {"userName": "...", "password": "..."}.',
    });
  }
  return `Basic ${basicCredential(textOf(properties.userName) ?? '', textOf(properties.password) ?? '')}`;
}

/** What a placeholder of a token request stands for. */
type Placeholders = Readonly<Record<string, string>>;

function filled(value: JsonValue, placeholders: Placeholders): JsonValue {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{(\w+)\}/g, (text, name: string) => placeholders[name] ?? text);
  }
  if (Array.isArray(value)) return value.map((element) => filled(element, placeholders));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, filled(inner ?? null, placeholders)]),
  );
}

function placeholdersOf(
  authentication: Authentication,
  state: { refreshToken: string | undefined; now: number },
): Placeholders {
  const refresh = { refresh_token: state.refreshToken ?? '' };
  if (authentication.type.toLowerCase() !== 'cookies') return refresh;
  const apiKey = textOf(authentication.properties?.apiKey);
  return { ...refresh, timestamp: String(state.now), ...(apiKey !== undefined && { apiKey }) };
}

function fieldsOf(call: TokenCall, placeholders: Placeholders): JsonObject | string {
  if (call.params === undefined || call.params === null) {
    return fail(below(call.at, 'httpParams'), {
      code: 'connection-params-missing',
      message:
        'The token request has no httpParams; EIC ends with "Cannot invoke method put() on null object".',
      remedy: 'Add "httpParams"; an empty object {} will do.',
    });
  }
  const params = filled(call.params, placeholders);
  return isObject(params) ? params : (textOf(params) ?? '');
}

function encoded(
  params: JsonObject | string,
  contentType: string | undefined,
): { contentType: string | undefined; body: string } {
  const fields = typeof params === 'string' ? jsonObject(params) : params;
  if (fields !== undefined && isForm(contentType)) {
    return { contentType: wireContentType(contentType ?? ''), body: formFields(fields, contentType) };
  }
  if (fields !== undefined && /^multipart\/form-data/i.test(contentType ?? '')) return multipart(fields);
  return { contentType, body: typeof params === 'string' ? params : JSON.stringify(params) };
}

/** The request that fetches a token. */
export async function tokenRequest(
  authentication: Authentication,
  call: TokenCall,
  state: { refreshToken: string | undefined; now: number },
): Promise<HttpRequest> {
  if (call.url.trim() === '') {
    return fail(below(call.at, 'url'), {
      code: 'token-url-missing',
      message: 'A token has to be fetched, and the authentication has no url.',
      remedy: 'Give url, httpMethod, httpParams, httpHeaders and httpContentType of the token request.',
    });
  }
  const params = fieldsOf(call, placeholdersOf(authentication, state));
  const { jwtConfig, httpParamsName } = authentication;
  const signed =
    jwtConfig === undefined || typeof params === 'string'
      ? params
      : { ...params, [httpParamsName]: await signedJwt(jwtConfig, state.now, authentication.at) };
  const basic =
    authentication.type.toLowerCase() === 'basicwithaccesstoken'
      ? { Authorization: basicOf(authentication) }
      : {};
  const { contentType, body } = encoded(signed, call.contentType);
  const withBody = call.method !== 'GET' && call.method !== 'HEAD';
  return {
    method: call.method,
    url: call.url,
    headers: { ...basic, ...call.headers, ...(contentType !== undefined && { 'Content-Type': contentType }) },
    ...(withBody && { body }),
  };
}

const HEADERS_MARK = '#HEADERS#';

function fromHeader(response: HttpResponse, name: string): string | undefined {
  const value = response.headers[name.toLowerCase()];
  return name.toLowerCase() === 'set-cookie' ? value?.split(';')[0] : value;
}

/** The token an answer carries, at a path or in a header (`#HEADERS#Set-Cookie`). */
export function tokenIn(response: HttpResponse, path: string): string | undefined {
  if (path.startsWith(HEADERS_MARK)) return fromHeader(response, path.slice(HEADERS_MARK.length));
  const body = parseBody(response.text);
  if (path.trim() === '' && body.kind === 'broken') return response.text.trim();
  const found = body.kind === 'json' ? columnText(compilePath(path).read(body.value)) : null;
  return found === null || found === '' ? undefined : found;
}

/** Where a token path stands in ConnectionJSON. */
export function tokenPathAt(authentication: Authentication): At {
  return below(authentication.at, 'tokenResponsePath');
}
