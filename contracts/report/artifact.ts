import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ConnectionPackage } from '../../connector/index.js';

/** The file of the repository that holds a connector JSON. */
export interface Artifact {
  /** Relative to the working directory, with slashes; absolute when the file lies elsewhere. */
  readonly path: string;
  /** False when line and column do not count within this file: in an export, and where something is absent. */
  readonly lines: boolean;
}

/** Where a package was read from. */
export interface Origin {
  readonly workingDirectory: string;
  /** The path of the ConnectionJSON that was given beside the package. */
  readonly connection?: string | undefined;
}

/**
 * The file that holds a connector JSON. What stands in no file of a folder, because it is absent or built in, is put down to the
 * first connector JSON there is, and in an export to the export: a place in a file is what annotations need.
 */
export function artifactOf(
  connectionPackage: ConnectionPackage,
  name: string,
  { workingDirectory, connection }: Origin,
): Artifact {
  const { file, origin } = connectionPackage.document(name);
  const { source } = connectionPackage;
  const at = (path: string, lines: boolean): Artifact => {
    const below = relative(workingDirectory, resolve(workingDirectory, path));
    const shown = below.startsWith('..') ? resolve(workingDirectory, path) : below;
    return { path: shown.split(sep).join('/'), lines };
  };
  const inSource = (one: string): string =>
    basename(source) === one ? join(dirname(source), one) : join(source, one);
  if (origin === 'file') return at(connection ?? file, true);
  if (origin !== 'default' && isJson(file)) return at(inSource(file), true);
  const first = [...connectionPackage.documents.values()]
    .filter((one) => one.origin === 'package' && isJson(one.file))
    .map((one) => one.file)
    .sort()[0];
  return at(first === undefined ? source : inSource(first), false);
}

const isJson = (file: string): boolean => /\.json$/i.test(file);
