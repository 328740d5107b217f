import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

/** Commands of a page that can be run as they stand: those without a placeholder. */
function commandsOf(page: string): string[] {
  return blocks(readFileSync(page, 'utf8'))
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('npx jama-sim ') && !line.includes('...'));
}

describe.each(['README.md', 'docs/connector.md', 'docs/targets.md'])('%s', (page) => {
  test('has commands to run', () => {
    expect(commandsOf(page).length).toBeGreaterThan(1);
  });

  test.each(commandsOf(page))(
    '%s',
    async (command) => {
      const { status, stdout, stderr } = await runCli(words(command).slice(2));

      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).not.toBe('');
    },
    30_000,
  );
});

describe('docs/verify.md', () => {
  const commands = commandsOf('docs/verify.md');
  const bin = resolve('bin/jama-sim.js');

  test('has commands to run', () => {
    expect(commands.length).toBeGreaterThan(2);
  });

  test.each(commands)(
    '%s',
    async (command) => {
      const folder = await mkdtemp(join(tmpdir(), 'jama-sim-verify-'));
      await writeFile(join(folder, 'tenant.json'), '{}');
      const [, , ...own] = words(command).map((word) =>
        word === 'npx' ? process.execPath : word === 'jama-sim' ? bin : word,
      );

      const { status, stdout, stderr } = await runCli(own, { cwd: folder });

      expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
    },
    60_000,
  );
});

describe('the README', () => {
  test('links only to files that exist', () => {
    const pages = new Set(readdirSync('docs').map((name) => `docs/${name}`));
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((docs\/[^)#]+)/g)].map(
      ([, path]) => path,
    );

    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((path) => path !== undefined && !pages.has(path))).toEqual([]);
  });
});

function blocks(markdown: string): string[] {
  return [...markdown.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, body = '']) => body);
}

/** Splits a command as a shell does, as far as the README needs it: single quotes keep blanks together. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
