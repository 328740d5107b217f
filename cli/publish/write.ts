import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProgram } from '../program.js';
import { cliPage } from './cli-page.js';

/** Writes `docs/cli.md` from the commands. */
for (const [name, text] of cliPage(await createProgram(undefined))) await writeFile(join('docs', name), text);
