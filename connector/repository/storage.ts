import { readFile } from 'node:fs/promises';
import { Low, Memory } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { isObject } from '../json.js';
import type {
  AccessRequest,
  Account,
  Entitlement,
  EntitlementMap,
  Identity,
  JobRun,
  Link,
  Owner,
  Task,
} from './model.js';

/** Everything the EIC side knows, as it is written to a file. */
export interface RepositoryData {
  identities: Identity[];
  accounts: Account[];
  entitlements: Entitlement[];
  links: Link[];
  owners: Owner[];
  maps: EntitlementMap[];
  requests: AccessRequest[];
  tasks: Task[];
  jobs: JobRun[];
}

/** A repository file that cannot be used. */
export class RepositoryError extends Error {
  override readonly name = 'RepositoryError';

  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly file: string,
  ) {
    super(message);
  }
}

/** What every file has; lists that came later may be missing in an older one. */
const LISTS = ['identities', 'accounts', 'entitlements', 'links', 'tasks', 'jobs'] as const;

/** A repository with nothing in it. */
export function emptyData(): RepositoryData {
  return {
    identities: [],
    accounts: [],
    entitlements: [],
    links: [],
    owners: [],
    maps: [],
    requests: [],
    tasks: [],
    jobs: [],
  };
}

/** Keeps the data in memory only. */
export function memoryStorage(): Low<RepositoryData> {
  return new Low(new Memory<RepositoryData>(), emptyData());
}

async function checked(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new RepositoryError(
      'repository-unreadable',
      `${file} cannot be read: ${error.message}.`,
      'Check that the file may be read.',
      file,
    );
  });
  if (text === undefined || text.trim() === '') return;
  const notOurs = (why: string) =>
    new RepositoryError(
      'repository-not-ours',
      `${file} holds no EIC side: ${why}.`,
      'Name a file that this tool wrote, or one that does not exist yet.',
      file,
    );
  try {
    const value: unknown = JSON.parse(text);
    const missing = LISTS.find((name) => !isObject(value) || !Array.isArray(value[name]));
    if (missing !== undefined) throw notOurs(`it has no list ${missing}`);
  } catch (error) {
    throw error instanceof RepositoryError ? error : notOurs('it is not JSON');
  }
}

/**
 * Keeps the data in one JSON file, written as a whole beside it and then renamed.
 * @throws RepositoryError when the file holds something else
 */
export async function fileStorage(file: string): Promise<Low<RepositoryData>> {
  await checked(file);
  const storage = new Low(new JSONFile<RepositoryData>(file), emptyData());
  await storage.read();
  storage.data = { ...emptyData(), ...storage.data };
  return storage;
}
