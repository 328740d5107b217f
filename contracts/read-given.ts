import { type ConnectionPackage, readPackage } from '../connector/index.js';
import { findSettings, noSettings, readSettings, type Settings } from './settings/index.js';
import { chooseTarget } from './target/choose-target.js';
import { readOpenApi } from './target/read-openapi.js';
import type { Target } from './target/target.js';

/** How a package that is given may be completed. */
export interface GivenChoices {
  /** Rules that are switched off; a package given by its path brings its `jama-sim.json` along. */
  readonly settings?: Settings;
  /** A ConnectionJSON, for exports that hold it only as cipher text; for a package given by its path. */
  readonly connection?: string;
  /** The OpenAPI document, a file, of the target that the package speaks to; for a package that does not speak to Jama. */
  readonly openapi?: string;
}

/** A package, the settings that go with it, and what it speaks to. */
export interface GivenPackage {
  readonly package: ConnectionPackage;
  readonly settings: Settings;
  readonly target: Target;
}

/**
 * Reads a package that is given by its path, with its settings. A package that is read already has no settings unless they are given.
 * @throws PackageError when the package cannot be used, SettingsError when its settings cannot, OpenApiError when the
 *   OpenAPI document cannot
 */
export async function readGiven(
  given: ConnectionPackage | string,
  { settings, connection, openapi }: GivenChoices,
): Promise<GivenPackage> {
  const described = openapi === undefined ? undefined : await readOpenApi(openapi);
  const isPath = typeof given === 'string';
  const known = settings ?? (isPath ? await settingsOf(given) : noSettings);
  const connectionPackage = isPath
    ? await readPackage(given, connection === undefined ? {} : { connection })
    : given;
  return {
    package: connectionPackage,
    settings: known,
    target: chooseTarget(connectionPackage, described),
  };
}

async function settingsOf(path: string): Promise<Settings> {
  const file = await findSettings(path);
  return file === undefined ? noSettings : readSettings(file);
}
