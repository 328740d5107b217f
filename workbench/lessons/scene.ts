import type { Repository } from '../../connector/index.js';
import type { Finding } from '../../contracts/index.js';
import type { Tenant, TrafficEntry } from '../../mock-server/index.js';
import type { PackageFacts, RunFacts, ScenarioView, SidesView } from '../api.js';

/** A call that the tenant answered. */
export type LessonCall = Pick<TrafficEntry, 'id' | 'method' | 'path' | 'search' | 'status' | 'fault'>;

/** What was there when the lesson began, and so is no doing of the learner. */
export interface Baseline {
  /** Epoch milliseconds of the tenant's clock. */
  readonly now: number;
  /** Ids of the tokens that had been issued. */
  readonly tokens: ReadonlySet<string>;
  /** The last run that had been started. */
  readonly run: number;
  /** How many runs of jobs the job history had. */
  readonly jobs: number;
}

/** What conditions look at: the tenant, the EIC side and the package as they are now, and what happened since the beginning. */
export interface Scene {
  readonly tenant: Tenant;
  readonly repository: Repository;
  /** Both sides compared. */
  readonly sides: () => SidesView;
  readonly package: PackageFacts;
  /** What is wrong with the package; undefined until it was read. */
  readonly findings: readonly Finding[] | undefined;
  /** How the scenarios of the whole check ended; empty if it was not run. */
  readonly scenarios: readonly ScenarioView[];
  /** The runs since the beginning, oldest first. */
  readonly runs: readonly RunFacts[];
  /** The calls since the beginning, oldest first. */
  readonly calls: readonly LessonCall[];
  readonly since: Baseline;
}
