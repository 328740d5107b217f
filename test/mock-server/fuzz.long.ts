import { describe, expect, test } from '@jest/globals';
import { fuzz } from '../../bench/fuzz/fuzz.js';

describe('every route', () => {
  test('answers whatever comes over the wire with an envelope, and never with 500', async () => {
    const { requests, statuses } = await fuzz({ seed: 2, seconds: 2 });
    expect(requests).toBeGreaterThan(5);
    expect(statuses.get(200)).toBeGreaterThan(0);
  }, 30_000);
});
