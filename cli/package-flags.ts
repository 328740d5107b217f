import type { Command } from 'commander';
import { type GivenPackage, readGiven, readSettings } from '../contracts/index.js';

/** The flags that belong to a package that is judged. */
export interface PackageFlags {
  readonly connection?: string;
  readonly config?: string;
  readonly openapi?: string;
}

/** Adds the argument PACKAGE, `--connection`, `--openapi` and `--config` to a command. */
export function withPackageFlags(command: Command): Command {
  return command
    .argument('<package>', 'folder of connector JSONs, EIC transport zip or JSON, or a single connector JSON')
    .option('--connection <file>', 'a ConnectionJSON, for exports that hold it only as cipher text')
    .option(
      '--openapi <file>',
      'OpenAPI document (3.0 or 3.1) of the target, for a package that does not speak to Jama',
    )
    .option(
      '--config <file>',
      'settings (default: jama-sim.json in the package folder, beside it, or in the working directory)',
    );
}

/** Reads the package and its settings; settings that cannot be used are refused first. */
export async function readJudged(
  path: string,
  { connection, config, openapi }: PackageFlags,
): Promise<GivenPackage> {
  return readGiven(path, {
    ...(connection === undefined ? {} : { connection }),
    ...(openapi === undefined ? {} : { openapi }),
    ...(config === undefined ? {} : { settings: await readSettings(config) }),
  });
}
