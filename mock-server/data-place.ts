import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { SetupError } from './tenant/errors.js';
import { journalOf } from './tenant/storage/read-stored.js';
import { isTenantName } from './tenant-name.js';

/** Where tenants are kept: in one file, which holds the default tenant, or in a folder with a file for each. */
export interface DataPlace {
  /** The file of a tenant, or undefined if it is not kept. */
  fileOf(name: string): string | undefined;
  /** The names of the tenants that are kept here already. */
  names(): Promise<readonly string[]>;
  /** Remove what is kept of a tenant. */
  remove(name: string): Promise<void>;
}

/** Nothing is kept. */
const NOWHERE: DataPlace = {
  fileOf: () => undefined,
  names: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
};

/**
 * The place that an option names: a folder if it exists as one or ends with a slash, else a file.
 * Rejects with `SetupError`: `option-invalid` when many tenants are to be kept in one file, `data-file-unwritable`.
 */
export async function dataPlace(
  data: string | undefined,
  tenants: { readonly first: string; readonly more: readonly string[] },
): Promise<DataPlace> {
  if (data === undefined) return NOWHERE;
  if (/[/\\]$/.test(data) || (await isFolder(data))) return folder(data);
  if (tenants.more.length === 0)
    return { ...NOWHERE, fileOf: (name) => (name === tenants.first ? data : undefined) };
  throw new SetupError(
    'option-invalid',
    `${data} is a file, and cannot keep more than one tenant.`,
    'Give --data a folder, such as tenants/ with the slash: every tenant has a file in it.',
  );
}

async function folder(path: string): Promise<DataPlace> {
  try {
    await makeFolder(path);
  } catch (error) {
    throw new SetupError(
      'data-file-unwritable',
      `The folder ${path} cannot be made: ${(error as Error).message}.`,
      'Give --data a folder that can be written to.',
    );
  }
  const fileOf = (name: string) => join(path, `${name}.json`);
  return {
    fileOf,
    names: async () =>
      (await readdir(path))
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.slice(0, -'.json'.length))
        .filter(isTenantName)
        .sort(),
    remove: async (name) => {
      await rm(fileOf(name), { force: true });
      await rm(journalOf(fileOf(name)), { force: true });
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
