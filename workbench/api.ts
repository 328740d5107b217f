import type {
  ConnectorProblem,
  DocumentState,
  JobRun,
  RequestTrace,
  Task,
  TraceStep,
} from '../connector/index.js';
import type { Finding, Flow, ScenarioStatus } from '../contracts/index.js';
import type { AccessToken, ActiveFault, LicenceUse, TrafficEntry } from '../mock-server/index.js';

/** A flow that can be run: those of a package, and Save & Test Connection. */
export type BenchFlow = Flow | 'test connection';

/** A package on the shelf. */
export interface PackageFacts {
  readonly id: string;
  readonly name: string;
  /**
   * `shipped` comes with jama-sim, `dropped` was brought by somebody, `lesson` comes with the lessons, and `edited` is one of them
   * changed, for one tenant alone.
   */
  readonly origin: 'shipped' | 'dropped' | 'lesson' | 'edited';
}

/** One connector JSON as it is shown: secrets are covered, every character stays where it is. */
export interface DocumentView {
  readonly name: string;
  readonly file: string;
  readonly state: DocumentState;
  readonly origin: 'package' | 'file' | 'default';
  readonly text: string;
}

/** How a scenario of the whole check ended. */
export interface ScenarioView {
  readonly id: string;
  readonly title: string;
  readonly status: ScenarioStatus;
}

/** A package with its texts, and what is wrong with it. */
export interface PackageView extends PackageFacts {
  readonly documents: readonly DocumentView[];
  readonly findings: readonly Finding[];
  /** Whether the package was only read, or run through every scenario. */
  readonly checked: 'read' | 'run';
  readonly scenarios: readonly ScenarioView[];
}

/** A file of a package that somebody brings. */
export interface DroppedFile {
  readonly name: string;
  /** The content in Base64. */
  readonly content: string;
}

/** The body that puts a package on the shelf. */
export interface DropRequest {
  readonly name: string;
  readonly files: readonly DroppedFile[];
}

/** The body that brings files to a tenant: single connector JSONs for the chosen package, or a package in its place. */
export interface BringRequest extends DropRequest {
  /** Whether they are a package whatever they hold, as a folder is. */
  readonly whole?: boolean;
}

/** What became of files that were brought. */
export interface BroughtView {
  /** The package that is chosen now. */
  readonly package: PackageView;
  /** The connector JSONs that stand in for those of the package before; empty when another package was chosen. */
  readonly standIns: readonly string[];
}

/** The body that changes one connector JSON of the chosen package. */
export interface EditRequest {
  /** The package that the text comes from; refused if another one was chosen meanwhile. */
  readonly package: string;
  /** The whole text. Secrets may stay covered as they are shown: they are kept. */
  readonly text: string;
}

/** What a flow of the chosen package needs, and whom it is for unless somebody is named. */
export interface FlowView {
  readonly flow: BenchFlow;
  /** The connector JSON that does it. */
  readonly document: string;
  readonly state: DocumentState;
  readonly identity: string | null;
  readonly entitlement: string | null;
}

/** The body that begins a run. */
export interface RunRequest {
  readonly flow: BenchFlow;
  /** `step` holds every call until the next one is asked for. */
  readonly mode: 'whole' | 'step';
  readonly identity?: string;
  readonly account?: string;
  readonly entitlement?: string;
  readonly incremental?: boolean;
}

/** `waiting`: held before its next call. */
export type RunStatus = 'running' | 'waiting' | 'ok' | 'failed' | 'not-possible';

/** A run in short. Times are epoch milliseconds of the tenant's clock. */
export interface RunFacts {
  readonly id: number;
  readonly request: RunRequest;
  /** The id of the package that was run. */
  readonly package: string;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** How many calls were made. */
  readonly steps: number;
  /** The call that waits to be let go. */
  readonly waiting: RequestTrace | null;
  readonly problems: readonly PlacedProblem[];
  /** What came of it, in a few words each. */
  readonly results: readonly string[];
}

/** A problem of a run with the line that it is rooted in. */
export interface PlacedProblem extends ConnectorProblem {
  readonly line: number;
  readonly column: number;
}

/** A call of a run in short, and the ids of the exchanges that the tenant saw of it. */
export interface StepFacts {
  readonly run: number;
  /** Which call of the run it is, from 0. */
  readonly index: number;
  readonly flow: string;
  readonly document: string;
  readonly pointer: string;
  readonly line: number;
  readonly outcome: TraceStep['outcome'];
  readonly exchanges: readonly number[];
  /** How many records it handed on. */
  readonly records: number | null;
  /** The code of its problem. */
  readonly problem: string | null;
}

/** A call of a run with everything that is known of it. */
export interface StepView extends StepFacts {
  readonly step: TraceStep;
}

/** An exchange in short; the admin API has the whole. Times are epoch milliseconds of the tenant's clock. */
export type ExchangeFacts = Pick<
  TrafficEntry,
  'id' | 'at' | 'durationMs' | 'method' | 'path' | 'search' | 'status' | 'fault'
>;

/** The bench of one tenant. */
export interface BenchView {
  readonly tenant: string;
  readonly package: PackageFacts;
  readonly flows: readonly FlowView[];
  /** Oldest first; going back takes a run and the later ones away. */
  readonly runs: readonly RunFacts[];
  readonly snapshots: readonly string[];
  /** The run whose last call can be taken back. */
  readonly stepBack: number | null;
  readonly course: CourseProgress;
}

/** How a record compares with its counterpart on the other side. */
export type Standing = 'same' | 'different' | 'only-here';

