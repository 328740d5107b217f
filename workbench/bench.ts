import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Connector,
  type Identity,
  openRepository,
  type Repository,
  type RepositoryStore,
  type RequestTrace,
} from '../connector/index.js';
import { runConnector, tenantPlace } from '../contracts/index.js';
import { ExtensionProblem, type RunningTenant, type Tenant } from '../mock-server/index.js';
import type {
  BenchView,
  CourseProgress,
  PackageFacts,
  RunFacts,
  RunRequest,
  SidesView,
  StepFacts,
  StepView,
} from './api.js';
import { cached } from './cached.js';
import { coalesced } from './coalesced.js';
import { counted } from './counted.js';
import { flowViews } from './flow-views.js';
import { type Course, type CourseSetup, openCourse } from './lessons/index.js';
import { type BenchRun, type RunSetup, startRun } from './run.js';
import type { PackageOnShelf } from './shelf.js';
import { sidesOf } from './sides.js';
import { rememberSteps, type StepMemory } from './step-memory.js';
import { createTape, type Tape } from './tape.js';
import { stateWriter, type WrittenState } from './written-state.js';

/** Both sides as they were: gives them back when it is called. */
type Restore = () => Promise<void>;

/** One tenant, the EIC side that belongs to it, and the package that is run between them. */
export interface Bench {
  readonly tenant: Tenant;
  view(): BenchView;
  package(): PackageFacts;
  /** Oldest first. */
  runs(): readonly RunFacts[];
  sides(): SidesView;
  /** Both sides and what else a page shows, written down; cheap to be asked for again when nothing has changed. */
  state(): WrittenState;
  /** How far the course has come here; cheap enough to be asked of every bench each second. */
  progress(): CourseProgress;
  readonly course: Course;
  /** The EIC side, to be read. */
  repository(): Repository;
  chosen(): PackageOnShelf;
  /** The calls of the last runs, oldest first. */
  steps(): readonly StepFacts[];
  /** @throws ExtensionProblem `run-unknown`, `step-unknown` */
  step(run: number, index: number): StepView;
  /**
   * Takes another package, with a new EIC side.
   * @param otherwise identities that the EIC side knows otherwise than the tenant does, or alone
   * @throws ExtensionProblem `run-in-progress`
   */
  choose(chosen: PackageOnShelf, otherwise?: readonly Identity[]): Promise<void>;
  /**
   * Takes a changed package; the EIC side stays as it is.
   * @param make gives the package, when no run is in progress
   * @throws ExtensionProblem `run-in-progress`, what `make` throws
   */
  change(make: () => PackageOnShelf): void;
  /** A new EIC side that knows the tenant's people. A run that waits is ended. */
  reset(): Promise<void>;
  /** @throws ExtensionProblem `run-in-progress` */
  run(request: RunRequest): void;
  /** Resolves when no run is in progress. */
  idle(): Promise<void>;
  /** Lets one call go, or all of them. @throws ExtensionProblem `nothing-waits` */
  go(id: number, calls: 'next' | 'all'): void;
  /** Both sides as they were before a run, which is taken away with all later ones. @throws ExtensionProblem `run-unknown` */
  back(id: number): Promise<void>;
  /**
   * Both sides, the clock and the traffic as they were before the last call of a run that is run step by step; it waits before that
   * call again. @throws ExtensionProblem `run-unknown`, `no-call-back`, `not-repeated`
   */
  stepBack(id: number): Promise<void>;
  takeSnapshot(name: string): void;
  /** @throws ExtensionProblem `snapshot-unknown`, `run-in-progress` */
  restoreSnapshot(name: string): Promise<void>;
  /** Tells of every change; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Aborted when it is no longer the bench of its tenant. */
  readonly closed: AbortSignal;
  /** Ends what runs and whoever follows. */
  close(): Promise<void>;
}

/** So many runs are remembered, each with both sides as they were before it. */
const RUNS = 20;
/** Changes that come together are told once. */
const TOGETHER_MS = 40;

