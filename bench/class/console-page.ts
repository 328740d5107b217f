import type { Client } from './ask.js';

/** A page of the console that is to be seen. */
export interface ConsolePage {
  /** How many events it was told. */
  readonly events: () => number;
  readonly bytes: () => number;
  close(): void;
}

/** Follows what a page of the console follows (console/state/follow.ts), and reads every event as JSON. */
export async function openPage(client: Client, tenant: string): Promise<ConsolePage> {
  let [events, bytes] = [0, 0];
  let pending = '';
  const leave = await client.follow(`/__workbench/tenants/${tenant}/events?afterId=0`, (part) => {
    bytes += part.length;
    const blocks = (pending + part).split('\n\n');
    pending = blocks.pop() ?? '';
    events += blocks.length;
    for (const block of blocks) JSON.parse(block.slice(block.indexOf('\ndata: ') + '\ndata: '.length));
  });
  return { events: () => events, bytes: () => bytes, close: leave };
}
