import type { Connector, ConnectorProblem, Outcome, TraceStep } from '../connector/index.js';
import { runFlowOn } from '../contracts/index.js';
import type { RunningTenant } from '../mock-server/index.js';
import type { PlacedProblem, RunFacts, RunRequest, RunStatus, StepFacts, StepView } from './api.js';
import { createGate, type Gate } from './gate.js';
import { matchExchanges, type SeenCall } from './match-exchanges.js';
import { resultsOf } from './results.js';
import type { PackageOnShelf } from './shelf.js';

/** One run of a flow on a bench. */
export interface BenchRun {
  readonly id: number;
  readonly request: RunRequest;
  readonly gate: Gate;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
  begin(): void;
  status(): RunStatus;
  facts(): RunFacts;
  /** The last calls, in short. */
  steps(): readonly StepFacts[];
  step(index: number): StepView | undefined;
  /** What the tenant saw since it began. */
  seen(): readonly SeenCall[];
}

/** What a run is made with. */
export interface RunSetup {
  readonly id: number;
  readonly request: RunRequest;
  readonly connector: Connector;
  readonly running: RunningTenant;
  readonly package: PackageOnShelf;
  /** For a run that was led back: when it began, and what the tenant saw of the calls that are told again. */
  readonly before?: { readonly startedAt: number; readonly seen: readonly SeenCall[] };
  /** Told of every call and of the end. */
  readonly changed: () => void;
}

/** The calls that a view shows; a large import has thousands. */
const SHOWN_STEPS = 200;

/** Makes a run; `begin` starts it. */
export function startRun(setup: RunSetup): BenchRun {
  const { id, request, connector, running, changed } = setup;
  const { facts: chosen, given } = setup.package;
  const { tenant } = running;
  const source = given.package;
  const gate = createGate(request.mode === 'step', changed);
  const firstStep = connector.trace.length;
  const startedAt = setup.before?.startedAt ?? tenant.clock.now();
  const seen: SeenCall[] = [...(setup.before?.seen ?? [])];
  let outcomes: readonly Outcome[] = [];
  let lastStep: number | undefined;
  let endedAt: number | null = null;
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });

  async function work(): Promise<void> {
    const unsubscribe = tenant.traffic.subscribe(({ id: exchange, method, path, search, status }) => {
      seen.push({ id: exchange, method, target: `${path}${search}`, status });
      changed();
    });
    try {
      outcomes = await outcomesOf(connector, request);
    } finally {
      unsubscribe();
      lastStep = connector.trace.length;
      endedAt = tenant.clock.now();
      finish();
      changed();
    }
  }

  const trace = () => connector.trace.slice(firstStep, lastStep);
  const status = (): RunStatus => {
    if (endedAt === null) return gate.waiting() === undefined ? 'running' : 'waiting';
    return outcomes.at(-1)?.status ?? 'failed';
  };
  const lineOf = (document: string, pointer: string) => source.document(document).place(pointer);
  const placed = (found: ConnectorProblem): PlacedProblem => {
    const { line, column } = lineOf(found.document, found.pointer);
    return { ...found, line, column };
  };

  function factsOf(steps: readonly TraceStep[]): StepFacts[] {
    const exchanges = matchExchanges(steps, seen, running.url);
    return steps.map(({ flow, document, pointer, outcome, mapped, problem }, index) => ({
      ...{ run: id, index, flow, document, pointer, outcome },
      line: lineOf(document, pointer).line,
      exchanges: exchanges[index] ?? [],
      records: mapped?.records ?? null,
      problem: problem?.code ?? null,
    }));
  }

  return {
    id,
    request,
    gate,
    ended,
    begin: () => void work(),
    status,
    facts: () => ({
      id,
      request,
      package: chosen.id,
      status: status(),
      startedAt,
      endedAt,
      steps: trace().length,
      waiting: gate.waiting() ?? null,
      problems: outcomes.flatMap(({ problems }) => problems.map(placed)),
      results: outcomes.flatMap(resultsOf),
    }),
    seen: () => seen,
    steps: () => factsOf(trace()).slice(-SHOWN_STEPS),
    step(index) {
      const all = trace();
      const [facts, step] = [factsOf(all)[index], all[index]];
      return facts && step && { ...facts, step };
    },
  };
}

async function outcomesOf(connector: Connector, request: RunRequest): Promise<readonly Outcome[]> {
  const { flow } = request;
  if (flow === 'test connection') return [await connector.testConnection()];
  return (await runFlowOn(connector, { ...request, flow })).outcomes;
}
