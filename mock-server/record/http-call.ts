import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface HttpCall {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long the other side may be silent, in milliseconds. */
  readonly timeoutMs: number;
}

/** `http.request` or `https.request`, as the address says. */
export const requestTo = (url: URL, options: RequestOptions) =>
  url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);

/** The error of a side that is silent for too long. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';

  constructor(timeoutMs: number) {
    super(`no answer came for ${timeoutMs / 1000} seconds`);
  }
}

/** One call, its answer as it came. Rejects with the error of the connection, or with `SilenceError`. */
export function httpCall(url: URL, { method, headers, body, timeoutMs }: HttpCall): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const sent = requestTo(url, { method, headers: { ...headers, 'accept-encoding': 'identity' } });
    sent.setTimeout(timeoutMs, () => sent.destroy(new SilenceError(timeoutMs)));
    sent.once('error', reject);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.end(body);
  });
}
