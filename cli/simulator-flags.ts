import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type LicenceCounts,
  type Pages,
  readFaults,
  readOverrides,
  type SimulatorOptions,
} from '../mock-server/index.js';
import { packageRoot } from './package-root.js';

/** The flags of commands that start a tenant which say how it differs from a plain one. */
export interface SimulatorFlags {
  readonly faults?: string;
  readonly overrides?: string;
  readonly licences?: LicenceCounts;
  readonly adminToken?: string;
}

/** Adds `--faults`, `--overrides`, `--licences` and `--admin-token` to a command. */
export function withSimulatorFlags(command: Command): Command {
  return command
    .option('--faults <file>', 'fault rules to begin with; GET /__admin/faults lists the ready ones')
    .option('--overrides <file>', 'corrections of what the vendor never published (jama-sim evidence --form)')
    .addOption(
      new Option('--licences <types>', 'licences of each type, such as NAMED=100,FLOATING=20').argParser(
        licenceCounts,
      ),
    )
    .addOption(
      new Option('--admin-token <token>', 'lets programs of other machines use the admin API').env(
        'JAMA_SIM_ADMIN_TOKEN',
      ),
    );
}

/** What these flags mean, with their files read. Rejects with `SetupError`, whose message begins with the place. */
export async function simulatorChoices({
  faults,
  overrides,
  licences,
  adminToken,
}: SimulatorFlags): Promise<
  Required<Pick<SimulatorOptions, 'faults' | 'overrides' | 'licences' | 'adminToken'>>
> {
  const [rules, corrections] = await Promise.all([
    faults === undefined ? undefined : readFaults(faults),
    overrides === undefined ? undefined : readOverrides(overrides),
  ]);
  return { faults: rules, overrides: corrections, licences, adminToken };
}

function licenceCounts(text: string): LicenceCounts {
  const pairs = text.split(',').map((part) => /^\s*(\w+)\s*=\s*(\d{1,7})\s*$/.exec(part));
  if (pairs.includes(null)) throw new InvalidArgumentError('It must be pairs such as NAMED=100,FLOATING=20.');
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])]));
}

/** The console: its page from the sources, its scripts from the build. */
export function consolePages(): readonly Pages[] {
  const folders = ['console/', 'dist/console/'].map((path) => fileURLToPath(new URL(path, packageRoot)));
  return folders.every((folder) => existsSync(folder)) ? [{ path: '/__console', folders, front: true }] : [];
}
