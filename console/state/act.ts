import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ApiProblem } from '../api/http.js';

/** What the last action came to. */
export interface Notice {
  /** Tells one from the next that says the same. */
  readonly id: number;
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

/** Does something to the simulator, and says how it went: `done` in the words that are given, or what was refused and why. */
export type Act = (done: string | (() => string), work: () => Promise<unknown>) => Promise<void>;

export const ActContext = createContext<Act>(() => Promise.resolve());

export const useAct = (): Act => useContext(ActContext);

/** The words for an error. */
export function wordsOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.message;
  if (error instanceof TypeError) return 'The simulator does not answer.';
  return error instanceof Error ? error.message : String(error);
}
