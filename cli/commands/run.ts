import { Argument, Command } from 'commander';
import { openRepository, readIdentities, readPackage } from '../../connector/index.js';
import {
  type Flow,
  flowReport,
  flowStatus,
  flows,
  ownPlace,
  type RunPlace,
  runFlow,
  targetPlace,
} from '../../contracts/index.js';
import { realClock } from '../../mock-server/index.js';
import { UsageError } from '../failure.js';
import { progressLine } from '../progress-line.js';
import { probe } from '../reports.js';
import { type TenantFlags, tenantOf, withTenantFlags } from '../tenant-flags.js';
import { useColor } from '../use-color.js';

interface RunFlags extends TenantFlags {
  readonly connection?: string;
  readonly repository?: string;
  readonly identities?: string;
  readonly identity?: string;
  readonly account?: string;
  readonly entitlement?: string;
  readonly endpoint?: string;
  readonly action?: string;
  readonly ticket?: string;
  readonly incremental?: boolean;
  readonly trace?: boolean;
}

/** `jama-sim run PACKAGE FLOW`: exit status 0 when the flow ends well, 1 when it fails, 2 when it cannot be started, 3 when the target cannot be reached. */
export function runCommand(): Command {
  const command = new Command('run')
    .description('run one flow of a connection package and show what it did')
    .argument('<package>', 'folder of connector JSONs, EIC transport zip or JSON, or a single connector JSON')
    .addArgument(new Argument('<flow...>', `one of: ${flows.join(', ')}`));
  return withTenantFlags(command)
    .option('--connection <file>', 'a ConnectionJSON, for exports that hold it only as cipher text')
    .option('--repository <file>', 'keep the EIC side in this file between runs; it is read if it exists')
    .option('--identities <file>', 'the identities of the EIC side, as a JSON array or CSV')
    .option('--identity <username>', 'whom a task is for')
    .option('--account <name>', 'the account a task is on, by name or accountID')
    .option('--entitlement <id>', 'the user group of an access task, by id or name')
    .option('--endpoint <name>', 'the endpoint a task is about, when ENDPOINTS_FILTER adds some')
    .option('--action <name>', 'the action of UpdateUserJSON (default: the first)')
    .option('--ticket <number>', 'the ticket whose status is asked for')
    .option('--incremental', 'an import that only adds and changes')
    .option('--trace', 'show every call with its templates, request and answer')
    .action(run);
}

async function run(path: string, words: string[], flags: RunFlags): Promise<void> {
  const flow = flowOf(words);
  const { connection, repository, account, endpoint, action, ticket } = flags;
  const connectionPackage = await readPackage(path, connection === undefined ? {} : { connection });
  if (repository !== undefined) await probe(repository, '--repository');
  const kept = repository === undefined ? {} : { repository: await openRepository({ file: repository }) };
  const progress = progressLine(process.stderr, () => performance.now());
  const place = await placeOf(flags);
  try {
    const identity = flags.identity ?? (account === undefined ? place.identityFor(flow) : undefined);
    const entitlement = flags.entitlement ?? place.entitlementFor(flow);
    const done = await runFlow({
      package: connectionPackage,
      flow,
      target: place.url,
      credentials: place.credentials,
      clock: realClock,
      identities: place.identities,
      incremental: flags.incremental === true,
      progress: progress.update,
      ...kept,
      ...(identity === undefined ? {} : { identity }),
      ...(account === undefined ? {} : { account }),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(action === undefined ? {} : { action }),
      ...(ticket === undefined ? {} : { ticket }),
      ...(entitlement === undefined ? {} : { entitlement }),
    });
    progress.clear();
    process.stdout.write(flowReport(done, { color: useColor(), trace: flags.trace === true }));
    process.exitCode = { ok: 0, failed: 1, unreachable: 3 }[flowStatus(done)];
  } finally {
    await place.close();
  }
}

function flowOf(words: readonly string[]): Flow {
  const flow = flows.find((one) => one === words.join(' '));
  if (flow) return flow;
  throw new UsageError(
    'flow-unknown',
    `There is no flow "${words.join(' ')}".`,
    `Use one of: ${flows.join(', ')}.`,
  );
}

async function placeOf(flags: RunFlags): Promise<RunPlace> {
  const tenant = tenantOf(flags);
  const identities = flags.identities === undefined ? undefined : await readIdentities(flags.identities);
  if (tenant !== undefined) return targetPlace(tenant.url, tenant.credentials, identities ?? []);
  const own = await ownPlace();
  return identities === undefined ? own : { ...own, identities };
}
