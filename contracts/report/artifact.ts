import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ConnectionPackage } from '../../connector/index.js';

/** The file of the repository that holds a connector JSON. */
export interface Artifact {
  /** Relative to the working directory, with slashes; absolute when the file lies elsewhere. */
  readonly path: string;
  /** False for an export: line and column count within the connector JSON then, not within the file. */
  readonly lines: boolean;
}

/** Where a package was read from. */
export interface Origin {
  readonly workingDirectory: string;
  /** The path of the ConnectionJSON that was given beside the package. */
  readonly connection?: string | undefined;
}

/** The file that holds a connector JSON, or undefined when it stands in no file: the built-in connection. */
export function artifactOf(
  connectionPackage: ConnectionPackage,
  name: string,
  { workingDirectory, connection }: Origin,
): Artifact | undefined {
  const { file, origin } = connectionPackage.document(name);
  const at = (path: string, lines: boolean): Artifact => {
    const below = relative(workingDirectory, resolve(workingDirectory, path));
    const shown = below.startsWith('..') ? resolve(workingDirectory, path) : below;
    return { path: shown.split(sep).join('/'), lines };
  };
  if (origin === 'default') return undefined;
  if (origin === 'file') return at(connection ?? file, true);
  const { source } = connectionPackage;
  if (!/\.json$/i.test(file)) return at(source, false);
  return at(basename(source) === file ? join(dirname(source), file) : join(source, file), true);
}
