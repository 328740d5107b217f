import { copyFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { UsageError } from '../failure.js';
import { makeOutputFolder } from '../make-output-folder.js';
import { readManifest } from '../manifest.js';
import { packageRoot } from '../package-root.js';

/** A file to be made: a copy of one that is shipped, or a text. */
interface NewFile {
  readonly to: string;
  readonly from?: URL;
  readonly text?: string;
}

/** `jama-sim init DIR`: exit status 0 when everything was written, 2 when a file of that name is there already; nothing is written then. */
export function initCommand(): Command {
  return new Command('init')
    .description('write a connection package to start from, its contract test and a CI workflow')
    .argument('<folder>', 'where to; files that are there are never overwritten')
    .action(async (folder: string) => {
      const files = [...(await shipped()), ...(await manifest(folder))];
      await refuseExisting(folder, files);
      for (const { to, from, text = '' } of files) {
        const file = join(folder, to);
        await makeOutputFolder(dirname(file), 'init');
        if (from === undefined) await writeFile(file, text, { flag: 'wx' });
        else await copyFile(from, file);
      }
      process.stdout.write(
        [
          ...files.map(({ to }) => `  ${join(folder, to)}`),
          '',
          `  cd ${shellWord(folder)} && npm install && npm test`,
          '  npx jama-sim check connector --watch',
          '',
        ].join('\n'),
      );
    });
}

async function shipped(): Promise<NewFile[]> {
  const connector = new URL('fixtures/packages/jama-connect/', packageRoot);
  const documents = (await readdir(connector)).sort();
  const starter = new URL('fixtures/starter/', packageRoot);
  const others = ['test/contract.test.js', '.github/workflows/contract.yml'];
  return [
    ...documents.map((name) => ({ to: join('connector', name), from: new URL(name, connector) })),
    ...others.map((name) => ({ to: name, from: new URL(name, starter) })),
  ];
}

/** A package.json, unless the folder is a project already. */
async function manifest(folder: string): Promise<NewFile[]> {
  if (await stat(join(folder, 'package.json')).catch(() => undefined)) return [];
  const content = {
    name: basename(resolve(folder))
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[._]+/, ''),
    private: true,
    type: 'module',
    scripts: { test: 'node --test', check: 'jama-sim check connector' },
    devDependencies: { 'jama-sim': dependency(folder) },
  };
  return [{ to: 'package.json', text: `${JSON.stringify(content, null, 2)}\n` }];
}

/**
 * Where npm gets jama-sim from: as the version that is installed, or from the checkout that is run; nothing is known of a registry that
 * has that.
 */
function dependency(folder: string): string {
  const root = fileURLToPath(packageRoot);
  return root.split(sep).includes('node_modules')
    ? readManifest().version
    : `file:${relative(resolve(folder), root).split(sep).join('/')}`;
}

/** A path as a shell reads it. */
function shellWord(path: string): string {
  return /^[\w./:@%+=,~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

async function refuseExisting(folder: string, files: readonly NewFile[]): Promise<void> {
  const there: string[] = [];
  for (const { to } of files) {
    const known = await stat(join(folder, to)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw unusable(folder, error);
    });
    if (known) there.push(to);
  }
  if (there.length === 0) return;
  throw new UsageError(
    'file-exists',
    `${folder} has ${there.join(', ')} already; nothing was written.`,
    'Name another folder, or move what is there.',
  );
}

function unusable(folder: string, error: Error): UsageError {
  return new UsageError('folder-unusable', `${folder} cannot be used: ${error.message}`, 'Name a folder.');
}
