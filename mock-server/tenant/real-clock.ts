/** Where the time of day comes from: the only file that asks the machine. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** Counts on when the time of day is set back. */
export const realStopwatch: Clock = { now: () => performance.now() };

export const realClock: Clock = { now: () => Date.now() };
