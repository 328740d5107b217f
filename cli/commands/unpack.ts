import { Command } from 'commander';
import { readPackage, unpackToFolder } from '../../connector/index.js';
import { makeOutputFolder } from '../make-output-folder.js';

interface UnpackFlags {
  readonly output: string;
  readonly name?: string;
}

/** `jama-sim unpack ZIP --output FOLDER`: exit status 0 when the files are written, 2 when they cannot be. A folder with files in it is left alone. */
export function unpackCommand(): Command {
  return new Command('unpack')
    .description('write the connector JSONs of an EIC transport zip as files, every text byte for byte')
    .argument('<zip>', 'EIC transport zip or JSON')
    .requiredOption('--output <folder>', 'the folder to write; it must be new or empty')
    .option('--name <name>', 'the connection to take, when the zip holds several')
    .action(async (zip: string, { output, name }: UnpackFlags) => {
      const source = await readPackage(zip, name === undefined ? {} : { name });
      await makeOutputFolder(output, '--output');
      const files = await unpackToFolder(source, output);
      const hidden = source.document('ConnectionJSON').origin === 'default';
      process.stdout.write(
        `${output} holds ${files.join(', ')}${hidden ? '; a ConnectionJSON is not among them: the export has it only as cipher text, or not at all' : ''}.\n`,
      );
    });
}
