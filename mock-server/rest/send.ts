import { bent } from '../middleware/faults.js';
import type { Exchange } from './exchange.js';
import type { Reply } from './reply.js';

/** Headers that every answer carries, with their values [captured]. */
const FIXED = [
  'server',
  'nginx/1.18.0',
  'x-jama-node',
  '',
  'vary',
  'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
  'x-content-type-options',
  'nosniff',
  'x-frame-options',
  'SAMEORIGIN',
  'x-xss-protection',
  '1; mode=block',
  'access-control-allow-methods',
  'GET, POST, DELETE, PUT, OPTIONS',
  'access-control-allow-headers',
  'Content-Type, Accept, Authorization, api_key',
] as const;
const NO_CACHE = ['pragma', 'no-cache', 'cache-control', 'no-cache,no-store'] as const;
const SUNSET = [
  'sunset',
  'Fri, 22 May 2020 00:00:00 GMT',
  'x-sunset',
  'Fri, 22 May 2020 00:00:00 GMT',
] as const;
const COOKIE = 'Path=/; Secure; SameSite=Lax';

let sent = 0;

/** A trace header as the cloud sends it; the number of the answer stands in for its random part. */
function fishTag(): string {
  sent += 1;
  const uuid = sent.toString(16).padStart(16, '0');
  return `{"originHost":"jamacore-sim","originUUID":"${uuid}","tenantId":null,"breadCrumbDTOs":[]}`;
}

/** The headers of a reply, name and value in turns. */
export function headersOf(exchange: Exchange, reply: Reply): string[] {
  const headers: string[] = ['content-type', reply.contentType ?? 'application/json'];
  if (reply.status === 204 || (reply.body === '' && reply.contentType === undefined)) headers.length = 0;
  if (reply.status !== 204) headers.push('content-length', String(reply.body.length));
  headers.push('jamafishtag', fishTag(), ...FIXED);
  headers.push('set-cookie', `jamaContourServerTime=${exchange.at}; ${COOKIE}`);
  headers.push('set-cookie', `jamaContourSessionExpiry=${exchange.at}; ${COOKIE}`);
  if (exchange.version === 'latest') headers.push(...SUNSET);
  if (!reply.headers?.includes('cache-control')) headers.push(...NO_CACHE);
  if (reply.headers !== undefined) headers.push(...reply.headers);
  if (exchange.inferred.length > 0) headers.push('x-jama-sim-inferred', exchange.inferred.join(','));
  return headers;
}

/** Send a reply, as a fault bends it, and put the exchange into the journal. */
export function send(exchange: Exchange, answer: Reply): void {
  const { response, fault } = exchange;
  if (fault?.effect.reset === 'after' || response.destroyed) {
    cut(exchange);
    return;
  }
  const reply = fault === undefined ? answer : bent(answer, fault.effect, fault.name);
  const headers = headersOf(exchange, reply);
  record(exchange, reply.status, headers, reply.recall ?? reply.body);
  response.writeHead(reply.status, headers);
  if (fault?.effect.cutBodyAt === undefined) {
    response.end(reply.body, 'latin1');
    return;
  }
  const part = reply.body.slice(0, fault.effect.cutBodyAt);
  response.write(part, 'latin1', () => exchange.request.socket.destroy());
}

/** Cut the connection without an answer, and put that into the journal. */
export function cut(exchange: Exchange): void {
  record(exchange, 0, [], '');
  exchange.request.socket.destroy();
}

function record(
  exchange: Exchange,
  status: number,
  responseHeaders: readonly string[],
  responseBody: string | (() => string),
): void {
  const { tenant, at, startedAt, fault } = exchange;
  tenant.traffic.record({
    at,
    durationMs: tenant.stopwatch.now() - startedAt,
    method: exchange.method,
    path: exchange.path,
    search: exchange.search,
    requestHeaders: exchange.request.headers,
    requestBody: exchange.requestBody,
    status,
    responseHeaders,
    responseBody,
    inferred: exchange.inferred,
    fault: fault?.name,
  });
}
