import { ConnectorFailure } from './failure.js';
import type { Outcome, OutcomeStatus } from './outcome.js';
import { type ConnectorProblem, problem } from './problem.js';
import { DEFAULT_SEMANTICS, type Semantics, type SemanticsKey, semanticsId } from './semantics.js';
import type { TraceStep } from './trace.js';

/** A step that is still being written. */
export type DraftStep = { -readonly [Key in keyof TraceStep]: TraceStep[Key] };

/** One run of a flow: what it relied on, noticed and sent. */
export interface Run {
  readonly flow: string;
  readonly steps: readonly TraceStep[];
  /** The value of an option; the run relies on it from now on. */
  choose<Key extends SemanticsKey>(key: Key): Semantics[Key];
  /** The value of an option, without relying on it yet. */
  peek<Key extends SemanticsKey>(key: Key): Semantics[Key];
  rely(id: string): void;
  /** Notes a problem that does not stop the run; of each code and place only the first. */
  warn(found: ConnectorProblem): void;
  /** Adds a step with what was relied on since the last one. */
  record(step: Omit<TraceStep, 'flow' | 'assumptions'>): DraftStep;
  /** Closes the run. */
  end(status: OutcomeStatus, problems?: readonly ConnectorProblem[]): Outcome;
}

/** How many warnings one run keeps. */
const WARNINGS = 200;

/** Begins a run. Steps are added to `trace` as well. */
export function beginRun(options: {
  flow: string;
  now: () => number;
  semantics: Partial<Semantics>;
  trace: TraceStep[];
}): Run {
  const semantics: Semantics = { ...DEFAULT_SEMANTICS, ...options.semantics };
  const startedAt = options.now();
  const steps: TraceStep[] = [];
  const assumptions = new Set<string>();
  const sinceLastStep = new Set<string>();
  const warnings = new Map<string, ConnectorProblem>();
  const rely = (id: string) => {
    assumptions.add(id);
    sinceLastStep.add(id);
  };
  return {
    flow: options.flow,
    steps,
    rely,
    peek: (key) => semantics[key],
    choose(key) {
      rely(semanticsId(key));
      return semantics[key];
    },
    warn(found) {
      const key = `${found.code} ${found.document} ${found.pointer}`;
      if (!warnings.has(key) && warnings.size < WARNINGS) warnings.set(key, found);
    },
    record(step) {
      const draft: DraftStep = { ...step, flow: options.flow, assumptions: [...sinceLastStep] };
      sinceLastStep.clear();
      steps.push(draft);
      options.trace.push(draft);
      return draft;
    },
    end(status, problems = []) {
      return {
        flow: options.flow,
        status,
        problems,
        warnings: [...warnings.values()],
        steps,
        assumptions: [...assumptions],
        startedAt,
        endedAt: options.now(),
      };
    },
  };
}

/** The problem of a caught error; an error that is no failure of ours is a fault of this runner and says so. */
export function problemOf(error: unknown, at: { document: string; pointer: string }): ConnectorProblem {
  if (error instanceof ConnectorFailure) return error.problem;
  return problem({
    code: 'internal-error',
    message: `The runner itself failed: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Report it with the package, if you may share it; other flows are not affected.',
    ...at,
  });
}
