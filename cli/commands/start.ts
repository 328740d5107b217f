import { Command } from 'commander';
import { type Simulator, startSimulator } from '../../mock-server/index.js';
import { type ListenFlags, listenChoices, stopOnSignal, withListenFlags } from '../listen-flags.js';
import { type ServeFlags, serveOptions, withServeFlags } from '../serve-flags.js';
import { consolePages } from '../simulator-flags.js';
import { startBanner } from '../start-banner.js';
import { useColor } from '../use-color.js';
import { type ConsoleFlags, withConsoleFlags, workbenchFor } from '../workbench-of.js';

interface StartFlags extends Omit<ServeFlags, 'host'>, ListenFlags, ConsoleFlags {}

/** `jama-sim start`: serves a tenant until SIGINT (exit status 130) or SIGTERM (0); 2 if it cannot be started. */
export function startCommand(): Command {
  return withConsoleFlags(withListenFlags(withServeFlags(new Command('start'))))
    .description('serve a simulated Jama tenant')
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

async function start({ lessons, ...flags }: StartFlags): Promise<Simulator> {
  const listening = listenChoices(flags);
  const workbench = await workbenchFor(() => simulator, lessons);
  const simulator: Simulator = await startSimulator({
    ...(await serveOptions(flags)),
    ...listening,
    pages: consolePages(),
    extensions: [workbench],
  });
  return simulator;
}

function consoleAddress({ url }: Simulator): string | undefined {
  const [page] = consolePages();
  return page === undefined ? undefined : `${new URL(url).origin}${page.path}/`;
}
