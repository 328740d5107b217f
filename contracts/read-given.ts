import { type ConnectionPackage, readPackage } from '../connector/index.js';
import { findSettings, noSettings, readSettings, type Settings } from './settings/index.js';

/** How a package that is given may be completed. */
export interface GivenChoices {
  /** Rules that are switched off; a package given by its path brings its `jama-sim.json` along. */
  readonly settings?: Settings;
  /** A ConnectionJSON, for exports that hold it only as cipher text; for a package given by its path. */
  readonly connection?: string;
}

/** A package and the settings that go with it. */
export interface GivenPackage {
  readonly package: ConnectionPackage;
  readonly settings: Settings;
}

/**
 * Reads a package that is given by its path, with its settings. A package that is read already has no settings unless they are given.
 * @throws PackageError when the package cannot be used, SettingsError when its settings cannot
 */
export async function readGiven(
  given: ConnectionPackage | string,
  { settings, connection }: GivenChoices,
): Promise<GivenPackage> {
  if (typeof given !== 'string') return { package: given, settings: settings ?? noSettings };
  const known = settings ?? (await settingsOf(given));
  return {
    package: await readPackage(given, connection === undefined ? {} : { connection }),
    settings: known,
  };
}

async function settingsOf(path: string): Promise<Settings> {
  const file = await findSettings(path);
  return file === undefined ? noSettings : readSettings(file);
}
