import { describe, expect, test } from '@jest/globals';
import type { BenchView, ExchangeFacts } from '../../workbench/index.js';
import { dataOf, readUntil } from '../helpers/stream-events.js';
import { workbenchUnderTest } from '../helpers/workbench-under-test.js';

describe('the stream of a bench', () => {
  test('begins with the bench and what was missed, then tells of runs and exchanges as they happen', async () => {
    const { origin, run, ended } = await workbenchUnderTest();
    await run({ flow: 'test connection', mode: 'whole' });
    await ended();
    const events = `${origin}/__workbench/tenants/jama/events`;
    const reading = readUntil(`${events}?afterId=1`, (text) =>
      /"id":2,"request":\{[^}]*\},"package":"[^"]*","status":"ok"/.test(text),
    );
    await run({ flow: 'import accounts', mode: 'whole' });
    const text = await reading;
    const exchanges = dataOf<ExchangeFacts>(text, 'exchange');
    expect(exchanges.map(({ id }) => id)).toEqual(exchanges.map((_, at) => at + 2));
    expect(exchanges.at(-1)).toEqual({
      id: expect.any(Number),
      at: expect.any(Number),
      durationMs: expect.any(Number),
      method: 'GET',
      path: '/rest/v1/users',
      search: expect.stringContaining('startAt=50'),
      status: 200,
    });
    const benches = dataOf<BenchView>(text, 'bench');
    expect(benches[0]?.runs).toHaveLength(1);
    expect(benches.at(-1)?.runs).toHaveLength(2);
  });

  test('ends when the simulator stops', async () => {
    const { origin, simulator } = await workbenchUnderTest();
    const response = await fetch(`${origin}/__workbench/tenants/jama/events`);
    const [text] = await Promise.all([response.text(), simulator.stop()]);
    expect(text).toContain('event: bench');
  });
});
