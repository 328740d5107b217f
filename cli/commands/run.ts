import { readFile } from 'node:fs/promises';
import { Argument, Command } from 'commander';
import { type Identity, isObject, readPackage } from '../../connector/index.js';
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
import { useColor } from '../use-color.js';

interface RunFlags {
  readonly target?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly connection?: string;
  readonly identities?: string;
  readonly identity?: string;
  readonly account?: string;
  readonly entitlement?: string;
  readonly trace?: boolean;
}

/** `jama-sim run PACKAGE FLOW`: exit status 0 when the flow ends well, 1 when it fails, 2 when it cannot be started, 3 when the target cannot be reached. */
export function runCommand(): Command {
  return new Command('run')
    .description('run one flow of a connection package and show what it did')
    .argument('<package>', 'folder of connector JSONs, EIC transport zip or JSON, or a single connector JSON')
    .addArgument(new Argument('<flow...>', `one of: ${flows.join(', ')}`))
    .option(
      '--target <url>',
      'base URL of a tenant, such as http://localhost:8080/jama (without it: a tenant of its own)',
    )
    .option('--client-id <id>', 'client id for the target')
    .option('--client-secret <secret>', 'client secret for the target')
    .option('--connection <file>', 'a ConnectionJSON, for exports that hold it only as cipher text')
    .option('--identities <file>', 'the identities of the EIC side, as a JSON array')
    .option('--identity <username>', 'whom a task is for')
    .option('--account <name>', 'the account a task is on, by name or accountID')
    .option('--entitlement <id>', 'the user group of an access task, by id or name')
    .option('--trace', 'show every call with its templates, request and answer')
    .action(async (path: string, words: string[], flags: RunFlags) => {
      const flow = flowOf(words);
      const { connection } = flags;
      const connectionPackage = await readPackage(path, connection === undefined ? {} : { connection });
      const place = await placeOf(flags);
      try {
        const { account } = flags;
        const identity = flags.identity ?? (account === undefined ? place.identityFor(flow) : undefined);
        const entitlement = flags.entitlement ?? place.entitlementFor(flow);
        const run = await runFlow({
          package: connectionPackage,
          flow,
          target: place.url,
          credentials: place.credentials,
          clock: realClock,
          identities: place.identities,
          ...(identity === undefined ? {} : { identity }),
          ...(account === undefined ? {} : { account }),
          ...(entitlement === undefined ? {} : { entitlement }),
        });
        process.stdout.write(flowReport(run, { color: useColor(), trace: flags.trace === true }));
        process.exitCode = { ok: 0, failed: 1, unreachable: 3 }[flowStatus(run)];
      } finally {
        await place.close();
      }
    });
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
  const { target, clientId, clientSecret } = flags;
  if (target === undefined) return ownPlace();
  if (!URL.canParse(target)) {
    throw new UsageError(
      'target-invalid',
      `--target "${target}" is not a URL.`,
      'Give the base URL of a tenant, such as http://localhost:8080/jama.',
    );
  }
  if (clientId === undefined || clientSecret === undefined) {
    throw new UsageError(
      'credentials-missing',
      'A target needs credentials.',
      'Give --client-id and --client-secret; jama-sim start prints both.',
    );
  }
  const identities = flags.identities === undefined ? [] : await readIdentities(flags.identities);
  return targetPlace(target, { clientId, clientSecret }, identities);
}

async function readIdentities(file: string): Promise<Identity[]> {
  const remedy = 'Give a JSON array of objects that each have a "username".';
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (Array.isArray(value) && value.every(isIdentity)) return value;
  } catch (error) {
    throw new UsageError(
      'identities-unusable',
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      remedy,
    );
  }
  throw new UsageError('identities-unusable', `${file} does not hold identities.`, remedy);
}

function isIdentity(value: unknown): value is Identity {
  return isObject(value) && typeof value.username === 'string';
}
