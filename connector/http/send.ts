import { BODY_LIMIT, sendPlainly, TooLarge } from './plain-client.js';

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
  const inner = typeof outer.cause === 'object' && outer.cause !== null ? errorLike(outer.cause) : outer;
  return { code: inner.code, message: inner.message || inner.code || outer.message };
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
    /^(|ERR_INVALID_(URL|CHAR|PROTOCOL|HTTP_TOKEN|ARG_TYPE)|ERR_UNESCAPED_CHARACTERS|UND_ERR_INVALID_ARG)$/.test(
      code,
    )
  ) {
    return { code: 'request-invalid', reason: message, notSent: true };
  }
  return { code: 'connection-broken', reason: `${code}: ${message}`, notSent: false };
}

/**
 * Sends one request and reads the whole answer. Redirects are not followed. Failures are values.
 * @param milliseconds time until the answer must be complete
 */
export async function send(
  request: HttpRequest,
  options: { fetch: typeof fetch | undefined; milliseconds: number },
): Promise<HttpResponse | SendFailure> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), options.milliseconds);
  try {
    // fetch costs several times as much as the plain client, and refuses a body with GET (GETWITHBODY).
    if (options.fetch === undefined || (request.body !== undefined && /^(GET|HEAD)$/.test(request.method))) {
      return await sendPlainly(request, abort.signal);
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
    return failureOf(abort.signal.aborted ? abort.signal.reason : error, options.milliseconds);
  } finally {
    clearTimeout(timer);
  }
}
