import { availableParallelism } from 'node:os';

/** More threads than these have nothing left to do. */
const MOST = 3;

/** How many threads a check may use beside the main one: as many as there are processors for them. */
export function otherThreads(): number {
  return Math.min(MOST, availableParallelism() - 1);
}
