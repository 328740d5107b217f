import { Command, Option } from 'commander';
import { type CertificateFiles, type Simulator, startSimulator } from '../../mock-server/index.js';
import { checkLessons } from '../../workbench/index.js';
import { UsageError } from '../failure.js';
import { type ServeFlags, serveOptions, withServeFlags } from '../serve-flags.js';
import { consolePages } from '../simulator-flags.js';
import { startBanner } from '../start-banner.js';
import { useColor } from '../use-color.js';
import { wholeNumber } from '../whole-number.js';
import { PACKAGES, workbenchOf } from '../workbench-of.js';

interface StartFlags extends ServeFlags {
  readonly port?: number;
  readonly tls?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly lessons?: string;
}

const DEFAULT_PORT = 8080;

/** `jama-sim start`: serves a tenant until SIGINT (exit status 130) or SIGTERM (0); 2 if it cannot be started. */
export function startCommand(): Command {
  return withServeFlags(new Command('start'))
    .description('serve a simulated Jama tenant')
    .addOption(
      new Option('-p, --port <number>', 'port to listen on, 0 for any free one (default: PORT, or 8080)')
        .env('JAMA_SIM_PORT')
        .argParser(wholeNumber(0, 65_535)),
    )
    .option('--host <address>', 'address to listen on; localhost is both 127.0.0.1 and ::1', 'localhost')
    .option('--tls', 'serve https with a new self-signed certificate')
    .option('--cert <file>', 'serve https with the certificate of this PEM file; needs --key')
    .option('--key <file>', 'the PEM file of its private key')
    .option(
      '--lessons <folder>',
      'a course of your own for the console, in place of the one that comes along',
    )
    .action(async (flags: StartFlags) => {
      const simulator = await start(flags);
      stopOnSignal(simulator);
      process.stdout.write(
        startBanner(simulator, {
          seed: flags.seed ?? 1,
          data: flags.data,
          fixture: flags.fixture,
          readyMs: performance.now(),
          console: consoleAddress(simulator),
          color: useColor(),
        }),
      );
    });
}

async function start({ port, lessons, ...flags }: StartFlags): Promise<Simulator> {
  const tls = tlsOf(flags);
  if (lessons !== undefined) await checkLessons({ lessons, packages: PACKAGES });
  const simulator: Simulator = await startSimulator({
    ...(await serveOptions(flags)),
    tls,
    port: port ?? portOfEnvironment(),
    pages: consolePages(),
    extensions: [workbenchOf(() => simulator, lessons)],
  });
  return simulator;
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

/** Whether to serve https, and with which certificate. */
function tlsOf({ tls = false, cert, key }: StartFlags): boolean | CertificateFiles {
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert === undefined && key === undefined) return tls;
  throw new UsageError(
    'option-invalid',
    `--${cert === undefined ? 'key' : 'cert'} is given alone.`,
    'Give --cert and --key together, or --tls for a self-signed certificate.',
  );
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
