import { describe, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from '../../mock-server/index.js';

/** Reads server-sent events until there are so many, or the stream ends. */
async function eventsOf(response: Response, wanted: number): Promise<{ id: string; data: unknown }[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const found = [...text.matchAll(/^id: (.*)\nevent: request\ndata: (.*)\n\n/gm)].map(
      ([, id = '', data = '']) => ({
        id,
        data: JSON.parse(data) as unknown,
      }),
    );
    const part = found.length >= wanted ? undefined : await reader?.read();
    if (part === undefined || part.done) {
      await reader?.cancel();
      return found;
    }
    text += part.value;
  }
}

async function calls({ url, tenant, credentials }: Simulator, count: number): Promise<void> {
  const { accessToken } = await tenant.tokens.issue(credentials, tenant.owner.username);
  for (let n = 0; n < count; n += 1) {
    await fetch(`${url}/rest/v1/users/101`, { headers: { authorization: `Bearer ${accessToken}` } });
  }
}

const streamOf = ({ url }: Simulator, headers: Record<string, string> = {}) =>
  fetch(`${new URL(url).origin}/__admin/tenants/jama/events`, { headers });

describe('the event stream', () => {
  test('tells of every request as it is answered, without secrets', async () => {
    const simulator = await startSimulator({ users: 5 });
    const stream = await streamOf(simulator);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await calls(simulator, 2);
    expect(await eventsOf(stream, 2)).toMatchObject([
      {
        id: '1',
        data: { path: '/rest/v1/users/101', requestHeaders: { authorization: 'Bearer [REDACTED]' } },
      },
      { id: '2' },
    ]);
    await simulator.stop();
  });

  test('begins with what a client missed, when it comes back', async () => {
    const simulator = await startSimulator({ users: 5 });
    await calls(simulator, 3);
    const events = await eventsOf(await streamOf(simulator, { 'last-event-id': '1' }), 2);
    expect(events.map(({ id }) => id)).toEqual(['2', '3']);
    await simulator.stop();
  });

  test('ends when the simulator stops, which does not wait for it', async () => {
    const simulator = await startSimulator({ users: 5 });
    const stream = await streamOf(simulator);
    const rest = eventsOf(stream, 1);
    const startedAt = performance.now();
    await simulator.stop();
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(await rest).toEqual([]);
  });
});
