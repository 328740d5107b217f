import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import {
  type CheckResult,
  createRepeatedCheck,
  findSettings,
  type ReportOptions,
} from '../contracts/index.js';
import { reportFailure } from './failure.js';
import { type FileChanges, fileChanges, type WatchedFolder } from './file-changes.js';
import { otherThreads } from './other-threads.js';
import { type PackageFlags, readJudged } from './package-flags.js';
import { deliverReports, type WantedReport } from './reports.js';

/** What a watched check needs to know. */
export interface WatchOptions {
  readonly path: string;
  readonly flags: PackageFlags;
  readonly reports: readonly WantedReport[];
  /** Families and ids of the scenarios to run; all of them unless it is given. */
  readonly only: readonly string[] | undefined;
  /** What the reports need beside the package and the duration. */
  readonly report: Omit<ReportOptions, 'package' | 'durationMs'>;
}

/**
 * Checks a package now and after each change, until SIGINT (exit status 130) or SIGTERM (0). What lint finds wrong is shown at once,
 * what the scenarios have found every 300 ms, the whole verdict as soon as those that the change touches were told.
 */
export async function watchCheck(options: WatchOptions): Promise<void> {
  const changes = fileChanges(await foldersOf(options.path, options.flags));
  endOnSignal(changes);
  const now = () => performance.now();
  const repeated = createRepeatedCheck(now, { only: options.only, threads: otherThreads() });
  let shown = '';
  do {
    const startedAt = now();
    const given = await readJudged(options.path, options.flags).catch((error: unknown) => {
      startPage();
      reportFailure(error);
      return undefined;
    });
    const state = given === undefined ? '' : stateOf(given);
    if (given === undefined || state === shown) continue;
    const report = () => ({ ...options.report, package: given.package, durationMs: now() - startedAt });
    const changed = shown !== '';
    let told = '';
    const early = async (result: CheckResult): Promise<void> => {
      const wrong = JSON.stringify(result.findings.filter(({ severity }) => severity === 'error'));
      if (!changed || wrong === '[]' || wrong === told) return;
      // What does not start afresh gets the first sight and the verdict.
      if (told !== '' && !process.stdout.isTTY) return;
      told = wrong;
      startPage();
      await deliverReports(options.reports.filter(isPrinted), result, report());
      process.stdout.write('  so far; the scenarios go on\n');
    };
    const checked = await repeated.check(given, { stale: changes.pending, early });
    if (checked === undefined) continue;
    startPage();
    await deliverReports(options.reports, checked.result, report());
    process.stdout.write(`  ${checked.retold} scenarios run anew   watching ${options.path}, Ctrl-C ends\n`);
    shown = state;
  } while (await changes.next());
}

function isPrinted({ file }: WantedReport): boolean {
  return file === undefined;
}

/** Everything that a verdict rests on, to tell a change from a file that was only touched. */
function stateOf(given: Awaited<ReturnType<typeof readJudged>>): string {
  const texts = [...given.package.documents.values()].map(({ name, text }) => [name, text]);
  return JSON.stringify([texts, given.settings, given.target.openapi]);
}

/** A terminal starts afresh; anything else gets an empty line between the reports. */
function startPage(): void {
  process.stdout.write(process.stdout.isTTY ? '\u001b[2J\u001b[H' : '\n');
}

async function foldersOf(
  path: string,
  { connection, config, openapi }: PackageFlags,
): Promise<WatchedFolder[]> {
  const info = await stat(path).catch(() => undefined);
  const settings = config ?? (await findSettings(path));
  const files = [connection, settings, openapi, ...(info?.isDirectory() ? [] : [path])].filter(
    (file): file is string => file !== undefined,
  );
  return [
    ...(info?.isDirectory() ? [{ folder: path, matches: (name: string) => /\.json$/i.test(name) }] : []),
    ...files.map((file) => ({
      folder: dirname(resolve(file)),
      matches: (name: string) => name === basename(file),
    })),
  ];
}

function endOnSignal(changes: FileChanges): void {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 0],
  ] as const) {
    process.once(signal, () => {
      process.exitCode = status;
      changes.close();
    });
  }
}
