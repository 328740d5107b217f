import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { crashingTenant } from '../helpers/crashing-tenant.js';

const KILLS = Number(process.env.JAMA_SIM_KILLS ?? 2000);
const LONGEST_START_MS = 600;
const LONGEST_WORK_MS = 250;

describe('a tenant whose process is killed at random moments under load', () => {
  test(
    `loses nothing that was acknowledged, and is never corrupt, in ${KILLS} kills`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'jama-sim-kills-'));
      const tenant = crashingTenant(join(folder, 'tenant.json'));
      for (let round = 0; round < KILLS; round += 1) {
        const share = ((round * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
        const kill =
          round % 5 === 4
            ? ({ after: 'start', ms: share * LONGEST_START_MS } as const)
            : ({ after: 'work', ms: share * LONGEST_WORK_MS } as const);
        await tenant.round(kill);
      }
      await tenant.end();
      process.stderr.write(
        `${KILLS} kills, ${tenant.killedEarly} of them while starting; ${tenant.acknowledged} changes acknowledged\n`,
      );
      expect(tenant.acknowledged).toBeGreaterThan(KILLS);
      expect(await readdir(folder)).toEqual(['tenant.json']);
      await rm(folder, { recursive: true });
    },
    KILLS * 10_000,
  );
});
