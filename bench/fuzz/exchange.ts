import { connect } from 'node:net';

/** A response as it came over the wire; undefined when the connection was closed without one. */
export interface RawResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const DEADLINE = 5000;

/**
 * Send bytes and read until the other side closes. Rejects when it does not in time.
 * @param isWhole whether they are a whole request; after anything else the connection is half closed, so that nobody waits
 */
export function exchange(port: number, bytes: Buffer, isWhole: boolean): Promise<RawResponse | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`No end of the answer within ${DEADLINE} ms.`));
    }, DEADLINE);
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server that refuses a long body closes while it is being sent.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(responseOf(Buffer.concat(chunks).toString('latin1')));
    });
    if (isWhole) socket.write(bytes);
    else socket.end(bytes);
  });
}

function responseOf(text: string): RawResponse | undefined {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  if (Number.isNaN(status)) return undefined;
  const raw = rest.join('\r\n\r\n');
  if (status === 100) return responseOf(raw);
  const headers = new Map(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  // What follows is the answer to what was taken for the next request.
  const length = Number(headers.get('content-length') ?? raw.length);
  return { status, headers, body: Buffer.from(raw.slice(0, length), 'latin1').toString('utf8') };
}
