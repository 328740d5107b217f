import { Agent, type IncomingMessage, request } from 'node:http';

/** Sends requests over connections that are kept, as a browser or a connector does. */
export interface Client {
  /** The text of an answer. Rejects for a status from 400 on. */
  ask(method: string, path: string, body?: object): Promise<string>;
  /** An answer that does not end by itself; told of each part. */
  follow(path: string, told: (part: string) => void): Promise<() => void>;
  close(): void;
}

/** A client of an origin with a Bearer token. */
export function clientOf(origin: string, token: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const authorization = `Bearer ${token}`;

  function open(method: string, path: string, body?: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const sent = request(`${origin}${path}`, { agent, method, headers }, resolve).on('error', (error) => {
        // The server had closed a connection that was idle: browsers and connectors take another one.
        if ((error as NodeJS.ErrnoException).code === 'ECONNRESET')
          open(method, path, body).then(resolve, reject);
        else reject(new Error(`${method} ${path}: ${error.message}`));
      });
      sent.end(body);
    });
  }

  return {
    async ask(method, path, body) {
      const answer = await open(method, path, body === undefined ? undefined : JSON.stringify(body));
      const parts: Buffer[] = [];
      try {
        for await (const part of answer) parts.push(part as Buffer);
      } catch (error) {
        throw new Error(`${method} ${path} broke off: ${(error as Error).message}`);
      }
      const text = Buffer.concat(parts).toString();
      if ((answer.statusCode ?? 0) >= 400) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
      return text;
    },
    async follow(path, told) {
      const answer = await open('GET', path);
      answer
        .setEncoding('utf8')
        .on('data', told)
        .on('error', () => undefined);
      return () => answer.destroy();
    },
    close: () => agent.destroy(),
  };
}
