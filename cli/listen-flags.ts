import { type Command, Option } from 'commander';
import type { CertificateFiles, Simulator, SimulatorOptions } from '../mock-server/index.js';
import { UsageError } from './failure.js';
import { wholeNumber } from './whole-number.js';

/** The flags of commands that serve until they are stopped: where they listen, and how. */
export interface ListenFlags {
  readonly port?: number;
  readonly host: string;
  readonly tls?: boolean;
  readonly cert?: string;
  readonly key?: string;
}

const DEFAULT_PORT = 8080;

/** Adds `--port`, `--host`, `--tls`, `--cert` and `--key` to a command. */
export function withListenFlags(command: Command): Command {
  return command
    .addOption(
      new Option('-p, --port <number>', 'port to listen on, 0 for any free one (default: PORT, or 8080)')
        .env('JAMA_SIM_PORT')
        .argParser(wholeNumber(0, 65_535)),
    )
    .option('--host <address>', 'address to listen on; localhost is both 127.0.0.1 and ::1', 'localhost')
    .option('--tls', 'serve https with a new self-signed certificate')
    .option('--cert <file>', 'serve https with the certificate of this PEM file; needs --key')
    .option('--key <file>', 'the PEM file of its private key');
}

/** What these flags mean. Throws `UsageError`. */
export function listenChoices({
  port,
  host,
  ...flags
}: ListenFlags): Pick<SimulatorOptions, 'port' | 'host' | 'tls'> {
  return { port: port ?? portOfEnvironment(), host, tls: tlsOf(flags) };
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
function tlsOf({ tls = false, cert, key }: Omit<ListenFlags, 'port' | 'host'>): boolean | CertificateFiles {
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert === undefined && key === undefined) return tls;
  throw new UsageError(
    'option-invalid',
    `--${cert === undefined ? 'key' : 'cert'} is given alone.`,
    'Give --cert and --key together, or --tls for a self-signed certificate.',
  );
}

/** The first signal stops cleanly, with the exit status 130 (SIGINT) or 0 (SIGTERM); a second one ends the process as the system would. */
export function stopOnSignal(simulator: Simulator): void {
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
