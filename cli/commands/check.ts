import { Command } from 'commander';
import { checkPackage, scenarioNames } from '../../contracts/index.js';
import { UsageError } from '../failure.js';
import { readManifest } from '../manifest.js';
import { otherThreads } from '../other-threads.js';
import { type PackageFlags, readJudged, withPackageFlags } from '../package-flags.js';
import { deliverReports, prepareReports, type ReportFlags, withReportFlags } from '../reports.js';
import { statusLine } from '../status-line.js';
import { useColor } from '../use-color.js';
import { watchCheck } from '../watch-check.js';

interface CheckFlags extends PackageFlags, ReportFlags {
  readonly only?: readonly string[];
  readonly watch?: boolean;
}

/** `jama-sim check PACKAGE`: exit status 0 when all flows hold, 1 with a finding of severity error, 2 when the package cannot be used. */
export function checkCommand(): Command {
  const command = new Command('check').description(
    'run every flow of a connection package against a tenant of its own, and say what is wrong',
  );
  return withReportFlags(withPackageFlags(command))
    .option('--only <names...>', 'run only these families (token, import, ...) or scenarios')
    .option('--watch', 'check again what a change touches, until Ctrl-C')
    .action(async (path: string, flags: CheckFlags) => {
      await refuseUnknown(flags.only);
      const reports = await prepareReports(flags);
      const report = {
        color: useColor(),
        version: readManifest().version,
        workingDirectory: process.cwd(),
        connection: flags.connection,
        errorsOnly: flags.errorsOnly,
      };
      if (flags.watch === true) {
        // A package that cannot be read at all is refused as it is without --watch.
        await readJudged(path, flags);
        return watchCheck({ path, flags, reports, report, only: flags.only });
      }
      const now = () => performance.now();
      const startedAt = now();
      const { package: connectionPackage, settings } = await readJudged(path, flags);
      const openapi = flags.openapi === undefined ? {} : { openapi: flags.openapi };
      const line = statusLine(process.stderr, now);
      const result = await checkPackage({
        package: connectionPackage,
        settings,
        ...openapi,
        now,
        threads: otherThreads(),
        onScenario: (_, { told, of }) => line.show(`  ${told} of ${of} scenarios`),
        ...(flags.only === undefined ? {} : { only: flags.only }),
      });
      line.clear();
      await deliverReports(reports, result, {
        ...report,
        package: connectionPackage,
        durationMs: now() - startedAt,
      });
      process.exitCode = result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    });
}

async function refuseUnknown(only: readonly string[] = []): Promise<void> {
  const known = await scenarioNames();
  const unknown = only.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const families = [...known].filter((name) => !name.includes('-'));
  throw new UsageError(
    'scenario-unknown',
    `There is no scenario or family "${unknown}".`,
    `Families: ${families.join(', ')}. The JSON report names every scenario.`,
  );
}
