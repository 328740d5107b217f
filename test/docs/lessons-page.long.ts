import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkLessons, conditionsTable } from '../../workbench/index.js';

test('the table of conditions is that of the code', async () => {
  const [, shown] = readFileSync('docs/lessons.md', 'utf8').split(/<!-- conditions:.*-->\n/);
  expect(shown?.split('<!-- end of conditions -->')[0]).toBe(await conditionsTable());
});

test('the lesson that the page shows can be taken', async () => {
  const page = readFileSync('docs/lessons.md', 'utf8');
  const [, shown = ''] = /```markdown\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-lessons-'));
  await writeFile(join(folder, '01-first-import.md'), shown);

  await checkLessons({ lessons: folder, packages: 'fixtures/packages' });

  await writeFile(join(folder, '01-first-import.md'), shown.replace('accounts:', 'acounts:'));
  await expect(checkLessons({ lessons: folder, packages: 'fixtures/packages' })).rejects.toThrow('accounts');
});
