import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { readPackage } from '../../connector/index.js';
import { checkPackage, jsonReport, prettyReport } from '../../contracts/index.js';
import { UsageError } from '../failure.js';
import { useColor } from '../use-color.js';

interface CheckFlags {
  readonly reporter: 'pretty' | 'json';
  readonly output?: string;
  readonly connection?: string;
}

/** `jama-sim check PACKAGE`: exit status 0 when all flows hold, 1 with a finding of severity error, 2 when the package cannot be used. */
export function checkCommand(): Command {
  return new Command('check')
    .description('run every flow of a connection package against a tenant of its own, and say what is wrong')
    .argument('<package>', 'folder of connector JSONs, EIC transport zip or JSON, or a single connector JSON')
    .addOption(
      new Option('--reporter <name>', 'form of the report').choices(['pretty', 'json']).default('pretty'),
    )
    .option('--output <file>', 'write the report to a file')
    .option('--connection <file>', 'a ConnectionJSON, for exports that hold it only as cipher text')
    .action(async (path: string, flags: CheckFlags) => {
      const { reporter, output, connection } = flags;
      const connectionPackage = await readPackage(path, connection === undefined ? {} : { connection });
      const now = () => performance.now();
      const startedAt = now();
      const result = await checkPackage({ package: connectionPackage, now });
      const color = output === undefined && useColor();
      const durationMs = now() - startedAt;
      const report =
        reporter === 'json'
          ? jsonReport(result)
          : prettyReport(result, { package: connectionPackage, color, durationMs });
      await deliver(report, output);
      process.exitCode = result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    });
}

async function deliver(report: string, output: string | undefined): Promise<void> {
  if (output === undefined) {
    process.stdout.write(report);
    return;
  }
  await writeFile(output, report).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      'output-unwritable',
      `The report cannot be written to ${output}: ${error.message}`,
      'Give --output a file in a folder that exists and can be written to.',
    );
  });
}
