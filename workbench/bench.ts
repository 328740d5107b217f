import { setTimeout as wait } from 'node:timers/promises';
import {
  type Connector,
  type Identity,
  openRepository,
  type Repository,
  type RepositoryStore,
} from '../connector/index.js';
import { runConnector, tenantPlace } from '../contracts/index.js';
import { ExtensionProblem, type RunningTenant, type Tenant } from '../mock-server/index.js';
import type {
  BenchView,
  CourseProgress,
  RunFacts,
  RunRequest,
  SidesView,
  StepFacts,
  StepView,
} from './api.js';
import { coalesced } from './coalesced.js';
import { flowViews } from './flow-views.js';
import { type Course, type CourseSetup, openCourse } from './lessons/index.js';
import { type BenchRun, startRun } from './run.js';
import type { PackageOnShelf } from './shelf.js';
import { sidesOf } from './sides.js';

/** Both sides as they were: gives them back when it is called. */
type Restore = () => Promise<void>;

/** One tenant, the EIC side that belongs to it, and the package that is run between them. */
export interface Bench {
  readonly tenant: Tenant;
  view(): BenchView;
  /** Oldest first. */
  runs(): readonly RunFacts[];
  sides(): SidesView;
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
  takeSnapshot(name: string): void;
  /** @throws ExtensionProblem `snapshot-unknown`, `run-in-progress` */
  restoreSnapshot(name: string): Promise<void>;
  /** Tells of every change; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
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
  const changed = coalesced(() => {
    for (const listener of listeners) listener();
  }, TOGETHER_MS);
  const snapshots = new Map<string, Restore>();
  let runs: { readonly run: BenchRun; readonly restore: Restore }[] = [];
  let chosen = first;
  let repository: RepositoryStore;
  let connector: Connector;
  let lastRun = 0;
  await begin();

  async function begin(otherwise: readonly Identity[] = []): Promise<void> {
    repository = await openRepository();
    connect(tenantPlace(running).identities);
    for (const identity of otherwise)
      repository.putIdentity({ ...repository.identity(identity.username), ...identity });
    runs = [];
    snapshots.clear();
  }

  function connect(identities: readonly Identity[]): void {
    connector = runConnector({
      package: chosen.given.package,
      target: running.url,
      credentials: running.credentials,
      clock: tenant.clock,
      identities,
      repository,
      sleep: async (milliseconds) => {
        if (tenant.clock.state().mode === 'frozen') tenant.clock.advance(milliseconds);
        else await wait(milliseconds, undefined, { ref: false });
      },
      ...(ownFetch ? { fetch: ownFetch } : {}),
      beforeSend: (request) => runs.at(-1)?.run.gate.beforeSend(request) ?? Promise.resolve('stop'),
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
      course: course.progress(),
    }),
    sides: () => sidesOf(tenant, repository, chosen.given.package),
    progress: () => course.progress(),
    steps: () => runs.flatMap(({ run }) => run.steps()),
    step(run, index) {
      const found = known(run).step(index);
      if (found) return found;
      throw new ExtensionProblem(404, 'step-unknown', `Run ${run} has no call ${index}.`);
    },
    async choose(next, otherwise) {
      refuseBusy();
      chosen = next;
      await begin(otherwise);
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
      await begin();
      changed();
    },
    run(request) {
      refuseBusy();
      lastRun += 1;
      const restore = remember();
      const run = startRun({
        id: lastRun,
        request,
        connector,
        running,
        package: chosen,
        changed,
      });
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
      await restore?.();
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
  };
  const course = openCourse(bench, lessons, changed);
  return bench;
}
