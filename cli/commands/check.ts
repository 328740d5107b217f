import { Command } from 'commander';
import { checkPackage } from '../../contracts/index.js';
import { type PackageFlags, readJudged, withPackageFlags } from '../package-flags.js';
import { deliverReports, prepareReports, type ReportFlags, withReportFlags } from '../reports.js';
import { useColor } from '../use-color.js';
import { readManifest } from '../version.js';

/** `jama-sim check PACKAGE`: exit status 0 when all flows hold, 1 with a finding of severity error, 2 when the package cannot be used. */
export function checkCommand(): Command {
  const command = new Command('check').description(
    'run every flow of a connection package against a tenant of its own, and say what is wrong',
  );
  return withReportFlags(withPackageFlags(command)).action(
    async (path: string, flags: PackageFlags & ReportFlags) => {
      const reports = await prepareReports(flags);
      const now = () => performance.now();
      const startedAt = now();
      const { package: connectionPackage, settings } = await readJudged(path, flags);
      const result = await checkPackage({ package: connectionPackage, settings, now });
      await deliverReports(reports, result, {
        package: connectionPackage,
        color: useColor(),
        durationMs: now() - startedAt,
        version: readManifest().version,
        workingDirectory: process.cwd(),
        connection: flags.connection,
      });
      process.exitCode = result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    },
  );
}
