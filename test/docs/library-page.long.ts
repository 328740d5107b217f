import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

const run = promisify(execFile);
const page = readFileSync('docs/library.md', 'utf8');
const blocks = [...page.matchAll(/## (.*)\n[^#]*?```js\n([\s\S]*?)```/g)].map(
  ([, title = '', code = '']) => [title, code] as const,
);

describe('docs/library.md', () => {
  test('has a block for each way in', () => {
    expect(blocks.map(([title]) => title)).toEqual([
      'A simulator',
      'Inside an application',
      'A connector',
      'A check',
    ]);
    expect(blocks.length).toBe(page.match(/```js/g)?.length);
  });

  test.each(blocks)(
    '%s: the block runs as it stands',
    async (_, code) => {
      const env = { ...process.env, NODE_OPTIONS: '' };
      const ended = run(process.execPath, ['--input-type=module', '--eval', code], { env, timeout: 50_000 });
      await expect(ended).resolves.toMatchObject({ stderr: '' });
    },
    60_000,
  );

  test('names only what the entries export', async () => {
    const rows = [...page.matchAll(/^\| `(jama-sim[\w/]*)` \| (.*) \|$/gm)].filter(
      ([, entry]) => !entry?.endsWith('jest'),
    );
    expect(rows).toHaveLength(3);
    for (const [, entry = '', names = ''] of rows) {
      const wanted = [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
      const code = `console.log(JSON.stringify(Object.keys(await import('${entry}'))))`;
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code]);
      expect({ entry, missing: wanted.filter((name) => !JSON.parse(stdout).includes(name)) }).toEqual({
        entry,
        missing: [],
      });
    }
  }, 30_000);
});

test('the README leads to every page', () => {
  const readme = readFileSync('README.md', 'utf8');
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
  expect(pages.filter((name) => !readme.includes(`](docs/${name})`))).toEqual([]);
});