/** A part of a list, with how many there are in all. Where not all fit, those that differ come first. */
export interface Listing<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** A list whose records have counterparts on the other side. */
export interface ComparedListing<Row> extends Listing<Row> {
  readonly standings: Readonly<Record<Standing, number>>;
}

interface Compared {
  readonly standing: Standing;
  /** What differs, a sentence each. */
  readonly notes: readonly string[];
}

export interface UserRow extends Compared {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly active: boolean;
  readonly licenseType: string;
}

export interface GroupRow extends Compared {
  readonly id: number;
  readonly name: string;
  readonly members: number;
  /** The first of them. */
  readonly usernames: readonly string[];
}

export interface AccountRow extends Compared {
  readonly key: number;
  readonly name: string;
  readonly accountID: string | null;
  readonly status: string;
  readonly active: boolean;
  readonly identity: string | null;
}

export interface EntitlementRow extends Compared {
  readonly key: number;
  readonly type: string;
  readonly entitlementID: string | null;
  readonly value: string;
  readonly active: boolean;
  readonly holders: number;
}

export interface IdentityRow {
  readonly username: string;
  readonly name: string;
  readonly account: string | null;
}

/** Which imports have run into an EIC side, however they ended. */
export interface ImportsRun {
  readonly accounts: boolean;
  /** Groups are there to be imported only once this has run. */
  readonly access: boolean;
}

/** Both sides at one moment. */
export interface SidesView {
  readonly imports: ImportsRun;
  readonly users: ComparedListing<UserRow>;
  readonly usergroups: ComparedListing<GroupRow>;
  readonly accounts: ComparedListing<AccountRow>;
  readonly entitlements: ComparedListing<EntitlementRow>;
  readonly identities: Listing<IdentityRow>;
  readonly tasks: Listing<Task>;
  readonly jobs: Listing<JobRun>;
}

/** What time it is for a tenant, in epoch milliseconds, and whether its clock runs. */
export interface ClockFacts {
  readonly now: number;
  readonly mode: 'real' | 'frozen' | 'shifted';
}

/** A token without its text. */
export type TokenFacts = Pick<AccessToken, 'id' | 'issuedAt' | 'expiresAt'>;

/** Both sides, and what else a page shows of a tenant, at one moment. */
export interface StateView extends SidesView {
  readonly clock: ClockFacts;
  /** Oldest first. */
  readonly tokens: readonly TokenFacts[];
  readonly licences: readonly LicenceUse[];
  readonly faults: readonly ActiveFault[];
  /** The calls of the last runs, oldest first. */
  readonly steps: readonly StepFacts[];
}

/** The time, and those parts of a state that are otherwise than they were told before; at first all of them. */
export type StateNews = Pick<StateView, 'clock'> & Partial<StateView>;

/** A lesson of the course in short. */
export interface LessonFacts {
  readonly id: string;
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  /** How many steps it has. */
  readonly steps: number;
}

/** A piece of a line of a lesson's text. */
export type TextPart =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'link'; readonly address: string; readonly parts: readonly TextPart[] };

/** A block of a lesson's text: its Markdown as plain data. */
export type TextBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly TextBlock[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly TextBlock[])[];
    };

/** What is wanted and what is seen now, in a few words each. */
export interface LackingView {
  readonly wanted: string;
  readonly seen: string;
}

/** A step of a lesson, and whether it was reached since the lesson was begun. */
export interface LessonStepView {
  readonly text: readonly TextBlock[];
  /** For those who are stuck. */
  readonly hint?: readonly TextBlock[];
  readonly done: boolean;
  /** What it still lacks; empty when it is done or the lesson is not begun. */
  readonly lacking: readonly LackingView[];
}

/** A lesson with what is to be done in it. */
export interface LessonView extends Omit<LessonFacts, 'steps'> {
  readonly text: readonly TextBlock[];
  readonly steps: readonly LessonStepView[];
  /** Whether it is the one that is begun. */
  readonly begun: boolean;
}

/** The course on one tenant. */
export interface CourseView {
  readonly lessons: readonly LessonFacts[];
  readonly progress: CourseProgress;
}

/** How far somebody has come on a tenant. */
export interface CourseProgress {
  /** The id of the lesson that was begun last, and its title; null before the first. */
  readonly lesson: string | null;
  readonly title: string | null;
  /** Index of its first step that is not done; as large as `steps` when all are. */
  readonly step: number;
  readonly steps: number;
  /** The ids of the lessons that were brought to their end, in the order of the course. */
  readonly lessonsDone: readonly string[];
  /** How many lessons the course has. */
  readonly lessons: number;
}

/** How many people and groups agree on both sides, differ, are on one side alone, or are not imported yet. */
export interface AgreementCounts {
  readonly same: number;
  readonly different: number;
  readonly onlyTenant: number;
  /** Groups that are in the tenant alone because accounts were imported so far and access was not. */
  readonly groupsDue: number;
  readonly onlyEic: number;
}

/** One tenant as the overview of all shows it. What only a bench knows is null until somebody has opened it. */
export interface OverviewRow {
  readonly tenant: string;
  /** Calls since it was last reset. */
  readonly calls: number;
  readonly last: Pick<TrafficEntry, 'method' | 'path' | 'status'> | null;
  /** Milliseconds since the last call. */
  readonly idleMs: number | null;
  readonly package: PackageFacts | null;
  readonly run: { readonly flow: BenchFlow; readonly status: RunStatus } | null;
  readonly agreement: AgreementCounts | null;
  readonly progress: CourseProgress | null;
}

/** The body that begins tenants anew. */
export interface AnewRequest {
  readonly tenants: readonly string[];
}
