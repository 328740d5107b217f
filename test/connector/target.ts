import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a test's target saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a test's target answers; an object or a list is sent as JSON, a text and bytes as they are. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Closes the connection instead of answering. */
  readonly drop?: boolean;
}

export interface TestTarget {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Requests of one path, such as `/users`. */
  to(path: string): readonly Seen[];
  stop(): Promise<void>;
}

const running = new Set<() => Promise<void>>();

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** An HTTP server on a free port that answers what `answer` says. */
export async function startTarget(answer: (seen: Seen) => Reply | Promise<Reply>): Promise<TestTarget> {
  const seen: Seen[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://target');
    const request: Seen = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers as Record<string, string>,
      body: await bodyOf(incoming),
    };
    seen.push(request);
    const reply = await answer(request);
    if (reply.drop === true) {
      incoming.socket.destroy();
      return;
    }
    const ready = typeof reply.body === 'string' || reply.body instanceof Uint8Array;
    const text = ready ? reply.body : JSON.stringify(reply.body ?? {});
    outgoing.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    outgoing.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    running.delete(stop);
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  running.add(stop);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    to: (path) => seen.filter((request) => request.path === path),
    stop,
  };
}

/** Stops every target a test has started; for afterEach. */
export async function stopTargets(): Promise<void> {
  await Promise.all([...running].map((stop) => stop()));
}
