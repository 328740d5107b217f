import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createProgram } from '../../../cli/program.js';
import { cliPage } from '../../../cli/publish/cli-page.js';

test('docs/cli.md is current (npm run generate)', async () => {
  const pages = cliPage(await createProgram(undefined));
  expect([...pages.keys()]).toEqual(['cli.md']);
  expect(readFileSync('docs/cli.md', 'utf8')).toBe(pages.get('cli.md'));
});
