import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { cookiesOf } from './crawl.js';
import { requestTo, SilenceError } from './http-call.js';
import type { SeenCall } from './seen-call.js';
import type { Target } from './target.js';

export interface ProxyOptions {
  readonly target: Target;
  readonly timeoutMs: number;
  /** Told of every answer when it has passed whole. */
  readonly onCall: (call: SeenCall) => void;
  /** Told why a call could not be passed on. */
  readonly onFailure: (why: string) => void;
}

/** Headers of one connection, which are not passed on [RFC 9110 section 7.6.1]. */
const OWN_HEADERS = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
  'host',
];
/** Bodies longer than this pass, but are not looked at. */
const LARGEST = 16_777_216;

/** A listener that passes every request on to the target, and its answer back as it is. */
export function recordingProxy({ target, timeoutMs, onCall, onFailure }: ProxyOptions): RequestListener {
  return (request, response) => {
    const url = target.address(pathOf(request.url ?? '/'));
    const sent = requestTo(url, {
      method: request.method ?? 'GET',
      headers: { ...passedOn(request.headers), host: target.url.host, 'accept-encoding': 'identity' },
    });
    const asked = collect(request);
    sent.setTimeout(timeoutMs, () => sent.destroy(new SilenceError(timeoutMs)));
    sent.once('error', (error) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else refuse(response, error, onFailure);
    });
    sent.once('response', (answer) => {
      const answered = collect(answer);
      response.writeHead(answer.statusCode ?? 502, {
        ...passedOn(answer.headers),
        ...locationHere(answer, target, request),
      });
      answer.pipe(response);
      answer.once('error', () => response.destroy());
      answer.once('end', () => {
        const [asking, answering] = [asked(), answered()];
        if (asking === undefined || answering === undefined) return;
        onCall(seenCall(request, asking, answer, decoded(answer, answering)));
      });
    });
    response.once('close', () => {
      if (!response.writableFinished) sent.destroy();
    });
    request.pipe(sent);
  };
}

/** The path and query of a request, which may name the proxy itself. */
function pathOf(url: string): string {
  if (url.startsWith('/')) return url;
  const { pathname, search } = new URL(url, 'http://proxy');
  return pathname + search;
}

function passedOn<T>(headers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.includes(name)));
}

/** What a stream has brought so far; undefined if it was too much. */
function collect(stream: IncomingMessage): () => Buffer | undefined {
  const chunks: Buffer[] = [];
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= LARGEST) chunks.push(chunk);
  });
  return () => (length <= LARGEST ? Buffer.concat(chunks) : undefined);
}

/** A client that follows an address of the target would leave the proxy. */
function locationHere(
  answer: IncomingMessage,
  target: Target,
  { headers }: IncomingMessage,
): Record<string, string> {
  const { location } = answer.headers;
  const base = target.address('').href.replace(/\/$/, '');
  return location?.startsWith(base)
    ? { location: `http://${headers.host}${location.slice(base.length)}` }
    : {};
}

function decoded({ headers }: IncomingMessage, body: Buffer): Buffer {
  const decoders = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync };
  const decode = decoders[headers['content-encoding'] as keyof typeof decoders];
  if (decode === undefined || body.length === 0) return body;
  try {
    return decode(body, { maxOutputLength: LARGEST });
  } catch {
    // What cannot be unpacked is recorded as what it is: no JSON.
    return body;
  }
}

function seenCall(request: IncomingMessage, asking: Buffer, answer: IncomingMessage, body: Buffer): SeenCall {
  const url = pathOf(request.url ?? '/');
  const mark = url.indexOf('?');
  const sentCookies = (request.headers.cookie ?? '')
    .split(';')
    .map((one) => one.split('=').slice(1).join('=').trim());
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    search: mark < 0 ? '' : url.slice(mark),
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'],
    requestBody: asking.toString('utf8'),
    status: answer.statusCode ?? 0,
    answerType: answer.headers['content-type'] ?? '',
    answerBody: body,
    cookies: [...sentCookies, ...cookiesOf(answer)],
  };
}

/** The proxy's own answer, which is no answer of Jama [RFC 9457]. */
function refuse(response: ServerResponse, error: Error, onFailure: (why: string) => void): void {
  const isSilence = error instanceof SilenceError;
  const status = isSilence ? 504 : 502;
  onFailure(error.message);
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(
    JSON.stringify({
      status,
      code: isSilence ? 'target-silent' : 'target-unreachable',
      title: 'jama-sim record could not pass the request on.',
      detail: error.message,
    }),
  );
}
