import type { RawResponse } from './exchange.js';

/** What is wrong with the answer to a request below /rest, or undefined. */
export function problemOf(
  method: string,
  path: string,
  response: RawResponse | undefined,
): string | undefined {
  if (response === undefined) return 'There is no answer.';
  const { status, body, headers } = response;
  if (status >= 500) return `The status is ${status}.`;
  // What cannot be read as a request has no method.
  const isRead = headers.get('x-jama-sim-inferred') !== 'request-malformed';
  if ((method === 'HEAD' && isRead) || status === 204) return body === '' ? undefined : 'There is a body.';
  if (method === 'OPTIONS' && status === 200) return undefined;
  if (!headers.get('content-type')?.startsWith('application/json'))
    return `The media type is ${headers.get('content-type')}.`;
  const json = parsed(body);
  if (json === undefined) return 'The body is no JSON object.';
  if (isEnvelope(json)) return undefined;
  if (/\/rest\/oauth\/token$/.test(path) && ('access_token' in json || 'error' in json)) return undefined;
  if (/\/api-docs\/?$/.test(path) && 'swagger' in json) return undefined;
  return 'The body is no envelope.';
}

function isEnvelope(json: object): boolean {
  const { meta } = json as { meta?: { status?: unknown; timestamp?: unknown } };
  return typeof meta?.status === 'string' && typeof meta.timestamp === 'string';
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
