import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest } from '@jest/globals';
import type { Finding } from '../../contracts/index.js';
import { runCli } from '../helpers/run-cli.js';
import { testWithShared } from '../helpers/shared.js';
import { applyRemedies } from './apply-remedies.js';

jest.setTimeout(300_000);

/** More rounds than this, and a reader would think that it never ends. */
const rounds = 5;

describe('the package that was published for this integration', () => {
  testWithShared(
    'is mended by the remedies that check prints, and by nothing else',
    'reference/published-package/JamaSoftware.zip',
    async (zip) => {
      const folder = join(await mkdtemp(join(tmpdir(), 'jama-sim-repair-')), 'my-connector');
      const report = `${folder}.json`;
      expect(await runCli(['unpack', zip, '--output', folder])).toMatchObject({ status: 0 });

      const left: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        const { status } = await runCli(['check', folder, '--reporter', 'json', '--output', report]);
        const judged = JSON.parse(await readFile(report, 'utf8')) as { findings: Finding[] };
        const findings = judged.findings.filter(({ severity }) => severity !== 'info');
        left.push(findings.length);
        if (status === 0 && findings.length === 0) break;
        await applyRemedies(folder, findings);
      }

      expect(left[0]).toBeGreaterThan(30);
      expect({ left, least: left.at(-1) }).toEqual({ left: left.toSorted((a, b) => b - a), least: 0 });
    },
  );
});
