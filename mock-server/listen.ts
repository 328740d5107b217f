import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { SetupError } from './tenant/errors.js';
import type { Certificate } from './tls.js';

export interface Listening {
  /** `http://127.0.0.1:41234`, or https */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ListenAt {
  readonly host: string;
  readonly port: number;
  /** Serves https with it. */
  readonly certificate?: Certificate | undefined;
  /** Answers what could not be read as HTTP. */
  readonly onClientError: (error: NodeJS.ErrnoException, socket: Duplex) => void;
}

/** How long a stop waits for requests that are still being answered, in milliseconds. */
const PATIENCE = 2000;

/**
 * Listen on a host and port. `localhost` means both loopback addresses, because clients try either first.
 * Rejects with `SetupError`: `port-in-use` or `address-unavailable`.
 */
export async function listen(handler: RequestListener, at: ListenAt): Promise<Listening> {
  const { host } = at;
  const first = await open(handler, { ...at, host: host === 'localhost' ? '127.0.0.1' : host });
  const { port } = first.address() as AddressInfo;
  const servers = [first];
  if (host === 'localhost') {
    try {
      servers.push(await open(handler, { ...at, host: '::1', port }));
    } catch (error) {
      if (isPortInUse(error)) {
        await close(first);
        throw error;
      }
    }
  }
  return {
    origin: `${at.certificate === undefined ? 'http' : 'https'}://${nameOf(host)}:${port}`,
    port,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function open(handler: RequestListener, at: ListenAt): Promise<Server> {
  const { host, port, certificate, onClientError } = at;
  const options = { requireHostHeader: false };
  const server =
    certificate === undefined ? createServer(options) : createSecureServer({ ...options, ...certificate });
  const answer = withHost(handler, onClientError);
  server.on('request', answer);
  server.on('clientError', onClientError);
  // What Node.js would answer without an envelope: an expectation that is not 100-continue, and CONNECT.
  server.on('checkExpectation', answer);
  server.on('connect', (_, socket) => onClientError(new Error('CONNECT is for proxies.'), socket.resume()));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen({ host, port }, () => resolve(server));
  });
}

/** HTTP/1.1 without a Host header is no request; Node.js would refuse it without an envelope. */
function withHost(handler: RequestListener, onClientError: ListenAt['onClientError']): RequestListener {
  return (request, response) => {
    if (request.headers.host !== undefined || request.httpVersion !== '1.1') handler(request, response);
    else {
      // Whoever does not read what was sent never learns that the other side has closed.
      request.resume();
      onClientError(new Error('There is no Host header.'), request.socket);
    }
  };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): SetupError {
  if (error.code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is in use by another program.`;
    return new SetupError(
      'port-in-use',
      message,
      `Choose another port (--port ${port + 1}), or any free one (--port 0).`,
    );
  }
  if (error.code === 'EACCES') {
    const message = `Port ${port} may not be used without special rights.`;
    return new SetupError('port-in-use', message, 'Choose a port from 1024 on, or any free one (--port 0).');
  }
  const message = `Cannot listen on ${host}: ${error.message}.`;
  return new SetupError(
    'address-unavailable',
    message,
    'Choose an address of this machine (--host 127.0.0.1).',
  );
}

const isPortInUse = (error: unknown): boolean => error instanceof SetupError && error.code === 'port-in-use';

/** The address to hand out for a host that was listened on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

async function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(timer);
}
