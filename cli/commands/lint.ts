import { Command } from 'commander';
import { lintFiles } from '../../contracts/index.js';
import { readManifest } from '../manifest.js';
import { type PackageFlags, readJudged, withPackageFlags } from '../package-flags.js';
import { deliverReports, prepareReports, type ReportFlags, withReportFlags } from '../reports.js';
import { useColor } from '../use-color.js';

/** `jama-sim lint PACKAGE`: exit status 0 when no rule finds an error, 1 when one does, 2 when the package cannot be used. */
export function lintCommand(): Command {
  const command = new Command('lint').description(
    'read a connection package by the rules alone; nothing is run',
  );
  return withReportFlags(withPackageFlags(command)).action(
    async (path: string, flags: PackageFlags & ReportFlags) => {
      const reports = await prepareReports(flags);
      const startedAt = performance.now();
      const { package: connectionPackage, settings } = await readJudged(path, flags);
      const openapi = flags.openapi === undefined ? {} : { openapi: flags.openapi };
      const result = await lintFiles(connectionPackage, { settings, ...openapi });
      await deliverReports(reports, result, {
        package: connectionPackage,
        color: useColor(),
        durationMs: performance.now() - startedAt,
        version: readManifest().version,
        workingDirectory: process.cwd(),
        connection: flags.connection,
        errorsOnly: flags.errorsOnly,
      });
      process.exitCode = result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    },
  );
}
