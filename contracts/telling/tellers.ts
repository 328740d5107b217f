import { here } from './tell-here.js';
import type { Teller } from './telling.js';

/** This thread, and as many others as are wanted. */
export async function startTellers(threads: number): Promise<readonly Teller[]> {
  if (threads <= 0) return [here];
  const { startThread } = await import('./thread-teller.js');
  return [here, ...Array.from({ length: threads }, startThread)];
}

/** Ends the threads. */
export async function closeTellers(tellers: readonly Teller[]): Promise<void> {
  await Promise.all(tellers.map((teller) => teller.close()));
}
