import type { Headers, KeptRecord, TrafficEntry } from './entry.js';

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key']);
const SECRET_FIELDS = /("(?:password|access_token|refresh_token|client_secret)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;
const SECRET_PARAMETERS = /((?:^|[?&])(?:client_secret|access_token|password)=)[^&]*/g;
const REDACTED = '[REDACTED]';

/**
 * A kept request as it may be shown: without tokens, passwords and cookies. Headers and bodies are put together when they are read,
 * since most readers want neither.
 */
export function redacted(kept: KeptRecord): TrafficEntry {
  const { id, at, durationMs, method, path, search, status, inferred, fault } = kept;
  return {
    ...{ id, at, durationMs, method, path, status, inferred },
    search: search.replaceAll(SECRET_PARAMETERS, `$1${REDACTED}`),
    get requestHeaders() {
      return withoutSecretHeaders(kept.requestHeaders);
    },
    get requestBody() {
      return withoutSecrets(kept.requestBody);
    },
    get responseHeaders() {
      return withoutSecretHeaders(inTurns(kept.responseHeaders));
    },
    get responseBody() {
      const body = typeof kept.responseBody === 'string' ? kept.responseBody : kept.responseBody();
      return withoutSecrets(Buffer.from(body, 'latin1').toString('utf8'));
    },
    ...(fault === undefined ? {} : { fault }),
  };
}

/** Names and values in turns as an object; a name that comes again has several values. */
function inTurns(list: readonly string[]): Headers {
  const headers: Record<string, string | string[]> = {};
  for (let at = 0; at + 1 < list.length; at += 2) {
    const [name = '', value = ''] = [list[at], list[at + 1]];
    const before = headers[name];
    headers[name] = before === undefined ? value : [before, value].flat();
  }
  return headers;
}

function withoutSecretHeaders(headers: Headers): Headers {
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    SECRET_HEADERS.has(name) ? redactedHeader(String(value)) : value,
  ]);
  return Object.fromEntries(shown);
}

/** The scheme stays, because it tells how a client signed in. */
function redactedHeader(value: string): string {
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[1];
  return scheme === undefined ? REDACTED : `${scheme} ${REDACTED}`;
}

function withoutSecrets(body: string): string {
  return body.replaceAll(SECRET_FIELDS, `$1"${REDACTED}"`).replaceAll(SECRET_PARAMETERS, `$1${REDACTED}`);
}
