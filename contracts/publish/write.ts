import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { adminApiPage } from './admin-api-page.js';
import { evidencePage } from './evidence-page.js';
import { rulePages } from './rule-pages.js';
import { schemaFiles } from './schema-files.js';

/** Writes what is generated from the code: the folder `schemas`, `docs/rules.md` and the folder `docs/rules`,
 * `docs/evidence.md` and `docs/admin-api.md`. Pages of rules that are no more go. */
async function publish(root: string): Promise<void> {
  await rm(join(root, 'docs/rules'), { recursive: true, force: true });
  await write(join(root, 'schemas'), schemaFiles());
  await write(join(root, 'docs'), await rulePages());
  await write(join(root, 'docs'), new Map([...evidencePage(), ...(await adminApiPage())]));
  const written = await readdir(join(root, 'docs/rules'));
  process.stdout.write(`schemas: ${schemaFiles().size} files, docs/rules: ${written.length} pages\n`);
}

async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

await publish(process.cwd());
