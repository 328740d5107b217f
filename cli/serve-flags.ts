import { type Command, Option } from 'commander';
import {
  LOG_FORMATS,
  LOG_LEVELS,
  type LogChoices,
  readFixture,
  type SimulatorOptions,
} from '../mock-server/index.js';
import { type SimulatorFlags, simulatorChoices, withSimulatorFlags } from './simulator-flags.js';
import { wholeNumber } from './whole-number.js';

/** The flags of every command that serves tenants. */
export interface ServeFlags
  extends SimulatorFlags,
    Omit<
      SimulatorOptions,
      'fixture' | 'profile' | 'callsPerSecond' | 'port' | 'tls' | 'log' | keyof SimulatorFlags
    > {
  readonly profile: string;
  readonly fixture?: string;
  readonly throttle?: number;
  readonly logLevel: LogChoices['level'];
  readonly logFormat: LogChoices['format'];
}

/** Adds what the tenants are, which there are, where they are kept, and what is logged. */
export function withServeFlags(command: Command): Command {
  return withSharedServeFlags(command)
    .option('--context-path <path>', 'path below which the tenant answers', '/jama')
    .option('--tenants <names>', 'more tenants, each below a path of its own: alice,bob', names)
    .option('--client-id <id>', 'client id (default: a new one each start)')
    .option('--client-secret <secret>', 'client secret (default: a new one each start)');
}

/** Adds what all tenants have in common, where they are kept, and what is logged. */
export function withSharedServeFlags(command: Command): Command {
  return withSimulatorFlags(command)
    .option('--users <number>', 'users of the generated tenant', wholeNumber(1, 1_000_000), 120)
    .option('--groups <number>', 'user groups of the generated tenant', wholeNumber(0, 100_000), 12)
    .option('--projects <number>', 'projects of the generated tenant', wholeNumber(0, 100_000), 3)
    .option('--seed <number>', 'the same seed and numbers make the same tenant', wholeNumber(0, 2 ** 32), 1)
    .option('--fixture <file>', 'play a recorded tenant instead (jama-sim record)')
    .option('--profile <name>', 'the release of Jama to imitate', 'cloud')
    .option('--token-ttl <seconds>', 'how long a token lives (default: 3600)', wholeNumber(1, 2 ** 31 - 1))
    .option('--throttle <calls>', 'answer 429 above so many calls a second', wholeNumber(1, 1_000_000))
    .option(
      '--data <file>',
      'keep the tenant in this file, or all tenants in this folder (with a slash at its end)',
    )
    .option('--journal <requests>', 'requests to remember', wholeNumber(0, 1_000_000), 500)
    .addOption(
      new Option('--log-level <level>', 'what is logged to the error output; info has every request')
        .choices(LOG_LEVELS)
        .default('silent')
        .env('JAMA_SIM_LOG_LEVEL'),
    )
    .addOption(
      new Option('--log-format <format>', 'how it is logged: text is for people')
        .choices(LOG_FORMATS)
        .default('json'),
    );
}

/** What these flags mean, with their files read. Rejects with `SetupError`. */
export async function serveOptions({
  throttle,
  logLevel,
  logFormat,
  fixture,
  ...flags
}: ServeFlags): Promise<SimulatorOptions> {
  return {
    ...flags,
    ...(await simulatorChoices(flags)),
    fixture: fixture === undefined ? undefined : await readFixture(fixture),
    callsPerSecond: throttle,
    log: { level: logLevel, format: logFormat },
  };
}

/** Names with commas between them. */
export const names = (text: string): readonly string[] => text.split(',').map((name) => name.trim());
