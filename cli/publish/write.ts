import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conditionsTable } from '../../workbench/index.js';
import { createProgram } from '../program.js';
import { cliPage } from './cli-page.js';

/** Writes `docs/cli.md` from the commands, and the table of conditions into `docs/lessons.md`. */
for (const [name, text] of cliPage(await createProgram(undefined))) await writeFile(join('docs', name), text);
const page = join('docs', 'lessons.md');
const [before = '', , after = ''] = (await readFile(page, 'utf8')).split(
  /(?<=<!-- conditions:.*-->\n)|(?=<!-- end of conditions -->)/,
);
await writeFile(page, before + (await conditionsTable()) + after);
