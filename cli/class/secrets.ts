import { createHmac, randomBytes, scryptSync } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Credentials, makeFolder } from '../../mock-server/index.js';
import { UsageError } from '../failure.js';

/** What a class may take its secrets from. */
export interface SecretSource {
  readonly adminToken: string | undefined;
  /** The folder that the class is kept in. */
  readonly folder: string | undefined;
  /** Whether programs of other machines reach it. */
  readonly reachable: boolean;
  /** The seed, if it was chosen. */
  readonly seed: number | undefined;
}

/** The secrets of a class, and what they follow from. */
export interface ClassSecrets {
  readonly from: 'admin token' | 'folder' | 'seed' | 'nothing';
  /** Lets the trainer use everything. */
  readonly trainerToken: string;
  /** The credentials of a tenant. */
  credentialsOf(name: string): Credentials;
  /** Lets a trainee use their tenant. */
  tokenOf(name: string): string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Its name is none of a tenant's file. */
const FILE = 'class.key';

/**
 * All secrets of a class from one text: the admin token, what is kept in the folder, the seed (only where no other machine reaches
 * the class, since anybody may guess it), or a new one. The text is stretched (scrypt), so that who knows a secret cannot try out
 * what an admin token may be. Rejects with `UsageError` `class-key-unusable`.
 */
export async function classSecrets(source: SecretSource): Promise<ClassSecrets> {
  const { adminToken } = source;
  const { from, text } = await beginningOf(source);
  const key = scryptSync(text, 'jama-sim class', 32);
  const letters = (length: number, ...what: readonly string[]): string =>
    [...createHmac('sha512', key).update(what.join('/')).digest()]
      .filter((byte) => byte < 252)
      .slice(0, length)
      .map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
      .join('');
  return {
    from,
    trainerToken: adminToken ?? letters(32, 'trainer'),
    credentialsOf: (name) => ({
      clientId: letters(15, 'client id', name),
      clientSecret: letters(25, 'client secret', name),
    }),
    tokenOf: (name) => letters(32, 'token', name),
  };
}

async function beginningOf({
  adminToken,
  folder,
  reachable,
  seed,
}: SecretSource): Promise<{ from: ClassSecrets['from']; text: string }> {
  if (adminToken !== undefined) return { from: 'admin token', text: adminToken };
  if (folder !== undefined) return { from: 'folder', text: await keptIn(folder) };
  if (seed !== undefined && !reachable) return { from: 'seed', text: `seed ${seed}` };
  return { from: 'nothing', text: newText() };
}

const newText = (): string => randomBytes(32).toString('hex');

/** The text that is kept in the folder; a new one if there is none. Only the owner may read it. */
async function keptIn(folder: string): Promise<string> {
  const file = join(folder, FILE);
  try {
    await makeFolder(folder);
    const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (known !== undefined && /^[0-9a-f]{64}\n$/.test(known)) return known.trim();
    if (known !== undefined) throw new Error('it holds something else');
    const text = newText();
    await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
    await chmod(file, 0o600);
    return text;
  } catch (error) {
    throw new UsageError(
      'class-key-unusable',
      `${file}, which the secrets of the class follow from, cannot be used: ${(error as Error).message}.`,
      'Give --data a folder that can be written to; without the file the class gets new secrets.',
    );
  }
}
