import { Command, InvalidArgumentError, Option } from 'commander';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../mock-server/index.js';
import { UsageError } from '../failure.js';
import {
  consolePages,
  type SimulatorFlags,
  simulatorChoices,
  withSimulatorFlags,
} from '../simulator-flags.js';
import { startBanner } from '../start-banner.js';
import { useColor } from '../use-color.js';

interface StartFlags
  extends SimulatorFlags,
    Omit<SimulatorOptions, 'profile' | 'callsPerSecond' | keyof SimulatorFlags> {
  readonly profile: string;
  readonly throttle?: number;
}

const DEFAULT_PORT = 8080;

/** `jama-sim start`: serves a tenant until SIGINT (exit status 130) or SIGTERM (0); 2 if it cannot be started. */
export function startCommand(): Command {
  return withSimulatorFlags(new Command('start'))
    .description('serve a simulated Jama tenant')
    .addOption(
      new Option('-p, --port <number>', 'port to listen on, 0 for any free one (default: PORT, or 8080)')
        .env('JAMA_SIM_PORT')
        .argParser(wholeNumber(0, 65_535)),
    )
    .option('--host <address>', 'address to listen on; localhost is both 127.0.0.1 and ::1', 'localhost')
    .option('--context-path <path>', 'path below which the tenant answers', '/jama')
    .option('--users <number>', 'users of the generated tenant', wholeNumber(1, 1_000_000), 120)
    .option('--groups <number>', 'user groups of the generated tenant', wholeNumber(0, 100_000), 12)
    .option('--projects <number>', 'projects of the generated tenant', wholeNumber(0, 100_000), 3)
    .option('--seed <number>', 'the same seed and numbers make the same tenant', wholeNumber(0, 2 ** 32), 1)
    .option('--profile <name>', 'the release of Jama to imitate', 'cloud')
    .option('--token-ttl <seconds>', 'how long a token lives', wholeNumber(1, 2 ** 31 - 1), 3600)
    .option('--throttle <calls>', 'answer 429 above so many calls a second', wholeNumber(1, 1_000_000))
    .option('--client-id <id>', 'client id (default: a new one each start)')
    .option('--client-secret <secret>', 'client secret (default: a new one each start)')
    .option('--data <file>', 'keep the tenant in this file; it is read if it exists')
    .option('--journal <requests>', 'requests to remember', wholeNumber(0, 1_000_000), 500)
    .action(async (flags: StartFlags) => {
      const simulator = await start(flags);
      stopOnSignal(simulator);
      process.stdout.write(
        startBanner(simulator, {
          seed: flags.seed ?? 1,
          data: flags.data,
          readyMs: performance.now(),
          console: consoleAddress(simulator),
          color: useColor(),
        }),
      );
    });
}

async function start({ throttle, port, ...flags }: StartFlags): Promise<Simulator> {
  return startSimulator({
    ...flags,
    ...(await simulatorChoices(flags)),
    port: port ?? portOfEnvironment(),
    callsPerSecond: throttle,
    pages: consolePages(),
  });
}

function consoleAddress({ url }: Simulator): string | undefined {
  const [page] = consolePages();
  return page === undefined ? undefined : `${new URL(url).origin}${page.path}/`;
}

/** PORT, as platforms set it; the flag and JAMA_SIM_PORT come first. */
function portOfEnvironment(): number {
  const { PORT: text } = process.env;
  if (text === undefined || text === '') return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(
    'option-invalid',
    `The environment variable PORT is "${text}", which is no port.`,
    'Unset PORT, or give --port.',
  );
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** The first signal stops cleanly; a second one ends the process as the system would. */
function stopOnSignal(simulator: Simulator): void {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 0],
  ] as const) {
    process.once(signal, async () => {
      process.exitCode = status;
      await simulator.stop();
    });
  }
}
