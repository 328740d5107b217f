import type { Response } from 'express';
import type { Bench } from './bench.js';

/** How often an idle stream says that it is alive, in milliseconds: proxies cut what is silent for a minute. */
const HEARTBEAT = 20_000;

/** Sends the bench whenever it changes, as server-sent events of type "bench", until the client leaves or the simulator stops. */
export function streamBench(bench: Bench, response: Response, stopping: AbortSignal): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = () => void response.write(`event: bench\ndata: ${JSON.stringify(bench.view())}\n\n`);
  send();
  const unsubscribe = bench.subscribe(send);
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT);
  const end = () => response.end();
  stopping.addEventListener('abort', end);
  response.on('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
    stopping.removeEventListener('abort', end);
  });
  if (stopping.aborted) end();
}
