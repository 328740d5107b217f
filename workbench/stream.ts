import type { Response } from 'express';
import type { TrafficEntry } from '../mock-server/index.js';
import type { ClockFacts, ExchangeFacts } from './api.js';
import type { Bench } from './bench.js';
import type { WrittenState } from './written-state.js';

/** How often it is looked whether the state has changed, in milliseconds: what changes together is told together. */
const LOOK = 150;
/** So many looks after the state was read it is not read again. */
const APART = 4;
/** After so many looks without news the time is told, which says too that the stream is alive: proxies cut what is silent for a minute. */
const BEAT = 13;

/** So many bytes may wait for a client that reads too slowly before it is cut off; it comes back. */
const PATIENCE = 1_048_576;

/** So many of the remembered exchanges are told to somebody who comes. */
const REMEMBERED = 200;

/** What a stream ends with, besides the client that leaves. */
export interface StreamSetup {
  /** The number of the last exchange that the client knows. */
  readonly afterId: number;
  readonly stopping: AbortSignal;
  /** Whether the tenant is still there. */
  readonly stands: () => boolean;
}

/**
 * Sends what a page shows as server-sent events, until the client leaves, the bench is closed, the tenant is removed or the simulator
 * stops: "bench" whenever the bench changes, "exchange" for every exchange of the tenant in short ("forgotten" when those that were
 * told are no more), and "state" with the time and those parts of both sides that have changed (`StateNews`). It begins with the
 * bench, the remembered exchanges after one, and the whole state. A client that reads slowly is told fewer states.
 */
export function streamBench(
  bench: Bench,
  response: Response,
  { afterId, stopping, stands }: StreamSetup,
): void {
  const { traffic } = bench.tenant;
  // Whoever has left already is not told of it once more.
  if (response.destroyed) return;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const sendText = (type: string, text: string): void => {
    if (response.writableEnded) return;
    response.write(`event: ${type}\ndata: ${text}\n\n`);
    if (response.writableLength > PATIENCE) response.destroy();
  };
  const send = (type: string, data: object): void => sendText(type, JSON.stringify(data));
  let last = Number.isSafeInteger(afterId) ? afterId : 0;
  const sendBench = () => {
    heedForgotten();
    send('bench', bench.view());
  };
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
  function heedForgotten(): void {
    if (traffic.count() < last) sendAnew();
  }
  const sendExchange = (entry: TrafficEntry): void => {
    if (entry.id <= last) {
      sendAnew();
      return;
    }
    last = entry.id;
    send('exchange', inShort(entry));
  };
  const sendState = createTelling(bench, sendText);
  function look(): void {
    if (!stands()) {
      response.end();
      return;
    }
    try {
      heedForgotten();
      if (response.writableLength === 0) sendState();
    } catch (error) {
      // What cannot be shown to one client must not end the simulator for all.
      response.destroy(error as Error);
    }
  }

  sendBench();
  sendAfter(last);
  sendState();
  const leave = [bench.subscribe(sendBench), traffic.subscribe(sendExchange)];
  const looking = setInterval(look, LOOK).unref();
  const end = () => response.end();
  const ends = [stopping, bench.closed];
  for (const one of ends) one.addEventListener('abort', end);
  response.on('close', () => {
    for (const unsubscribe of leave) unsubscribe();
    clearInterval(looking);
    for (const one of ends) one.removeEventListener('abort', end);
  });
  if (ends.some(({ aborted }) => aborted)) end();
}

/**
 * Tells one client of the state, when it is time and there is news: called with every look.
 * @param send writes an event of this type with this JSON
 */
function createTelling(bench: Bench, send: (type: string, text: string) => void): () => void {
  const { clock } = bench.tenant;
  let told: Partial<WrittenState> = {};
  let [looks, readAgain, beat] = [0, 0, 0];
  return () => {
    looks += 1;
    if (looks < readAgain) return;
    const state = bench.state();
    if (state === told && looks < beat) return;
    if (state !== told) readAgain = looks + APART;
    beat = looks + BEAT;
    const news = Object.entries(state).filter(([name, text]) => told[name as keyof WrittenState] !== text);
    told = state;
    const time: ClockFacts = { now: clock.now(), mode: clock.state().mode };
    const parts = [['clock', JSON.stringify(time)], ...news].map(([name, text]) => `"${name}":${text}`);
    send('state', `{${parts.join(',')}}`);
  };
}

function inShort({ id, at, durationMs, method, path, search, status, fault }: TrafficEntry): ExchangeFacts {
  return { id, at, durationMs, method, path, search, status, ...(fault === undefined ? {} : { fault }) };
}
