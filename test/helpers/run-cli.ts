import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** How a run of the command line ended. */
export interface CliRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const bin = resolve(import.meta.dirname, '../../bin/jama-sim.js');

/** Runs the built command line as a process of its own, without colour. */
export function runCli(args: readonly string[], options: { readonly cwd?: string } = {}): Promise<CliRun> {
  return new Promise((done) => {
    const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' };
    execFile(
      process.execPath,
      [bin, ...args],
      { ...options, env, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        done({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
      },
    );
  });
}
