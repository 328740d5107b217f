/** Budgets of one evaluation; a template that spends one of them is refused. */
export interface TemplateLimits {
  /** Loop turns, calls and visited elements. */
  readonly steps: number;
  /** Nested calls of closures and methods. */
  readonly depth: number;
  /** Characters of output. */
  readonly output: number;
  /** Characters and elements that values made by the template may take together. */
  readonly memory: number;
}

/** Everything an evaluation takes from outside, so that a run repeats exactly. */
export interface TemplateEnvironment {
  /** Epoch milliseconds. */
  now(): number;
  /** A number in [0, 1), as Math.random gives it. */
  random(): number;
  /** IANA name, e.g. `UTC` or `Europe/Berlin`. */
  readonly timeZone: string;
  /** BCP 47 tag, e.g. `en-US`. */
  readonly locale: string;
  readonly limits?: Partial<TemplateLimits>;
}

export const defaultLimits: TemplateLimits = {
  steps: 2_000_000,
  depth: 400,
  output: 10_000_000,
  memory: 20_000_000,
};
