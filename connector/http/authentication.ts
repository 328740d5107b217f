import { type At, fail } from '../failure.js';
import { isObject, type JsonObject, type JsonValue, objectOf, pointerTo, textOf } from '../json.js';
import { compilePath, type Path } from '../mapping/path.js';
import type { ConnectorDocument } from '../package/document.js';
import { type Credentials, fillPlaceholders } from './placeholders.js';

/** One request of the token life cycle. */
export interface TokenCall {
  readonly at: At;
  readonly url: string;
  readonly method: string;
  readonly params: JsonValue | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | undefined;
  /** For a call that renews the refresh token: where it stands in the answer; empty: the answer is it. */
  readonly refreshTokenPath: string | undefined;
}

/** One entry of ConnectionJSON, read. Source of every key: connector handbook (documented). */
export interface Authentication {
  readonly name: string;
  readonly at: At;
  readonly type: string;
  readonly tokenCall: TokenCall;
  readonly properties: JsonObject | undefined;
  /** The first value of `${access_token}`, scheme included. */
  readonly accessToken: string;
  readonly tokenType: string;
  readonly tokenResponsePath: string;
  readonly errorPath: Path | undefined;
  readonly authErrors: readonly string[];
  readonly retryStatuses: ReadonlySet<number>;
  readonly maxRefreshTries: number | undefined;
  readonly rateLimit: { readonly calls: number; readonly seconds: number } | undefined;
  readonly refreshToken: string | undefined;
  readonly refreshTokenResponsePath: string | undefined;
  readonly refreshTokenErrors: readonly string[];
  readonly refreshTokenErrorPath: Path | undefined;
  readonly refreshTokenCall: TokenCall | undefined;
  /** The refresh token is renewed right after each new token (refreshTokenFlag). */
  readonly renewsAtOnce: boolean;
  /** The text of an error that means a time-out. */
  readonly timeOutError: string | undefined;
  /** Answers are cleaned before they are read (cleanUpTextContent). */
  readonly cleansText: boolean;
  /** The header that carries the token; its value is a secret. */
  readonly headerName: string | undefined;
  /** Cookies that go out before a token answer sets some. */
  readonly cookies: string | undefined;
  readonly ssl: JsonObject | undefined;
  readonly jwtConfig: JsonObject | undefined;
  readonly httpParamsName: string;
  readonly test: JsonObject | undefined;
  readonly maskInLogs: readonly string[];
}

function texts(value: JsonValue | undefined): string[] {
  if (value === undefined || value === null || value === '') return [];
  return [value].flat().map((one) => String(one));
}

function textRecord(value: JsonValue | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).flatMap(([key, text]) =>
      text === null || text === undefined ? [] : [[key, String(text)]],
    ),
  );
}

function tokenCall(at: At, entry: JsonObject): TokenCall {
  return {
    at,
    url: textOf(entry.url) ?? '',
    method: (textOf(entry.httpMethod) ?? 'POST').toUpperCase(),
    params: entry.httpParams,
    headers: textRecord(entry.httpHeaders),
    contentType: textOf(entry.httpContentType),
    refreshTokenPath: textOf(entry.refreshTokenResponsePath),
  };
}

function count(value: JsonValue | undefined): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

function optionalPath(value: JsonValue | undefined): Path | undefined {
  return typeof value === 'string' ? compilePath(value) : undefined;
}

function rateLimit(entry: JsonObject): Authentication['rateLimit'] {
  const config = objectOf(entry.apiRateLimitConfig);
  const calls = count(config.retryAfterCalls);
  const seconds = count(config.retryWaitSeconds);
  return calls !== undefined && calls > 0 && seconds !== undefined ? { calls, seconds } : undefined;
}

/** A text without placeholders. */
function literal(value: JsonValue | undefined): string | undefined {
  const text = textOf(value)?.trim();
  return text === undefined || text === '' || text.includes('${') ? undefined : text;
}

