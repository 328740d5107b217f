import { readFileSync } from 'node:fs';

/** A tick of the kernel's accounting on Linux. */
const TICK_MS = 10;

/** The processor time that a process has taken in all its threads, user and system, in milliseconds; NaN where there is no /proc. */
export function cpuMilliseconds(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
