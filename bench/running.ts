import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from './contenders/contender.js';

const DEADLINE = 60_000;
const pinned = process.platform === 'linux' && existsSync('/usr/bin/taskset');

/** Keep the load on the second core; servers are started on the first. */
export function pinLoad(): string {
  if (!pinned) return 'server and load share all cores';
  execFileSync('taskset', ['-cp', '1', String(process.pid)]);
  return 'server on core 0, load on core 1';
}

export interface Running {
  readonly contender: Contender;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds from the start of the process to its first answer of any status. */
  readonly firstAnswerMs: number;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** Start a contender and wait for its first answer. */
export async function start(contender: Contender): Promise<Running> {
  const { command, args, cwd, port, path } = contender;
  const startedAt = performance.now();
  const [program, ...rest] = pinned ? ['taskset', '-c', '0', command, ...args] : [command, ...args];
  const child = spawn(program ?? command, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
    ...(cwd ? { cwd } : {}),
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    end(child);
    await ended;
  };
  while (!(await answers(`http://127.0.0.1:${port}${path}`))) {
    if (performance.now() - startedAt > DEADLINE || child.exitCode !== null) {
      await stop();
      throw new Error(`${contender.name} did not answer on port ${port}.`);
    }
    await sleep(2);
  }
  const firstAnswerMs = performance.now() - startedAt;
  const headers = await contender.headers();
  return { contender, headers, firstAnswerMs, memory: () => residentMemory(child.pid), stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** The child leads a process group of its own, so what it started ends with it. */
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}

/** Resident megabytes of all processes of a group: some peers start another one. */
function residentMemory(group: number | undefined): number {
  if (process.platform !== 'linux') return Number.NaN;
  const members = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && groupOf(pid) === group);
  return members.reduce((sum, pid) => sum + kilobytesOf(pid) / 1024, 0);
}

function groupOf(pid: string): number {
  return Number(/^\S+ \(.*\) \S \S+ (\d+)/s.exec(procFile(pid, 'stat'))?.[1]);
}

function kilobytesOf(pid: string): number {
  return Number(/VmRSS:\s+(\d+)/.exec(procFile(pid, 'status'))?.[1] ?? 0);
}

/** Empty if the process has ended meanwhile. */
function procFile(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
