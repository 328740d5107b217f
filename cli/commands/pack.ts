import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { packTransport, readPackage } from '../../connector/index.js';
import { realClock } from '../../mock-server/index.js';
import { UsageError } from '../failure.js';

interface PackFlags {
  readonly output: string;
  readonly name?: string;
}

/** `jama-sim pack FOLDER --output ZIP`: exit status 0 when the zip is written, 2 when it cannot be. A file that is there is left alone. */
export function packCommand(): Command {
  return new Command('pack')
    .description('write a folder of connector JSONs as an EIC transport zip, every text byte for byte')
    .argument('<folder>', 'folder of connector JSONs')
    .requiredOption('--output <zip>', 'the zip to write; it must not exist yet')
    .option('--name <name>', "name of the connection (default: the folder's)")
    .action(async (folder: string, { output, name }: PackFlags) => {
      const source = await readPackage(folder);
      await writeFile(output, packTransport(source, realClock.now(), name), { flag: 'wx' }).catch(
        (error: NodeJS.ErrnoException) => {
          throw new UsageError(
            error.code === 'EEXIST' ? 'output-exists' : 'output-unwritable',
            error.code === 'EEXIST'
              ? `${output} is there already.`
              : `${output} cannot be written: ${error.message}`,
            'Give --output a new file in a folder that exists.',
          );
        },
      );
      const noConnection = source.document('ConnectionJSON').origin === 'default';
      process.stdout.write(
        `${output} holds the connection ${name ?? source.name}${noConnection ? ', without a ConnectionJSON: the folder has none' : ''}.\n`,
      );
    });
}
