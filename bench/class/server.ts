import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../root.js';

/** A trainee as the hand-out has one. */
export interface Trainee {
  readonly name: string;
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What their console sends. */
  readonly token: string;
}

/** What a process has used so far, as Linux counts it. */
export interface Usage {
  readonly cpuMs: number;
  /** How long it wanted a core and got none: the share of other programs in every latency. */
  readonly waitedMs: number;
  readonly megabytes: number;
  readonly peakMegabytes: number;
}

export interface RunningClass {
  readonly trainees: readonly Trainee[];
  readonly origin: string;
  readonly trainerToken: string;
  usage(): Usage;
  stop(): Promise<void>;
}

/**
 * Starts `jama-sim class` as a trainer does, on the first core where there is taskset.
 * @param nodeFlags such as `--cpu-prof`
 */
export async function startClass(trainees: number, nodeFlags: readonly string[]): Promise<RunningClass> {
  const handOut = join(await mkdtemp(join(tmpdir(), 'jama-sim-bench-')), 'class.json');
  const bin = fileURLToPath(new URL('bin/jama-sim.js', root));
  const args = ['class', '--trainees', String(trainees), '-p', '0', '--handout', handOut];
  const pinned = process.platform === 'linux' && existsSync('/usr/bin/taskset') ? ['taskset', '-c', '0'] : [];
  const [program = '', ...rest] = [...pinned, process.execPath, ...nodeFlags, bin, ...args];
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed = await banner(child);
  const [, link = '', trainerToken = ''] = /overview +(\S+?)\?token=(\S+)/.exec(printed) ?? [];
  const given = JSON.parse(await readFile(handOut, 'utf8')) as (Omit<Trainee, 'token'> & {
    console: string;
  })[];
  return {
    trainees: given.map((one) => ({ ...one, token: one.console.split('?token=')[1] ?? '' })),
    origin: new URL(link).origin.replace('localhost', '127.0.0.1'),
    trainerToken,
    usage: () => usageOf(child.pid),
    stop: () =>
      new Promise((ended) => {
        child.once('exit', () => ended());
        child.kill('SIGTERM');
      }),
  };
}

function banner(child: ChildProcess): Promise<string> {
  return new Promise((ready, failed) => {
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Ctrl-C')) ready(printed);
    });
    child.once('exit', (status) => failed(new Error(`The class ended with ${status}.`)));
  });
}

function usageOf(pid: number | undefined): Usage {
  if (process.platform !== 'linux')
    return { cpuMs: Number.NaN, waitedMs: Number.NaN, megabytes: Number.NaN, peakMegabytes: Number.NaN };
  const [, ran = 0, waited = 0] = /^(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/schedstat`, 'utf8')) ?? [];
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // All threads of the process, in hundredths of a second; schedstat has the main thread alone.
  const all = (Number(stat[11]) + Number(stat[12])) * 10;
  return {
    cpuMs: Number.isFinite(all) ? all : Number(ran) / 1e6,
    waitedMs: Number(waited) / 1e6,
    megabytes: kilobytes('VmRSS'),
    peakMegabytes: kilobytes('VmHWM'),
  };
}
