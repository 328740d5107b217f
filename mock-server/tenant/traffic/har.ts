import { STATUS_CODES } from 'node:http';
import type { Headers, TrafficEntry } from './entry.js';

export interface HarContext {
  /** The tenant's own address, without a slash at the end. */
  readonly base: string;
  readonly version: string;
}

/** Requests as an HTTP archive of version 1.2, which browsers and proxies read. Secrets stay redacted. */
export function harOf(entries: readonly TrafficEntry[], { base, version }: HarContext): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'jama-sim', version },
      entries: entries.map((entry) => harEntry(entry, base)),
    },
  };
}

function harEntry(entry: TrafficEntry, base: string): object {
  const { at, durationMs, fault, inferred } = entry;
  return {
    startedDateTime: new Date(at).toISOString(),
    time: durationMs,
    request: requestOf(entry, base),
    response: responseOf(entry),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(fault === undefined ? {} : { _fault: fault }),
    ...(inferred.length === 0 ? {} : { _inferred: inferred }),
  };
}

function requestOf(
  { method, path, search, requestHeaders, requestBody }: TrafficEntry,
  base: string,
): object {
  const mimeType = String(requestHeaders['content-type'] ?? '');
  return {
    method,
    url: `${base}${path}${search}`,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(requestHeaders),
    queryString: [...new URLSearchParams(search)].map(([name, value]) => ({ name, value })),
    ...(requestBody === '' ? {} : { postData: { mimeType, params: [], text: requestBody } }),
    headersSize: -1,
    bodySize: Buffer.byteLength(requestBody),
  };
}

function responseOf({ status, responseHeaders, responseBody }: TrafficEntry): object {
  const size = Buffer.byteLength(responseBody);
  const mimeType = String(responseHeaders['content-type'] ?? '');
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(responseHeaders),
    content: { size, mimeType, text: responseBody },
    redirectURL: '',
    headersSize: -1,
    bodySize: size,
  };
}

function pairs(headers: Headers): object[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [{ name, value: one }])),
  );
}
