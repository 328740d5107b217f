import { Command } from 'commander';
import { type Simulator, startSimulator } from '../../mock-server/index.js';
import { type ListenFlags, listenChoices, stopOnSignal, withListenFlags } from '../listen-flags.js';
import { type ServeFlags, serveOptions, withServeFlags } from '../serve-flags.js';
import { consolePages } from '../simulator-flags.js';
import { startBanner } from '../start-banner.js';
import { useColor } from '../use-color.js';
import { workbenchOf } from '../workbench-of.js';

interface StartFlags extends Omit<ServeFlags, 'host'>, ListenFlags {}

/** `jama-sim start`: serves a tenant until SIGINT (exit status 130) or SIGTERM (0); 2 if it cannot be started. */
export function startCommand(): Command {
  return withListenFlags(withServeFlags(new Command('start')))
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

async function start(flags: StartFlags): Promise<Simulator> {
  const listening = listenChoices(flags);
  const simulator: Simulator = await startSimulator({
    ...(await serveOptions(flags)),
    ...listening,
    pages: consolePages(),
    extensions: [workbenchOf(() => simulator)],
  });
  return simulator;
}

function consoleAddress({ url }: Simulator): string | undefined {
  const [page] = consolePages();
  return page === undefined ? undefined : `${new URL(url).origin}${page.path}/`;
}