/** Opens the bench of a tenant. */
export async function openBench(
  running: RunningTenant,
  first: PackageOnShelf,
  lessons: CourseSetup,
  ownFetch?: typeof fetch,
): Promise<Bench> {
  const { tenant } = running;
  const listeners = new Set<() => void>();
  const tell = coalesced(() => {
    for (const listener of listeners) listener();
  }, TOGETHER_MS);
  let changes = 0;
  const changed = (): void => {
    changes += 1;
    tell();
  };
  const snapshots = new Map<string, Restore>();
  let runs: { readonly run: BenchRun; readonly restore: Restore }[] = [];
  /** Runs on an EIC side that is no more: what they called is still told. */
  let past: readonly BenchRun[] = [];
  let chosen = first;
  let repository: RepositoryStore;
  let connector: Connector;
  let tape: Tape;
  let memory: StepMemory | undefined;
  let lastRun = 0;
  let eicRevision = 0;
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const sides = cached((_tenant: number, _eic: number, source: PackageOnShelf) =>
    sidesOf(tenant, repository, source.given.package),
  );
  await begin();

  async function begin(otherwise: readonly Identity[] = []): Promise<void> {
    repository = counted(await openRepository(), () => {
      eicRevision += 1;
    });
    eicRevision += 1;
    connect(tenantPlace(running).identities);
    for (const identity of otherwise)
      repository.putIdentity({ ...repository.identity(identity.username), ...identity });
    runs = [];
    snapshots.clear();
  }

  function connect(identities: readonly Identity[]): void {
    memory = undefined;
    tape = createTape({
      clock: tenant.clock,
      fetch: ownFetch ?? fetch,
      sleep: async (milliseconds) => {
        if (tenant.clock.state().mode === 'frozen') tenant.clock.advance(milliseconds);
        else await wait(milliseconds, undefined, { ref: false });
      },
    });
    connector = runConnector({
      package: chosen.given.package,
      target: running.url,
      credentials: running.credentials,
      clock: tape.clock,
      identities,
      repository,
      sleep: tape.sleep,
      fetch: tape.fetch,
      beforeSend,
    });
  }

  async function beforeSend(request: RequestTrace): Promise<'send' | 'stop'> {
    const run = runs.at(-1)?.run;
    if (run === undefined) return 'stop';
    if (tape.repeats()) return 'send';
    const decision = await run.gate.beforeSend(request);
    if (decision === 'send' && memory?.run === run.id) memory.callGoes(request, run);
    return decision;
  }

  function begun(id: number, request: RunRequest, before?: RunSetup['before']): BenchRun {
    return startRun({
      ...{ id, request, connector, running, package: chosen, changed },
      ...(before ? { before } : {}),
    });
  }

  function remember(): Restore {
    const state = tenant.snapshot();
    let restoreEic = repository.remember();
    return async () => {
      tenant.restore(state);
      restoreEic();
      // What was given back changes from now on: it is remembered anew, so that it can be given back once more.
      restoreEic = repository.remember();
      await tenant.saved();
      changed();
    };
  }

  /** The runs whose calls are told, oldest first. */
  const toldRuns = (): readonly BenchRun[] => [...past, ...runs.map(({ run }) => run)].slice(-RUNS);

  const active = (): BenchRun | undefined =>
    runs.map(({ run }) => run).find(({ status }) => ['running', 'waiting'].includes(status()));

  function refuseBusy(): void {
    const busy = active();
    if (busy === undefined) return;
    throw new ExtensionProblem(
      409,
      'run-in-progress',
      `Run ${busy.id} (${busy.request.flow}) has not ended: let its calls go, or go back to before it.`,
    );
  }

  async function end(run: BenchRun | undefined): Promise<void> {
    run?.gate.stop();
    await run?.ended;
  }

  function known(id: number): BenchRun {
    const found = runs.find(({ run }) => run.id === id);
    if (found) return found.run;
    throw new ExtensionProblem(404, 'run-unknown', `There is no run ${id} to be gone back to.`);
  }

  const bench: Bench = {
    tenant,
    get course() {
      return course;
    },
    runs: () => runs.map(({ run }) => run.facts()),
    repository: () => repository,
    chosen: () => chosen,
    view: () => ({
      tenant: tenant.name,
      package: chosen.facts,
      flows: flowViews(chosen.given.package, running, repository),
      runs: bench.runs(),
      snapshots: [...snapshots.keys()],
      stepBack: memory?.canGoBack() ? memory.run : null,
      course: course.progress(),
    }),
    package: () => chosen.facts,
    sides: () => sides(tenant.revision, eicRevision, chosen),
    state: () => state(),
    progress: () => course.progress(),
    steps: () => toldRuns().flatMap((run) => run.steps()),
    step(run, index) {
      const found = toldRuns()
        .find(({ id }) => id === run)
        ?.step(index);
      if (found) return found;
      known(run);
      throw new ExtensionProblem(404, 'step-unknown', `Run ${run} has no call ${index}.`);
    },
    async choose(next, otherwise) {
      refuseBusy();
      const told = toldRuns();
      chosen = next;
      await begin(otherwise);
      past = told;
      changed();
    },
    change(make) {
      refuseBusy();
      chosen = make();
      connect([]);
      changed();
    },
    async reset() {
      await end(active());
      past = [];
      await begin();
      changed();
    },
    run(request) {
      refuseBusy();
      lastRun += 1;
      const restore = remember();
      memory =
        request.mode === 'step' ? rememberSteps(lastRun, { tenant, repository, connector, tape }) : undefined;
      if (memory === undefined) tape.stop();
      const run = begun(lastRun, request);
      runs = [...runs.slice(1 - RUNS), { run, restore }];
      run.begin();
      changed();
    },
    idle: async () => active()?.ended,
    go(id, calls) {
      const { gate } = known(id);
      if (gate.waiting() === undefined)
        throw new ExtensionProblem(409, 'nothing-waits', `No call of run ${id} waits.`);
      if (calls === 'all') gate.open();
      else gate.next();
    },
    async back(id) {
      known(id);
      await end(active());
      const at = runs.findIndex(({ run }) => run.id === id);
      const restore = runs[at]?.restore;
      runs = runs.slice(0, Math.max(0, at));
      if (memory !== undefined && memory.run >= id) memory = undefined;
      await restore?.();
    },
    async stepBack(id) {
      const run = known(id);
      const place = runs.at(-1);
      if (memory?.run !== id || !memory.canGoBack() || place === undefined)
        throw new ExtensionProblem(409, 'no-call-back', `No call of run ${id} can be taken back.`);
      await end(run);
      const { seen, call } = memory.goBack(run);
      await tenant.saved();
      const again = begun(id, run.request, { startedAt: run.facts().startedAt, seen });
      runs = [...runs.slice(0, -1), { ...place, run: again }];
      again.begin();
      await Promise.race([again.gate.held(), again.ended]);
      changed();
      const waiting = again.gate.waiting();
      if (waiting?.url === call.url && waiting.method === call.method) return;
      await bench.back(id);
      throw new ExtensionProblem(
        500,
        'not-repeated',
        `Run ${id} came to another call when it was led back; both sides are as before the run.`,
      );
    },
    takeSnapshot(name) {
      snapshots.set(name, remember());
      changed();
    },
    async restoreSnapshot(name) {
      refuseBusy();
      const restore = snapshots.get(name);
      if (restore === undefined)
        throw new ExtensionProblem(404, 'snapshot-unknown', `There is no snapshot "${name}".`);
      await restore();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    closed: closing.signal,
    async close() {
      await end(active());
      closing.abort();
    },
  };
  const course = openCourse(bench, lessons, changed);
  const state = stateWriter({
    tenant,
    sides: bench.sides,
    steps: bench.steps,
    // A step goes on to change for a moment after its answer; nobody tells of that before the run goes on.
    stepsMark: () => (active()?.status() === 'running' ? {} : changes),
  });
  return bench;
}
