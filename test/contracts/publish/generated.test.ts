import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { rules } from '../../../contracts/lint/index.js';
import { adminApiPage } from '../../../contracts/publish/admin-api-page.js';
import { evidencePage } from '../../../contracts/publish/evidence-page.js';
import { rulePages } from '../../../contracts/publish/rule-pages.js';
import { schemaFiles } from '../../../contracts/publish/schema-files.js';
import { sightings } from '../../../contracts/publish/sightings.js';

const clean = resolve('fixtures/packages/jama-connect');

/** Files whose text is not what the code makes; `npm run generate` writes them. */
async function outdated(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const wrong = await Promise.all(
    [...files].map(async ([name, text]) => {
      const file = join(folder, name);
      return !existsSync(file) || (await readFile(file, 'utf8')) !== text ? [name] : [];
    }),
  );
  return wrong.flat();
}

describe('what is generated (npm run generate)', () => {
  test('the schemas are current', async () => {
    expect(await outdated(resolve('schemas'), schemaFiles())).toEqual([]);
    expect((await readdir(resolve('schemas'))).sort()).toEqual([...schemaFiles().keys()].sort());
  });

  test('the page of the evidence is current', async () => {
    expect(await outdated(resolve('docs'), evidencePage())).toEqual([]);
  });

  test('the page of the admin API is current', async () => {
    expect(await outdated(resolve('docs'), await adminApiPage())).toEqual([]);
  });

  test('the pages of the rules are current', async () => {
    const pages = await rulePages();

    expect(await outdated(resolve('docs'), pages)).toEqual([]);
    expect((await readdir(resolve('docs/rules'))).map((file) => `rules/${file}`).sort()).toEqual(
      [...pages.keys()].filter((name) => name.startsWith('rules/')).sort(),
    );
  }, 30_000);
});

test('every finding of a scenario is among the rules or in the table of what running finds, and nothing else is', async () => {
  const folder = resolve('contracts/scenarios');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const codes = texts.flatMap((text) =>
    [...text.matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code = '']) => code),
  );

  const known: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
  expect([...new Set(codes)].filter((code) => !known.has(code)).sort()).toEqual(
    Object.keys(sightings).sort(),
  );
});

describe('the schemas in the folder schemas', () => {
  const connectorSchemas = [...schemaFiles()].filter(([file]) => /^[A-Z].*\.schema\.json$/.test(file));

  test.each(connectorSchemas)(
    '%s is a schema of draft 2020-12 and takes the package that is shipped',
    async (file, text) => {
      const document = join(clean, file.replace('.schema.json', '.json'));
      const validate = new Ajv2020({ strict: false }).compile(JSON.parse(text));

      if (existsSync(document)) validate(JSON.parse(await readFile(document, 'utf8')));

      expect(validate.errors ?? []).toEqual([]);
      expect(validate({ unheardOf: true })).toBe(false);
    },
  );

  test('keys are explained', () => {
    const schema = JSON.parse(schemaFiles().get('ImportAccountEntJSON.schema.json') ?? '{}');

    expect(schema.properties.accountParams.description).toMatch(/accounts/);
    expect(
      schema.properties.accountParams.properties.call.additionalProperties.properties.keyField.description,
    ).toMatch(/found again/);
  });
});

test('docs/editor.md maps every connector JSON that has a schema', async () => {
  const [, json = ''] =
    /```json\n([\s\S]*?)```/.exec(await readFile(resolve('docs/editor.md'), 'utf8')) ?? [];
  const mapped = (JSON.parse(json)['json.schemas'] as { fileMatch: string[]; url: string }[]).map(
    ({ fileMatch: [name = ''], url }) => [name.replace('.json', '.schema.json'), url.split('/').at(-1)],
  );

  const expected = [...schemaFiles().keys()].filter((file) => /^[A-Z]/.test(file));
  expect(mapped.sort()).toEqual(expected.map((file) => [file, file]).sort());
});
