import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

test('a lesson that cannot be used is told with its place when the simulator starts, and nothing is started', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-lessons-'));
  const lesson =
    '---\nid: own\ntitle: Own\ngoal: Try\nsteps:\n  - text: x\n    check:\n      - users: { count: 1, actve: true }\n---\n';
  await writeFile(join(folder, '01-own.md'), lesson);

  const { status, stdout, stderr } = await runCli(['start', '--port', '0', '--lessons', folder]);

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(
    /01-own\.md:8:28 {2}\/steps\/0\/check\/0\/users\/actve: .*\[lesson-file-invalid\]\n {2}Mend the lesson/,
  );
}, 20_000);
