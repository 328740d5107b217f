import type { Response } from 'express';
import type { TrafficEntry } from '../mock-server/index.js';
import type { ExchangeFacts } from './api.js';
import type { Bench } from './bench.js';

/** How often an idle stream says that it is alive, in milliseconds: proxies cut what is silent for a minute. */
const HEARTBEAT = 20_000;

/** So many bytes may wait for a client that reads too slowly before it is cut off; it comes back. */
const PATIENCE = 1_048_576;

/** So many of the remembered exchanges are told to somebody who comes. */
const REMEMBERED = 200;

/**
 * Sends the bench whenever it changes and every exchange of the tenant in short, as server-sent events of the types "bench" and
 * "exchange" ("forgotten" when those that were told are no more), until the client leaves, the bench is closed or the simulator stops. It begins with the bench and the remembered exchanges after one.
 */
export function streamBench(
  bench: Bench,
  response: Response,
  { afterId, stopping }: { readonly afterId: number; readonly stopping: AbortSignal },
): void {
  const { traffic } = bench.tenant;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (type: string, data: object): void => {
    response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    if (response.writableLength > PATIENCE) response.destroy();
  };
  const sendBench = () => {
    if (traffic.count() < last) sendAnew();
    send('bench', bench.view());
  };
  let last = 0;
  function sendAfter(id: number): void {
    for (const entry of traffic.find({ afterId: id }).slice(-REMEMBERED)) {
      send('exchange', inShort(entry));
      last = entry.id;
    }
  }
  /** Somebody has gone back: exchanges that were told are no more, and their numbers come again. */
  function sendAnew(): void {
    last = 0;
    send('forgotten', {});
    sendAfter(0);
  }
  const sendExchange = (entry: TrafficEntry): void => {
    if (entry.id <= last) {
      sendAnew();
      return;
    }
    last = entry.id;
    send('exchange', inShort(entry));
  };

  sendBench();
  sendAfter(Number.isSafeInteger(afterId) ? afterId : 0);
  const leave = [bench.subscribe(sendBench), traffic.subscribe(sendExchange)];
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT);
  const end = () => response.end();
  const ends = [stopping, bench.closed];
  for (const one of ends) one.addEventListener('abort', end);
  response.on('close', () => {
    for (const unsubscribe of leave) unsubscribe();
    clearInterval(heartbeat);
    for (const one of ends) one.removeEventListener('abort', end);
  });
  if (ends.some(({ aborted }) => aborted)) end();
}

function inShort({ id, at, durationMs, method, path, search, status, fault }: TrafficEntry): ExchangeFacts {
  return { id, at, durationMs, method, path, search, status, ...(fault === undefined ? {} : { fault }) };
}