/** Reads one entry. */
export function readAuthentication(name: string, entry: JsonObject, at: At): Authentication {
  const refreshCall = entry.refreshTokenCall;
  return {
    name,
    at,
    type: textOf(entry.authType) ?? 'oauth2',
    tokenCall: tokenCall(at, entry),
    properties: isObject(entry.properties) ? entry.properties : undefined,
    accessToken: textOf(entry.accessToken) ?? '',
    tokenType: textOf(entry.tokenType) ?? '',
    tokenResponsePath: textOf(entry.tokenResponsePath) ?? 'access_token',
    errorPath: optionalPath(entry.errorPath),
    authErrors: [...texts(entry.authError), ...texts(entry.expiryError)],
    retryStatuses: new Set(texts(entry.retryFailureStatusCode).map(Number)),
    maxRefreshTries: count(entry.maxRefreshTryCount),
    rateLimit: rateLimit(entry),
    refreshToken: textOf(entry.refreshToken),
    refreshTokenResponsePath: textOf(entry.refreshTokenResponsePath),
    refreshTokenErrors: texts(entry.refreshTokenAuthError),
    refreshTokenErrorPath: optionalPath(entry.refreshTokenErrorPath),
    refreshTokenCall: isObject(refreshCall)
      ? tokenCall({ ...at, pointer: pointerTo(at.pointer, 'refreshTokenCall') }, refreshCall)
      : undefined,
    renewsAtOnce: entry.refreshTokenFlag === true || entry.refreshTokenFlag === 'true',
    timeOutError: textOf(entry.timeOutError) || undefined,
    cleansText: entry.cleanUpTextContent === true || entry.cleanUpTextContent === 'true',
    headerName: textOf(entry.authHeaderName) || undefined,
    cookies: literal(entry.cookies),
    ssl: isObject(entry.ssl) ? entry.ssl : undefined,
    jwtConfig: isObject(entry.jwtConfig) ? entry.jwtConfig : undefined,
    httpParamsName: textOf(entry.httpParamsName) ?? 'assertion',
    test: isObject(entry.testConnectionParams) ? entry.testConnectionParams : undefined,
    maskInLogs: texts(entry.maskInLogs),
  };
}

function unusable(document: ConnectorDocument, at: At): never {
  const why = document.problem ? `: ${document.problem.message}` : '';
  fail(
    { document: document.name, pointer: '' },
    {
      code: 'connection-unusable',
      message: `The call at ${at.document}${at.pointer} needs ConnectionJSON, which is ${document.state}${why}.`,
      remedy:
        document.problem?.remedy ?? 'Give a ConnectionJSON; exports of EIC hold it only as cipher text.',
    },
  );
}

/** The entries of ConnectionJSON by name. `testConnectionParams` beside them is no entry. */
export function readAuthentications(
  document: ConnectorDocument,
  credentials: Credentials | undefined,
): Map<string, Authentication> {
  const value = fillPlaceholders(document.value ?? null, credentials);
  const entries = objectOf(objectOf(value).authentications);
  const found = new Map<string, Authentication>();
  for (const [name, entry] of Object.entries(entries)) {
    if (name === 'testConnectionParams' || !isObject(entry)) continue;
    const at = { document: document.name, pointer: pointerTo('/authentications', name) };
    found.set(name, readAuthentication(name, entry, at));
  }
  return found;
}

/**
 * The entry a call names. The built-in connection serves every name; `${connectionName}` means the only entry.
 * @throws ConnectorFailure at the call when there is none
 */
export function authenticationFor(
  name: string | undefined,
  entries: ReadonlyMap<string, Authentication>,
  document: ConnectorDocument,
  at: At,
): Authentication {
  if (document.state !== 'ok') unusable(document, at);
  const [only, ...others] = entries.values();
  const found = name === undefined ? undefined : entries.get(name);
  if (found !== undefined) return found;
  if (only !== undefined && document.origin === 'default') return only;
  if (only !== undefined && others.length === 0 && (name === undefined || name.includes('${'))) return only;
  fail(
    { document: at.document, pointer: pointerTo(at.pointer, 'connection') },
    {
      code: 'authentication-missing',
      message:
        name === undefined
          ? 'The call names no connection.'
          : `The call names the connection ${name}, and ConnectionJSON has no authentication of that name.`,
      remedy: `Name one of these: ${[...entries.keys()].join(', ') || '(ConnectionJSON has none)'}.`,
    },
  );
}
