import { request as httpsRequest } from 'node:https';

/**
 * fetch that trusts one certificate more: the self-signed one of a simulator in this process. Bodies are texts; the answer is
 * read whole.
 */
export function fetchTrusting(certificate: string): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers, body, signal } = init;
      const outgoing = httpsRequest(
        String(input),
        {
          method,
          headers: Object.fromEntries(new Headers(headers)),
          ca: certificate,
          ...(signal ? { signal } : {}),
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => resolve(responseOf(incoming.statusCode ?? 0, incoming.headers, chunks)));
        },
      );
      outgoing.on('error', reject);
      outgoing.end(typeof body === 'string' ? body : undefined);
    });
}

function responseOf(
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  chunks: readonly Buffer[],
): Response {
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : Buffer.concat(chunks), {
    status,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one]),
    ),
  });
}
