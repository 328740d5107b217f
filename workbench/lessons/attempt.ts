import type { LackingView } from '../api.js';
import { lookAt, type Sighting } from './conditions/index.js';
import type { Lesson } from './lesson.js';
import type { Scene } from './scene.js';

/** A lesson that was begun. */
export interface Attempt {
  readonly lesson: Lesson;
  /** Looks at the steps that are not reached yet; true if one of them was reached by it. */
  look(scene: Scene): boolean;
  /** Which steps were reached. */
  reached(): readonly boolean[];
  /** What a step still lacks, as it was seen last. */
  lacking(step: number): readonly LackingView[];
}

const ALREADY = 'so it was when the lesson began: it counts when it has changed and come back';

/**
 * Begins a lesson. A step that was reached stays reached: a lesson tells a story, whose later steps undo what earlier ones did, and
 * a class is not to be seen going backwards. What holds already at the beginning is nobody's doing: it counts only after it was
 * seen not to hold.
 * @param scene both sides as they are when the learner comes
 */
export function beginAttempt(lesson: Lesson, scene: Scene): Attempt {
  const steps = lesson.steps.map(({ check }) => {
    const first = sightingsOf(check, scene);
    return { check, sightings: first, reached: false, counts: !holds(first) };
  });
  return {
    lesson,
    look(now) {
      let news = false;
      for (const step of steps) {
        if (step.reached) continue;
        step.sightings = sightingsOf(step.check, now);
        if (!holds(step.sightings)) step.counts = true;
        else if (step.counts) {
          step.reached = true;
          news = true;
        }
      }
      return news;
    },
    reached: () => steps.map(({ reached }) => reached),
    lacking(index) {
      const step = steps[index];
      if (step === undefined || step.reached) return [];
      if (!step.counts) return step.sightings.map(({ wanted }) => ({ wanted, seen: ALREADY }));
      return step.sightings.filter((one) => !one.holds).map(({ wanted, seen }) => ({ wanted, seen }));
    },
  };
}

const sightingsOf = (check: Lesson['steps'][number]['check'], scene: Scene): readonly Sighting[] =>
  check.map(({ name, wanted }) => lookAt(name, scene, wanted));

const holds = (sightings: readonly Sighting[]): boolean => sightings.every((one) => one.holds);
