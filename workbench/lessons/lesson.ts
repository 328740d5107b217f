import type { Identity } from '../../connector/index.js';
import type { Flow } from '../../contracts/index.js';
import type { FaultName } from '../../mock-server/index.js';
import type { ConditionName } from './conditions/index.js';

/** What a lesson begins with: both sides, the clock, the faults and the package as its text takes them for granted. */
export interface Beginning {
  /** A package of the shelf, or one that comes with the lessons. */
  readonly package: string;
  readonly tenant: {
    readonly users: number;
    readonly groups: number;
    readonly projects: number;
    readonly seed: number;
    /** Seconds that a token lives; as long as the tenant was started with unless it is given. */
    readonly tokenLife?: number;
  };
  /** `runs`, `frozen`, or the moment that it is frozen at. */
  readonly clock: string;
  readonly faults: readonly FaultName[];
  /** Flows that were run before the learner comes. */
  readonly flows: readonly Flow[];
  /** What the EIC side knows of identities otherwise than the tenant; known by their username, or new ones. */
  readonly identities: readonly Identity[];
}

/** One condition, with what is wanted of it as its schema says. */
export interface Check {
  readonly name: ConditionName;
  readonly wanted: unknown;
}

/** A step is reached when all its conditions hold at once. Texts are Markdown. */
export interface LessonStep {
  readonly text: string;
  readonly hint?: string;
  readonly check: readonly Check[];
}

/** A lesson as its file has it. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  /** Markdown. */
  readonly text: string;
  readonly begin: Beginning;
  readonly steps: readonly LessonStep[];
}

/** A lesson file that cannot be used; the message begins with the place. */
export class LessonError extends Error {
  override readonly name = 'LessonError';

  constructor(
    readonly code: 'lesson-file-invalid' | 'lessons-unreadable',
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
