import { Command } from 'commander';
import { readPackage } from '../../connector/index.js';
import { connectionTestReport, outcomeStatus, ownPlace, runConnectionTest } from '../../contracts/index.js';
import { realClock } from '../../mock-server/index.js';
import { type TenantFlags, tenantOf, withTenantFlags } from '../tenant-flags.js';
import { useColor } from '../use-color.js';

interface TestFlags extends TenantFlags {
  readonly connection?: string;
  readonly trace?: boolean;
}

/** `jama-sim test-connection PACKAGE`: exit status 0 when every authentication works, 1 when one does not, 2 when the package cannot be used, 3 when the target cannot be reached. */
export function testConnectionCommand(): Command {
  const command = new Command('test-connection')
    .description('try every authentication of a connection package, as Save & Test Connection does')
    .argument(
      '<package>',
      'folder of connector JSONs, EIC transport zip or JSON, or a single connector JSON',
    );
  return withTenantFlags(command)
    .option('--connection <file>', 'a ConnectionJSON, for exports that hold it only as cipher text')
    .option('--trace', 'show every call with its templates, request and answer')
    .action(async (path: string, flags: TestFlags) => {
      const { connection } = flags;
      const connectionPackage = await readPackage(path, connection === undefined ? {} : { connection });
      const named = tenantOf(flags);
      const place = named ? { ...named, close: async () => {} } : await ownPlace();
      try {
        const outcome = await runConnectionTest({
          package: connectionPackage,
          target: place.url,
          credentials: place.credentials,
          clock: realClock,
        });
        process.stdout.write(
          connectionTestReport(outcome, { color: useColor(), trace: flags.trace === true }),
        );
        process.exitCode = { ok: 0, failed: 1, unreachable: 3 }[outcomeStatus(outcome)];
      } finally {
        await place.close();
      }
    });
}
