import { type ConnectionPackage, readPackage } from '../connector/index.js';
import { lintPackage } from './lint/index.js';
import {
  type CheckResult,
  everyScenario,
  judge,
  lintOnly,
  type ScenarioResult,
  type Told,
  tellScenario,
} from './runner.js';
import { findSettings, noSettings, readSettings, type Settings } from './settings/index.js';
import { jamaTarget } from './target/jama.js';

/** What a check may be told beside the package. */
export interface CheckChoices {
  /** Milliseconds of a clock that only runs forward, for the durations. */
  readonly now?: () => number;
  /** Called after each scenario, for those who want to see it go on. */
  readonly onScenario?: (result: ScenarioResult) => void;
  /** Rules that are switched off; a package given by its path brings its `jama-sim.json` along. */
  readonly settings?: Settings;
  /** A ConnectionJSON, for exports that hold it only as cipher text; for a package given by its path. */
  readonly connection?: string;
}

export interface CheckOptions extends CheckChoices {
  /** A package, or the path of one. */
  readonly package: ConnectionPackage | string;
}

/**
 * Checks a package: reads it, runs every scenario on a tenant of its own, and traces what went wrong to its causes.
 * Nothing leaves the machine: every URL of the package is sent to the tenant of the scenario.
 * @param subject the path of a package (folder, transport zip, transport JSON, connector JSON), a package, or both with choices
 * @throws PackageError when the package cannot be used, SettingsError when its settings cannot
 */
export async function checkPackage(
  subject: string | ConnectionPackage | CheckOptions,
  choices: CheckChoices = {},
): Promise<CheckResult> {
  const {
    package: given,
    now = () => performance.now(),
    onScenario,
    ...more
  } = isOptions(subject) ? subject : { ...choices, package: subject };
  const connectionPackage = await packageOf(given, more.connection);
  const settings = more.settings ?? (await settingsOf(given));
  const lint = lintPackage(connectionPackage, jamaTarget());
  const told: Told[] = [];
  for (const scenario of await everyScenario()) {
    const one = await tellScenario(connectionPackage, scenario, now);
    told.push(one);
    if (onScenario) judge(connectionPackage, lint, [one], settings).scenarios.forEach(onScenario);
  }
  return judge(connectionPackage, lint, told, settings);
}

/** Reads a package by the rules alone; nothing is run. Takes what {@link checkPackage} takes; the result has no scenarios. */
export async function lintFiles(
  subject: string | ConnectionPackage,
  choices: Pick<CheckChoices, 'settings' | 'connection'> = {},
): Promise<CheckResult> {
  const connectionPackage = await packageOf(subject, choices.connection);
  return lintOnly(connectionPackage, choices.settings ?? (await settingsOf(subject)));
}

function isOptions(subject: string | ConnectionPackage | CheckOptions): subject is CheckOptions {
  return typeof subject === 'object' && 'package' in subject;
}

async function packageOf(
  given: ConnectionPackage | string,
  connection: string | undefined,
): Promise<ConnectionPackage> {
  if (typeof given !== 'string') return given;
  return readPackage(given, connection === undefined ? {} : { connection });
}

async function settingsOf(given: ConnectionPackage | string): Promise<Settings> {
  if (typeof given !== 'string') return noSettings;
  const file = await findSettings(given);
  return file === undefined ? noSettings : readSettings(file);
}
