import { Command, Option } from 'commander';
import { type RunningTenant, type Simulator, startSimulator } from '../../mock-server/index.js';
import { classAddress, isReachable, publicOrigin } from '../class/address.js';
import { classBanner } from '../class/class-banner.js';
import { consoleLink, traineeOf } from '../class/class-members.js';
import { handOutFile, writeHandOut } from '../class/hand-out.js';
import { type ClassSecrets, classSecrets } from '../class/secrets.js';
import { traineeNames } from '../class/trainees.js';
import { UsageError } from '../failure.js';
import { type ListenFlags, listenChoices, stopOnSignal, withListenFlags } from '../listen-flags.js';
import { type ServeFlags, serveOptions, withSharedServeFlags } from '../serve-flags.js';
import { consolePages } from '../simulator-flags.js';
import { useColor } from '../use-color.js';
import { type ConsoleFlags, withConsoleFlags, workbenchFor } from '../workbench-of.js';

interface ClassFlags extends Omit<ServeFlags, 'host'>, ListenFlags, ConsoleFlags {
  readonly trainees: readonly string[];
  readonly publicUrl?: string;
  readonly handout?: string;
}

/** `jama-sim class`: a tenant for each trainee until SIGINT (exit status 130) or SIGTERM (0); 2 if it cannot be started. */
export function classCommand(): Command {
  const command = new Command('class');
  return withConsoleFlags(withListenFlags(withSharedServeFlags(command)))
    .description('serve a class: a tenant, credentials and a link for each trainee')
    .addOption(
      new Option('--trainees <number>', 'how many trainees there are, or their names: alice,bob')
        .argParser(traineeNames)
        .makeOptionMandatory(),
    )
    .option(
      '--public-url <url>',
      'address that trainees reach this machine under, for their links',
      publicOrigin,
    )
    .option(
      '--handout <file>',
      'write what each trainee gets: .html to print, .md, .csv or .json',
      handOutFile,
    )
    .addHelpText(
      'after',
      '\nFor a class room: jama-sim class --trainees 30 --host 0.0.0.0 --handout class.html',
    )
    .action((flags: ClassFlags) => teach(flags, command.getOptionValueSource('seed') === 'cli'));
}

async function teach(flags: ClassFlags, seedIsChosen: boolean): Promise<void> {
  const { host, trainees: names, handout, publicUrl } = flags;
  const [page] = consolePages();
  if (page === undefined)
    throw new UsageError('console-missing', 'The console was not built.', 'Run npm run build first.');
  const folder = flags.data?.replace(/[/\\]*$/, '/');
  const secrets = await classSecrets({
    adminToken: flags.adminToken,
    folder,
    reachable: isReachable(host),
    seed: seedIsChosen ? flags.seed : undefined,
  });
  const simulator = await open(flags, secrets, folder);
  try {
    const { origin, ...found } = classAddress({ host, publicUrl }, new URL(simulator.url).origin);
    const at = { origin, console: page.path };
    const member = (running: RunningTenant, token: string) => traineeOf(running, { ...at, token });
    const tenants = new Map(simulator.tenants().map((one) => [one.tenant.name, one]));
    const trainees = names.flatMap((name) => {
      const running = tenants.get(name);
      return running === undefined ? [] : [member(running, secrets.tokenOf(name))];
    });
    if (handout !== undefined) await writeHandOut(handout, trainees);
    stopOnSignal(simulator);
    process.stdout.write(
      classBanner(simulator, {
        overview: consoleLink(at, 'class', secrets.trainerToken),
        address: { origin, ...found },
        trainees,
        own: member(simulator, secrets.trainerToken),
        secrets: secrets.from,
        data: folder,
        handOut: handout,
        host,
        readyMs: performance.now(),
        color: useColor(),
      }),
    );
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}

/** Starts it with the trainer's tenant, then makes those of the trainees that are not kept already. */
async function open(
  flags: ClassFlags,
  secrets: ClassSecrets,
  folder: string | undefined,
): Promise<Simulator> {
  const { trainees: names } = flags;
  const listening = listenChoices(flags);
  const workbench = await workbenchFor(() => simulator, flags.lessons);
  const simulator: Simulator = await startSimulator({
    ...(await serveOptions(flags)),
    ...listening,
    ...secrets.credentialsOf(''),
    data: folder,
    adminToken: secrets.trainerToken,
    limitedTokens: names.map((name) => ({ token: secrets.tokenOf(name), tenants: [name] })),
    pages: consolePages(),
    extensions: [workbench],
  });
  try {
    const present = new Set(simulator.tenants().map(({ tenant }) => tenant.name));
    for (const name of names)
      if (!present.has(name)) await simulator.createTenant(name, secrets.credentialsOf(name));
    return simulator;
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}
