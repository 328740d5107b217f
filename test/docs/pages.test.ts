import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { type Block, blocksOf, pages, rulePages } from './blocks.js';

/** Each kind of block and what tries it. A page with another kind fails. */
const kinds: Readonly<Record<string, string>> = {
  sh: 'run in a shell (commands.long.ts)',
  js: 'run by Node.js (commands.long.ts)',
  text: 'looked for in what the commands before it printed (commands.long.ts), or written by the generator of its page',
  json: 'held against its schema (below)',
  yaml: 'parsed; its commands are run (commands.long.ts)',
  markdown: 'a lesson; read as one (lessons-page.long.ts)',
  cases: 'evaluated (test/connector/template)',
  failures: 'evaluated (test/connector/template)',
};

const all = pages().flatMap(blocksOf);

describe('every block of every page', () => {
  test('is of a kind that a test tries', () => {
    const unknown = all.filter(({ language }) => !(language in kinds));
    expect(unknown.map(({ page, line, language }) => `${page}:${line} ${language}`)).toEqual([]);
  });

  test.each(of('json'))('%s is what its schema describes', (_, block) => {
    const value: unknown = JSON.parse(block.body);
    const judge = jsonOf[block.page];
    if (!judge) throw new Error(`${block.page}: no schema is known for this JSON.`);
    expect(judge(value)).toEqual([]);
  });

  test.each(of('yaml'))('%s is YAML', (_, { body }) => {
    expect(parse(body)).toMatchObject({});
  });
});

describe('the links', () => {
  test.each([...pages(), ...rulePages()])('of %s lead to what exists', (page) => {
    expect(linksOf(page).filter((link) => !leads(page, link))).toEqual([]);
  });

  test('of the README lead to every page', () => {
    const readme = readFileSync('README.md', 'utf8');
    const missing = pages().filter((page) => page !== 'README.md' && !readme.includes(`](${page})`));
    expect(missing).toEqual([]);
  });
});

/** What judges the JSON of a page; each answers with what is wrong. */
const jsonOf: Readonly<Record<string, (value: unknown) => unknown[]>> = {
  'docs/settings.md': bySchema('jama-sim'),
  'docs/editor.md': (value) => {
    const { 'json.schemas': mapped } = value as { 'json.schemas': { url: string; fileMatch: string[] }[] };
    return mapped.filter(
      ({ url, fileMatch: [file] }) =>
        !existsSync(url.replace('./node_modules/jama-sim/', '')) ||
        !url.endsWith(`/${file?.replace('.json', '.schema.json')}`),
    );
  },
};

function bySchema(name: string): (value: unknown) => unknown[] {
  const validate = new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')),
  );
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

function of(language: string): [string, Block][] {
  return all
    .filter((block) => block.language === language)
    .map((block) => [`${block.page}:${block.line}`, block]);
}

/** The targets of the links and pictures of a page, without those that leave the repository. */
function linksOf(page: string): string[] {
  const prose = readFileSync(page, 'utf8')
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  const markdown = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const html = [...prose.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)].map(([, link = '']) => link);
  return [...markdown, ...html].filter((link) => !/^\w+:/.test(link));
}

function leads(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(file).has(anchor);
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  const slugs = headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set(slugs);
}

test('docs/dependencies.md has a line for every dependency, with its version, and for no other', () => {
  const page = readFileSync('docs/dependencies.md', 'utf8');
  const listed = [...page.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/([@\w/.-]+) (\d[\w.-]*)/g)].map(([, name, version]) => `${name} ${version}`),
  );
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const used = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name]) => !name.startsWith('@types/'))
    .map(([name, version]) => `${name} ${version}`);

  expect(listed.sort()).toEqual(used.sort());
});
