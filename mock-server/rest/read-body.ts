import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './exchange.js';
import { WireError } from './messages.js';

/** The largest body, in bytes [inferred, `body-too-large`]. */
const LIMIT = 1_048_576;

type Reader = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

let reader: Promise<Reader> | undefined;

/** Express's body parser, loaded with the first body: a start without it is a third shorter. */
function bodyReader(): Promise<Reader> {
  reader ??= import('express').then(
    ({ default: express }) =>
      express.text({
        limit: LIMIT,
        type: () => true,
        defaultCharset: 'utf-8',
        inflate: false,
      }) as unknown as Reader,
  );
  return reader;
}

/** The media type of a request without its parameters, in lower case; empty if there is none. */
export function mediaType(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * The request's body as text; empty if there is none.
 * Throws `WireError` with `body-too-large`, `body-not-json` (broken off) or the given code (unknown charset or encoding).
 */
export async function readBody(
  exchange: Exchange,
  refusal: 'media-type' | 'token-media-type',
): Promise<string> {
  const request = exchange.request as IncomingMessage & { body?: unknown };
  const read = await bodyReader();
  await new Promise<void>((resolve, reject) => {
    const done = (error?: unknown): void =>
      error === undefined ? resolve() : reject(refusalOf(error, refusal));
    read(request, exchange.response, done);
  });
  exchange.requestBody = typeof request.body === 'string' ? request.body : '';
  return exchange.requestBody;
}

function refusalOf(error: unknown, refusal: 'media-type' | 'token-media-type'): WireError {
  const { status } = error as { readonly status?: number };
  if (status === 413) return new WireError('body-too-large', { limit: LIMIT });
  if (status === 415) return new WireError(refusal);
  return new WireError('body-not-json');
}
