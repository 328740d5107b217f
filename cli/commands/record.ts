import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import {
  type Fixture,
  type Recorder,
  recordTenant,
  SetupError,
  startRecorder,
  writeFixture,
} from '../../mock-server/index.js';
import { UsageError } from '../failure.js';
import { wholeNumber } from '../whole-number.js';

interface RecordFlags {
  readonly target: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly crawl?: true;
  readonly port: number;
  readonly host: string;
  readonly output: string;
  readonly seed?: string;
  readonly keepGroupNames?: true;
  readonly timeout: number;
}

const DEFAULT_PORT = 8081;

/** `jama-sim record`: 0 with `--crawl` or on SIGTERM, 130 on SIGINT; 2 if it cannot be started, 3 if the target cannot be reached. */
export function recordCommand(): Command {
  return new Command('record')
    .description('record a tenant as a fixture without its names, addresses, ids and secrets')
    .requiredOption('--target <url>', 'base URL of the tenant, such as https://jama.example.com')
    .option('--client-id <id>', 'client id; with it users, groups and members are read first')
    .option('--client-secret <secret>', 'client secret')
    .option('--crawl', 'only read, write the fixture and end; without it a client calls through a proxy')
    .option(
      '-p, --port <number>',
      'port of the proxy, 0 for any free one',
      wholeNumber(0, 65_535),
      DEFAULT_PORT,
    )
    .option('--host <address>', 'address of the proxy', 'localhost')
    .option('-o, --output <file>', 'the fixture', 'fixture.json')
    .option(
      '--seed <text>',
      'makes the same replacements again; keep it secret (default: random, and forgotten)',
    )
    .option('--keep-group-names', 'leave names and descriptions of user groups as they are')
    .option('--timeout <seconds>', 'how long the tenant may be silent', wholeNumber(1, 600), 30)
    .addHelpText('after', '\nOnly GET requests are made by jama-sim itself, and one for a token.')
    .action((flags: RecordFlags) => (flags.crawl ? crawlOnce(flags) : serveProxy(flags)).catch(rethrow));
}

async function crawlOnce(flags: RecordFlags): Promise<void> {
  const credentials = credentialsOf(flags);
  if (credentials === undefined) {
    throw new UsageError(
      'credentials-missing',
      '--crawl reads the tenant itself, and has no credentials.',
      'Give --client-id and --client-secret, or leave --crawl out and let a client call through the proxy.',
    );
  }
  await checkOutput(flags.output);
  await write(flags.output, await recordTenant({ ...optionsOf(flags), credentials }));
}

async function serveProxy(flags: RecordFlags): Promise<void> {
  const credentials = credentialsOf(flags);
  await checkOutput(flags.output);
  const recorder = await startRecorder({
    ...optionsOf(flags),
    credentials,
    port: flags.port,
    host: flags.host,
    onFailure: (why) => process.stderr.write(`A request could not be passed on: ${why}.\n`),
  });
  const ended = signal();
  process.stdout.write(
    `Point the client at ${recorder.url} in place of ${flags.target}.\nCtrl-C writes ${flags.output} and ends.\n`,
  );
  process.exitCode = await ended;
  await finish(recorder, flags.output);
}

async function finish(recorder: Recorder, output: string): Promise<void> {
  await recorder.stop();
  if (recorder.seen === 0) process.stdout.write(`Nothing has passed, and ${output} was not written.\n`);
  else await write(output, await recorder.fixture());
}

async function write(output: string, fixture: Fixture): Promise<void> {
  await writeFixture(output, fixture);
  const { users, usergroups, projects, errors, overrides } = fixture;
  const corrections = Object.keys({ ...overrides.messages, ...overrides.tokenMessages }).length;
  const review =
    errors.length === 0
      ? ''
      : 'Read the texts in "errors" and "overrides" before you hand the file on: a name that the tenant wrote only there\ncannot be told from a word.\n';
  process.stdout.write(
    `${output}: ${users.length} users, ${usergroups.length} groups, ${projects.length} projects, ${errors.length} refusals, ${corrections} corrections\n${review}\n  jama-sim start --fixture ${output}\n`,
  );
}

const optionsOf = ({ target, seed, keepGroupNames, timeout }: RecordFlags) => ({
  target,
  seed,
  keepGroupNames: keepGroupNames === true,
  timeoutMs: timeout * 1000,
});

function credentialsOf({ clientId, clientSecret }: RecordFlags) {
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
  if (clientId === undefined && clientSecret === undefined) return undefined;
  throw new UsageError(
    'credentials-missing',
    `--client-${clientId === undefined ? 'secret' : 'id'} is given alone.`,
    'Give --client-id and --client-secret together.',
  );
}

/** An hour of recording must not end at a folder that is not there. */
async function checkOutput(output: string): Promise<void> {
  const folder = dirname(resolve(output));
  await access(folder, constants.W_OK).catch((error: Error) => {
    throw new UsageError(
      'output-unwritable',
      `The folder of ${output} cannot be written to: ${error.message}.`,
      'Give --output a file in a folder that exists and can be written to.',
    );
  });
}

/** Resolves at the first signal with its exit status; a second one ends the process as the system would. */
function signal(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(0));
  });
}

function rethrow(error: unknown): never {
  if (error instanceof SetupError && error.code === 'target-unreachable')
    throw new UsageError(error.code, error.message, error.remedy, 3);
  throw error;
}
