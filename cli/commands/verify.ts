import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, Option } from 'commander';
import {
  isContradicted,
  NoAnswer,
  type Verification,
  type VerifyOptions,
  verifyJson,
  verifyPretty,
  verifyTarget,
} from '../../contracts/index.js';
import { readOverrides, realClock } from '../../mock-server/index.js';
import { UsageError } from '../failure.js';
import { probe, refuseOutput } from '../reports.js';
import { type NamedTenant, tenantOf } from '../tenant-flags.js';
import { useColor } from '../use-color.js';

interface VerifyFlags {
  readonly target: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly allowWrites?: true;
  readonly burst?: true;
  readonly overrides?: string;
  readonly writeOverrides?: string;
  readonly reporter: 'pretty' | 'json';
  readonly output?: string;
}

/** How long an answer may take, in milliseconds. */
const PATIENCE = 60_000;

/**
 * `jama-sim verify`: exit status 0 when nothing contradicts the ledger and the OpenAPI document, 1 when something does, 2 when
 * the command line or the credentials cannot be used, 3 when the target cannot be reached, 130 when it was broken off.
 */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('ask a Jama, simulated or real, about every rule of the ledger; changes nothing by default')
    .addOption(needed('--target <url>', 'base URL, such as http://localhost:8080/jama', 'JAMA_BASE_URL'))
    .addOption(needed('--client-id <id>', 'client id', 'JAMA_CLIENT_ID'))
    .addOption(needed('--client-secret <secret>', 'client secret', 'JAMA_CLIENT_SECRET'))
    .option('--allow-writes', 'create users and groups of its own, and take them away again')
    .option('--burst', 'send 30 calls at once, to see the rate limit')
    .option('--overrides <file>', 'the ledger as these corrections change it')
    .option(
      '--write-overrides <file>',
      'write corrections with which jama-sim start answers as the target does',
    )
    .addOption(
      new Option('--reporter <name>', 'form of the report').choices(['pretty', 'json']).default('pretty'),
    )
    .option('--output <file>', 'write the report to a file')
    .action(async (flags: VerifyFlags) => {
      const tenant = tenantOf(flags);
      if (tenant === undefined) return;
      const overrides = flags.overrides === undefined ? undefined : await readOverrides(flags.overrides);
      if (flags.output !== undefined) await probe(flags.output);
      if (flags.writeOverrides !== undefined) await probe(flags.writeOverrides, '--write-overrides');
      const breakOff = new AbortController();
      process.once('SIGINT', () => breakOff.abort());
      const options = optionsOf(flags, tenant, breakOff.signal);
      if (flags.allowWrites) process.stderr.write(announcement(options.mark, tenant.url));
      const verification = await verifyTarget({ ...options, ...(overrides && { overrides }) }).catch(
        (error: unknown) => unreachable(tenant.url, error),
      );
      await deliver(flags, verification);
      const { report } = verification;
      process.exitCode = report.interrupted ? 130 : isContradicted(report) ? 1 : 0;
    });
}

/** An option that the environment may give, as `jama-sim exec` does; a secret there is in no list of processes. */
function needed(flags: string, description: string, variable: string): Option {
  return new Option(flags, description).env(variable).makeOptionMandatory();
}

function optionsOf(
  { allowWrites, burst }: VerifyFlags,
  { url, credentials }: NamedTenant,
  signal: AbortSignal,
): VerifyOptions {
  const now = realClock.now();
  return {
    target: url,
    credentials,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE) }),
    sleep: (milliseconds) => sleep(milliseconds),
    allowWrites: allowWrites ?? false,
    burst: burst ?? false,
    mark: `jama-sim-verify-${now.toString(36)}`,
    password: randomBytes(18).toString('base64url'),
    day: new Date(now).toISOString().slice(0, 10),
    signal,
  };
}

function announcement(mark: string, target: string): string {
  return [
    `This writes to ${target}: it creates two users and a few user groups whose names begin with`,
    `${mark}, and more only where the target takes what it should refuse. In the end the groups are`,
    'deleted and the users made inactive, because Jama cannot delete users. An active user of them holds a',
    'FLOATING licence. Nothing that was there before is touched.',
    '',
    '',
  ].join('\n');
}

async function deliver(
  { reporter, output, writeOverrides }: VerifyFlags,
  { report, overrides }: Verification,
): Promise<void> {
  const color = output === undefined && useColor();
  const text = reporter === 'json' ? verifyJson(report) : verifyPretty(report, color);
  if (output === undefined) process.stdout.write(text);
  else await writeFile(output, text).catch((error: Error) => refuseOutput(output, error));
  if (writeOverrides === undefined) return;
  await writeFile(writeOverrides, `${JSON.stringify(overrides, null, 2)}\n`).catch((error: Error) =>
    refuseOutput(writeOverrides, error, '--write-overrides'),
  );
  process.stderr.write(
    `${writeOverrides} holds what was seen; jama-sim start --overrides ${writeOverrides} answers so.\n`,
  );
}

function unreachable(target: string, error: unknown): never {
  if (!(error instanceof NoAnswer)) throw error;
  throw new UsageError(
    'target-unreachable',
    `${target} cannot be reached: ${error.message}`,
    'Start it (jama-sim start), or give the address of one that runs.',
    3,
  );
}
