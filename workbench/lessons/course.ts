import type { CourseProgress, LessonFacts } from '../api.js';

/** The lessons as they are taken on one bench. */
export interface Course {
  progress(): CourseProgress;
}

/** Opens the course of a bench; no lesson is begun. */
export function openCourse(lessons: readonly LessonFacts[]): Course {
  return {
    progress: () => ({
      lesson: null,
      title: null,
      step: 0,
      steps: 0,
      lessonsDone: [],
      lessons: lessons.length,
    }),
  };
}
