import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** A request as it goes out. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer; header names in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Each Set-Cookie header; in `headers` they run together. */
  readonly cookies?: readonly string[];
}

/** Why there is no answer. `notSent`: the target cannot have seen the request. */
export interface SendFailure {
  readonly code:
    | 'target-unreachable'
    | 'target-timeout'
    | 'connection-broken'
    | 'response-too-large'
    | 'request-invalid'
    | 'run-stopped';
  readonly reason: string;
  readonly notSent: boolean;
}

/** Bodies beyond this size are not read (a page of a thousand users has about one megabyte). */
export const BODY_LIMIT = 64_000_000;

class TooLarge extends Error {}

async function bodyText(response: Response): Promise<string> {
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  if (length > BODY_LIMIT) throw new TooLarge();
  if (length >= 0 || response.body === null) return response.text();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) throw new TooLarge();
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}

interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly cause: unknown;
}

/** What an error says; it is read by shape, since fetch may throw errors of another realm. */
function errorLike(error: unknown): ErrorLike {
  const fields = typeof error === 'object' && error !== null ? error : { message: String(error) };
  const text = (key: string) => {
    const value: unknown = Reflect.get(fields, key);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name'),
    message: text('message'),
    code: text('code'),
    cause: Reflect.get(fields, 'cause'),
  };
}

/** The code and message of the innermost cause. */
function causeOf(error: unknown): { code: string; message: string } {
  const outer = errorLike(error);
  if (typeof outer.cause !== 'object' || outer.cause === null) return outer;
  const inner = errorLike(outer.cause);
  return { code: inner.code, message: inner.message === '' ? inner.code || outer.message : inner.message };
}

function failureOf(error: unknown, milliseconds: number): SendFailure {
  if (error instanceof TooLarge) {
    return {
      code: 'response-too-large',
      reason: `the body has more than ${BODY_LIMIT / 1e6} MB`,
      notSent: false,
    };
  }
  const { code, message } = causeOf(error);
  if (errorLike(error).name === 'AbortError') {
    return {
      code: 'target-timeout',
      reason: `no complete answer within ${milliseconds / 1000} s`,
      notSent: false,
    };
  }
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code)) {
    return { code: 'target-unreachable', reason: `${code}: ${message}`, notSent: true };
  }
  if (
    code === '' ||
    code === 'ERR_INVALID_URL' ||
    code === 'ERR_INVALID_CHAR' ||
    code === 'UND_ERR_INVALID_ARG'
  ) {
    return { code: 'request-invalid', reason: message, notSent: true };
  }
  return { code: 'connection-broken', reason: `${code}: ${message}`, notSent: false };
}

/** fetch refuses a body with GET; the plain client sends it (GETWITHBODY). */
function getWithBody(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const body = Buffer.from(request.body ?? '', 'utf8');
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = send(
      url,
      { method: request.method, headers: { ...request.headers, 'content-length': body.length }, signal },
      (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > BODY_LIMIT) incoming.destroy(new TooLarge());
          else chunks.push(chunk);
        });
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
            ),
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/**
 * Sends one request and reads the whole answer. Redirects are not followed. Failures are values.
 * @param milliseconds time until the answer must be complete
 */
export async function send(
  request: HttpRequest,
  options: { fetch: typeof fetch; milliseconds: number },
): Promise<HttpResponse | SendFailure> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), options.milliseconds);
  try {
    if (request.body !== undefined && /^(GET|HEAD)$/.test(request.method)) {
      return await getWithBody(request, abort.signal);
    }
    const response = await options.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal: abort.signal,
      ...(request.body !== undefined && { body: request.body }),
    });
    const cookies = response.headers.getSetCookie();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await bodyText(response),
      ...(cookies.length > 0 && { cookies }),
    };
  } catch (error) {
    return failureOf(error, options.milliseconds);
  } finally {
    clearTimeout(timer);
  }
}
