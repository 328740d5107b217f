import { useEffect, useState } from 'preact/hooks';
import type { CourseProgress, LessonFacts } from '../../workbench/index.js';
import { workbench } from '../api/workbench.js';
import { counted } from '../format.js';
import { wordsOf } from '../state/act.js';
import type { Live } from '../state/live.js';
import { addressOf } from '../state/route.js';

/** The course: its lessons, and which of them are done. */
export function LessonsPage({ tenant, live }: { readonly tenant: string; readonly live: Live }) {
  const [lessons, setLessons] = useState<readonly LessonFacts[] | undefined>();
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    workbench.course(tenant).then(
      (course) => setLessons(course.lessons),
      (error) => setTrouble(wordsOf(error)),
    );
  }, [tenant]);
  const progress = live.bench?.course;
  return (
    <main class="lessons-page" aria-labelledby="lessons-heading">
      <h2 id="lessons-heading">Lessons</h2>
      <p class="muted">
        {trouble ||
          (lessons === undefined || progress === undefined
            ? 'Loading'
            : `The integration, from the first token to the day that Jama is down. Done: ${progress.lessonsDone.length} of ${lessons.length}.`)}
      </p>
      <ol class="lesson-list">
        {(lessons ?? []).map((lesson) => (
          <li key={lesson.id}>
            <a href={addressOf({ view: 'lessons', tenant, lesson: lesson.id })}>
              <span class="lesson-number" aria-hidden="true">
                {lesson.number}
              </span>
              <span class="lesson-about">
                <b>{lesson.title}</b>
                <span class="muted">{lesson.goal}</span>
              </span>
              <Standing lesson={lesson} progress={progress} />
            </a>
          </li>
        ))}
      </ol>
    </main>
  );
}

interface StandingProps {
  readonly lesson: LessonFacts;
  readonly progress: CourseProgress | undefined;
}

function Standing({ lesson: { id, steps }, progress }: StandingProps) {
  if (progress?.lesson === id && progress.step < progress.steps)
    return (
      <span class="tag off">
        step {progress.step + 1} of {progress.steps}
      </span>
    );
  if (progress?.lessonsDone.includes(id)) return <span class="tag good">✓ done</span>;
  return <span class="tag">{counted(steps, 'step')}</span>;
}
