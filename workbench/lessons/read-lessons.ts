import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lesson, LessonError } from './lesson.js';
import { readLesson } from './read-lesson.js';

/** The lessons of a folder, and where the packages are that come with them. */
export interface LessonFolder {
  /** In the order of their file names. */
  readonly lessons: readonly Lesson[];
  /** Packages for lessons, each a folder; the folder need not exist. */
  readonly packages: string;
}

/** The lessons that a workbench was given; none without a folder. @throws as `readLessons` */
export const lessonsOf = async ({
  lessons,
}: {
  readonly lessons?: string | undefined;
}): Promise<LessonFolder> => (lessons === undefined ? { lessons: [], packages: '' } : readLessons(lessons));

/**
 * Reads every Markdown file of a folder as a lesson.
 * @throws LessonError `lessons-unreadable`, `lesson-file-invalid`
 */
export async function readLessons(folder: string): Promise<LessonFolder> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new LessonError(
      'lessons-unreadable',
      `The lessons in ${folder} cannot be read: ${error.message}.`,
      'Give a folder of lessons, such as fixtures/lessons.',
    );
  });
  const files = names.filter((name) => name.endsWith('.md')).sort();
  const lessons: Lesson[] = [];
  for (const name of files) {
    const path = join(folder, name);
    const lesson = await readLesson(path, await readFile(path, 'utf8'));
    if (lessons.some(({ id }) => id === lesson.id))
      throw new LessonError(
        'lesson-file-invalid',
        `${path}:1:1  There is a lesson with the id "${lesson.id}" already.`,
        'Give every lesson an id of its own.',
      );
    lessons.push(lesson);
  }
  if (lessons.length === 0)
    throw new LessonError(
      'lessons-unreadable',
      `There is no lesson in ${folder}.`,
      'Put at least one Markdown file with a lesson in it; docs/lessons.md has the form.',
    );
  return { lessons, packages: join(folder, 'packages') };
}
