import { open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import {
  type CheckResult,
  type Reporter,
  type ReporterName,
  type ReportOptions,
  reporters,
} from '../contracts/index.js';
import { UsageError } from './failure.js';
import { makeOutputFolder } from './make-output-folder.js';

/** The flags that say which reports are wanted and where they go. */
export interface ReportFlags {
  readonly reporter: readonly ReporterName[];
  readonly output?: string;
  readonly outputDir?: string;
  readonly errorsOnly?: boolean;
}

/** A report that is wanted; without a file it goes to the standard output. */
export interface WantedReport {
  readonly reporter: ReporterName;
  readonly file: string | undefined;
}

const names = Object.keys(reporters) as ReporterName[];
const usual: readonly ReporterName[] = ['pretty'];

/** Adds `--reporter`, `--output` and `--output-dir` to a command. */
export function withReportFlags(command: Command): Command {
  return command
    .option(
      '--reporter <name>',
      `form of the report, may be given several times (choices: ${names.join(', ')})`,
      collect,
      usual,
    )
    .option('--output <file>', 'write the report to a file')
    .option('--output-dir <folder>', 'write each report to a file in this folder; pretty is still printed')
    .option('--errors-only', 'leave the warnings out of the pretty report; they are still counted');
}

/**
 * Where each report goes, found out before anything is run.
 * @throws UsageError when a report has nowhere to go, or its file cannot be written
 */
export async function prepareReports({ reporter, output, outputDir }: ReportFlags): Promise<WantedReport[]> {
  const wanted = [...new Set(reporter)];
  if (output !== undefined && (outputDir !== undefined || wanted.length > 1)) {
    throw new UsageError(
      'option-invalid',
      '--output takes one report.',
      'Give --output-dir FOLDER for several reports, and leave --output out.',
    );
  }
  if (outputDir === undefined && wanted.length > 1) {
    throw new UsageError(
      'option-invalid',
      'Several reports were asked for, and there is no folder for them.',
      'Give --output-dir FOLDER.',
    );
  }
  if (outputDir !== undefined) await makeOutputFolder(outputDir, '--output-dir');
  const reports = wanted.map((name): WantedReport => {
    const { file: own }: Reporter = reporters[name];
    const inFolder = outputDir === undefined || own === undefined ? undefined : join(outputDir, own);
    return { reporter: name, file: output ?? inFolder };
  });
  for (const { file } of reports) if (file !== undefined) await probe(file);
  return reports;
}

/** Renders the reports and writes them. Colour is for the standard output only. */
export async function deliverReports(
  reports: readonly WantedReport[],
  result: CheckResult,
  options: ReportOptions,
): Promise<void> {
  for (const { reporter, file } of reports) {
    const color = options.color && file === undefined;
    const text = reporters[reporter].render(result, { ...options, color });
    if (file === undefined) process.stdout.write(text);
    else await writeFile(file, text).catch((error: Error) => refuseOutput(file, error));
  }
}

function collect(name: string, before: readonly ReporterName[]): ReporterName[] {
  const known = names.find((one) => one === name);
  if (known === undefined) throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
  return [...(before === usual ? [] : before), known];
}

/** Opens the file for writing without changing it; one that was not there is taken away again. */
export async function probe(file: string, flag = '--output'): Promise<void> {
  const known = await stat(file).catch(() => undefined);
  try {
    await (await open(file, 'a')).close();
    if (!known) await rm(file);
  } catch (error) {
    refuseOutput(file, error, flag);
  }
}

/** Refuses a file that cannot be written. */
export function refuseOutput(file: string, error: unknown, flag = '--output'): never {
  throw new UsageError(
    'output-unwritable',
    `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    `Give ${flag} a file in a folder that exists and can be written to.`,
  );
}
