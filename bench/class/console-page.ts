import type { Client } from './ask.js';

/** As in console/state/follow.ts, in milliseconds. */
const [GATHER, APART, POLL, SELDOM] = [150, 600, 2000, 10_000];

/** A page of the console that is to be seen. */
export interface ConsolePage {
  /** How many requests it has made. */
  readonly requests: () => number;
  readonly bytes: () => number;
  close(): void;
}

/** Asks for what a page of the console asks for, when it does (console/state/follow.ts), and reads it as JSON. */
export async function openPage(client: Client, tenant: string): Promise<ConsolePage> {
  const [bench, admin] = [`/__workbench/tenants/${tenant}`, `/__admin/tenants/${tenant}`];
  let [requests, bytes] = [0, 0];
  let lastRead = Number.NEGATIVE_INFINITY;
  let due: NodeJS.Timeout | undefined;

  let closed = false;

  async function get(path: string): Promise<void> {
    if (closed) return;
    requests += 1;
    const text = await client.ask('GET', path).catch((error: unknown) => {
      // What was on its way when the page was closed belongs to nobody.
      if (closed) return 'null';
      throw error;
    });
    bytes += text.length;
    JSON.parse(text);
  }
  const poll = () => Promise.all([`${admin}/clock`, `${admin}/tokens`, `${admin}/faults`, admin].map(get));
  async function read(): Promise<void> {
    await Promise.all([`${bench}/sides`, `${bench}/steps`, `${admin}/licences`].map(get));
    await poll();
  }
  function gather(): void {
    due ??= setTimeout(
      () => {
        due = undefined;
        lastRead = performance.now();
        void read();
      },
      Math.max(GATHER, lastRead + APART - performance.now()),
    );
  }

  const leave = await client.follow(`${bench}/events?afterId=0`, (part) => {
    bytes += part.length;
    if (part.includes('event: bench') || /"method":"(?!GET)/.test(part)) gather();
  });
  const polling = setInterval(() => {
    if (due !== undefined) return;
    if (performance.now() - lastRead > SELDOM) gather();
    else void poll();
  }, POLL);
  return {
    requests: () => requests,
    bytes: () => bytes,
    close() {
      closed = true;
      leave();
      clearInterval(polling);
      clearTimeout(due);
    },
  };
}
