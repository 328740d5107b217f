import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { HttpRequest, HttpResponse } from './send.js';

/** Bodies beyond this size are not read (a page of a thousand users has about one megabyte). */
export const BODY_LIMIT = 64_000_000;

/** The body of an answer is larger than {@link BODY_LIMIT}. */
export class TooLarge extends Error {}

const clients = {
  'http:': { send: plainRequest, agent: new PlainAgent({ keepAlive: true }) },
  'https:': { send: secureRequest, agent: new SecureAgent({ keepAlive: true }) },
};

/** Sent unless the request has its own. */
const USUAL = { accept: '*/*', 'user-agent': 'node' };

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * Sends a request with Node's own client, on a connection that is kept, and reads the whole answer. A body goes out with any
 * method, GET included. Redirects are not followed.
 * @throws what went wrong, with the code of Node.js; TooLarge
 */
export function sendPlainly(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const { send, agent } = clients[url.protocol === 'https:' ? 'https:' : 'http:'];
    const headers = headersOf(request);
    const outgoing = send(url, { method: request.method, headers, signal, agent }, (incoming) => {
      wholeAnswer(incoming).then(resolve, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

function headersOf({ headers, body }: HttpRequest): Record<string, string | number> {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), bare(value)] as const);
  const plain = body === undefined ? {} : { 'content-type': 'text/plain;charset=UTF-8' };
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return { ...USUAL, ...plain, ...Object.fromEntries(given), ...length };
}

/** White space around a header's value is not part of it (RFC 9110, 5.5). */
function bare(value: string): string {
  return value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
}

async function wholeAnswer(incoming: IncomingMessage): Promise<HttpResponse> {
  const body = await decoded(await bytesOf(incoming), incoming.headers['content-encoding']);
  const text = body.toString('utf8');
  const cookies = incoming.headers['set-cookie'] ?? [];
  return {
    status: incoming.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    text: text.startsWith('\uFEFF') ? text.slice(1) : text,
    ...(cookies.length > 0 && { cookies }),
  };
}

function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > BODY_LIMIT) incoming.destroy(new TooLarge());
      else chunks.push(chunk);
    });
    incoming.on('error', reject);
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/** The body without the encodings that the request asked for itself. */
async function decoded(body: Buffer, encodings = ''): Promise<Buffer> {
  let plain = body;
  for (const encoding of encodings.toLowerCase().split(',').reverse()) {
    const decode = decoders[encoding.trim() as keyof typeof decoders];
    if (decode !== undefined && plain.length > 0) {
      plain = await decode(plain, { maxOutputLength: BODY_LIMIT }).catch((error: Error) => {
        if (Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge();
        throw error;
      });
    }
  }
  return plain;
}
