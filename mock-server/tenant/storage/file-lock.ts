import { readFile, realpath, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { inUse, unwritable } from './errors.js';

/** Files that this process keeps tenants in. */
const own = new Set<string>();

/** The right to keep a tenant in a file, until it is released. */
export interface FileLock {
  release(): Promise<void>;
}

/**
 * Takes a data file for this process: `FILE.lock` names the process and its machine. The lock of a process that was killed is taken
 * over; so is that of another machine, since a container that replaces another has another name.
 * Rejects with `SetupError`: `data-file-in-use`, `data-file-unwritable`.
 */
export async function lockFile(file: string): Promise<FileLock> {
  const lock = `${await wholePath(file)}.lock`;
  if (own.has(lock)) throw inUse(file, lock, process.pid);
  own.add(lock);
  try {
    await take(file, lock);
  } catch (error) {
    own.delete(lock);
    throw error;
  }
  return {
    async release() {
      own.delete(lock);
      await unlink(lock);
    },
  };
}

async function take(file: string, lock: string): Promise<void> {
  const text = `${process.pid} ${hostname()}\n`;
  try {
    await writeFile(lock, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(file, error);
    const [pid = '', host] = (await readFile(lock, 'utf8')).trim().split(' ');
    if (host === hostname() && isAlive(Number(pid))) throw inUse(file, lock, Number(pid));
    await writeFile(lock, text, { mode: 0o600 });
  }
}

/** Whether another process of this machine has this number. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** One path for a file, however its folder is named. */
async function wholePath(file: string): Promise<string> {
  try {
    return join(await realpath(dirname(file)), basename(file));
  } catch (error) {
    throw unwritable(file, error);
  }
}
