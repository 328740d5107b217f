import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Command } from 'commander';
import { type Simulator, startSimulator } from '../../mock-server/index.js';
import { UsageError } from '../failure.js';
import { type ServeFlags, serveOptions, withServeFlags } from '../serve-flags.js';

/** `jama-sim exec -- COMMAND`: exit status of the command, 128 and the number of the signal that ended it; 2 if it cannot be started. */
export function execCommand(): Command {
  return withServeFlags(new Command('exec'))
    .description('run a command beside a tenant of its own')
    .argument('<command...>', 'the command and its arguments, after --')
    .addHelpText(
      'after',
      '\nThe command finds the tenant in JAMA_BASE_URL, JAMA_CLIENT_ID and JAMA_CLIENT_SECRET:\n  jama-sim exec --users 500 -- npm test',
    )
    .action(async ([command = '', ...args]: string[], flags: ServeFlags) => {
      const simulator = await startSimulator(await serveOptions(flags));
      try {
        await simulator.tenant.tokens.prepare();
        process.exitCode = await statusOf(command, start(command, args, simulator));
      } finally {
        await simulator.stop();
      }
    });
}

function start(command: string, args: readonly string[], { url, credentials }: Simulator): ChildProcess {
  return spawn(command, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      JAMA_BASE_URL: url,
      JAMA_CLIENT_ID: credentials.clientId,
      JAMA_CLIENT_SECRET: credentials.clientSecret,
    },
  });
}

/** Waits for the command, and hands on what asks it to end: a terminal's Ctrl-C reaches it by itself. */
function statusOf(command: string, child: ChildProcess): Promise<number> {
  const handOn = (signal: NodeJS.Signals) => child.kill(signal);
  const wait = () => undefined;
  process.on('SIGTERM', handOn).on('SIGHUP', handOn).on('SIGINT', wait);
  return new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(notStarted(command, error)));
    child.once('exit', (status, signal) => resolve(status ?? 128 + numberOf(signal)));
  }).finally(() => process.off('SIGTERM', handOn).off('SIGHUP', handOn).off('SIGINT', wait));
}

const numberOf = (signal: NodeJS.Signals | null): number => (signal === null ? 0 : constants.signals[signal]);

const notStarted = (command: string, error: Error): UsageError =>
  new UsageError(
    'command-not-started',
    `The command "${command}" cannot be started: ${error.message}.`,
    'Check its name; a shell is not used, so give sh -c "..." for a line of shell.',
  );
