import type { TrafficEntry } from '../tenant/traffic/index.js';
import type { TenantCall } from './operation.js';

/** How often an idle stream says that it is alive, in milliseconds: proxies cut what is silent for a minute. */
const HEARTBEAT = 20_000;

/** So many bytes may wait for a client that reads too slowly before it is cut off; it comes back with Last-Event-ID. */
const PATIENCE = 8 * 1_048_576;

/**
 * Send the requests of a tenant as server-sent events until the client leaves or the simulator stops. A client that comes
 * back with Last-Event-ID is first told what it missed, as far as that is remembered.
 */
export function streamEvents({ tenant, request, response, query, context }: TenantCall): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const send = (entry: TrafficEntry): void => {
    response.write(`id: ${entry.id}\nevent: request\ndata: ${JSON.stringify(entry)}\n\n`);
    if (response.writableLength > PATIENCE) response.destroy();
  };

  const seen = Number(request.headers['last-event-id'] ?? query.get('afterId') ?? Number.NaN);
  if (Number.isSafeInteger(seen)) for (const entry of tenant.traffic.find({ afterId: seen })) send(entry);

  const unsubscribe = tenant.traffic.subscribe(send);
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT);
  const end = () => response.end();
  context.stopping.addEventListener('abort', end);
  response.on('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
    context.stopping.removeEventListener('abort', end);
  });
  if (context.stopping.aborted) end();
}
