import type { CheckResult } from '../../contracts/index.js';
import { ExtensionProblem } from '../../mock-server/index.js';
import type { CourseProgress, CourseView, LessonFacts, LessonView } from '../api.js';
import type { Bench } from '../bench.js';
import type { Shelf } from '../shelf.js';
import { type Attempt, beginAttempt } from './attempt.js';
import type { Lesson } from './lesson.js';
import { lessonView } from './lesson-view.js';
import { prepareBench } from './prepare-bench.js';
import type { Baseline, LessonCall, Scene } from './scene.js';

/** The lessons as they are taken on one bench. */
export interface Course {
  progress(): CourseProgress;
  view(): CourseView;
  /** @param address where the learner reaches the tenant. @throws ExtensionProblem `lesson-unknown` */
  lesson(id: string, address: string): LessonView;
  /**
   * Puts both sides, the clock, the faults and the package as a lesson needs them. A run that waits is ended, and the lesson that was
   * begun before is left. @throws ExtensionProblem `lesson-unknown`, `lesson-not-prepared`
   */
  begin(id: string): Promise<void>;
}

/** What every course is made of. */
export interface CourseSetup {
  readonly lessons: readonly Lesson[];
  readonly shelf: Pick<Shelf, 'forLesson' | 'known' | 'read'>;
}

/** So many calls of a lesson are remembered. */
const CALLS = 5000;

/**
 * Opens the course of a bench; no lesson is begun.
 * @param changed told when a step was reached
 */
export function openCourse(bench: Bench, { lessons, shelf }: CourseSetup, changed: () => void): Course {
  const { tenant } = bench;
  const done = new Set<string>();
  let attempt: Attempt | undefined;
  let calls: LessonCall[] = [];
  let since: Baseline;
  let leave: (() => void)[] = [];
  bench.closed.addEventListener('abort', () => {
    for (const unsubscribe of leave) unsubscribe();
  });

  function resultOf(id: string): CheckResult | undefined {
    return shelf.known(id, changed);
  }

  function scene(): Scene {
    const { facts } = bench.chosen();
    const result = resultOf(facts.id);
    let sides: ReturnType<Bench['sides']> | undefined;
    return {
      tenant,
      repository: bench.repository(),
      sides: () => {
        sides ??= bench.sides();
        return sides;
      },
      package: facts,
      findings: result?.findings,
      scenarios: result?.scenarios ?? [],
      runs: bench.runs().filter(({ id }) => id > since.run),
      calls,
      since,
    };
  }

  function look(): void {
    if (attempt === undefined) return;
    if (!attempt.look(scene())) return;
    if (attempt.reached().every(Boolean)) done.add(attempt.lesson.id);
    changed();
  }

  function known(id: string): Lesson {
    const found = lessons.find((lesson) => lesson.id === id);
    if (found) return found;
    throw new ExtensionProblem(404, 'lesson-unknown', `There is no lesson "${id}".`);
  }

  const facts = (): readonly LessonFacts[] =>
    lessons.map(({ id, title, goal, steps }, at) => ({
      id,
      number: at + 1,
      title,
      goal,
      steps: steps.length,
    }));

  function progress(): CourseProgress {
    look();
    const reached = attempt?.reached() ?? [];
    const open = reached.indexOf(false);
    return {
      lesson: attempt?.lesson.id ?? null,
      title: attempt?.lesson.title ?? null,
      step: open < 0 ? reached.length : open,
      steps: reached.length,
      lessonsDone: lessons.map(({ id }) => id).filter((id) => done.has(id)),
      lessons: lessons.length,
    };
  }

  return {
    progress,
    view: () => ({ lessons: facts(), progress: progress() }),
    lesson(id, address) {
      const lesson = known(id);
      look();
      const [own] = facts().filter((one) => one.id === id);
      const begun = attempt?.lesson === lesson ? attempt : undefined;
      return lessonView(lesson, own?.number ?? 0, begun, {
        address,
        tenant: tenant.name,
        credentials: tenant.credentials,
      });
    },
    async begin(id) {
      const lesson = known(id);
      attempt = undefined;
      for (const end of leave.splice(0)) end();
      await prepareBench(bench, lesson, shelf.forLesson(lesson.begin.package));
      await shelf.read(bench.chosen().facts.id);
      calls = [];
      since = {
        now: tenant.clock.now(),
        tokens: new Set(tenant.tokens.list().map((token) => token.id)),
        run: bench.runs().at(-1)?.id ?? 0,
        jobs: bench.repository().jobs().length,
      };
      attempt = beginAttempt(lesson, scene());
      leave = [
        tenant.traffic.subscribe(({ id: number, method, path, search, status, fault }) => {
          const call = {
            id: number,
            method,
            path,
            search,
            status,
            ...(fault === undefined ? {} : { fault }),
          };
          calls = [...calls.slice(1 - CALLS), call];
          changed();
        }),
        bench.subscribe(look),
      ];
      changed();
    },
  };
}
