import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Overrides, wordsOf } from '../overrides/index.js';
import { realClock } from '../tenant/real-clock.js';
import { timestamp } from './timestamp.js';

type ClientErrorListener = (error: NodeJS.ErrnoException, socket: Duplex) => void;

/** Answers what could not be read as HTTP, and so belongs to no tenant, with an envelope all the same [inferred]. */
export function brokenRequestAnswer(overrides: Overrides): ClientErrorListener {
  return (error, socket) => answer(overrides, error, socket);
}

function answer(overrides: Overrides, error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'request-head-too-large' : 'request-malformed';
  const { status, message, evidence } = wordsOf(overrides, code);
  const reason = STATUS_CODES[status];
  const body = JSON.stringify({ meta: { status: reason, timestamp: timestamp(realClock.now()), message } });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(evidence === undefined ? [] : [`x-jama-sim-inferred: ${evidence}`]),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
