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

/** The folders that a course is read from. */
export interface LessonFolders {
  /** Without it there are no lessons. */
  readonly lessons?: string | undefined;
  /** The packages that come with jama-sim. */
  readonly packages: string;
}

/**
 * Reads every Markdown file of a folder as a lesson.
 * @throws LessonError `lessons-unreadable`, `lesson-file-invalid`
 */
export async function readLessons({ lessons: folder, packages }: LessonFolders): Promise<LessonFolder> {
  if (folder === undefined) return { lessons: [], packages: '' };
  const own = join(folder, 'packages');
  const known = new Set([...(await namesIn(own)), ...(await namesIn(packages))]);
  const lessons = new Map<string, Lesson>();
  for (const name of await filesOf(folder)) {
    const path = join(folder, name);
    const lesson = await readLesson(path, await readFile(path, 'utf8'));
    if (lessons.has(lesson.id))
      throw invalid(
        path,
        `There is a lesson with the id "${lesson.id}" already`,
        'Give every lesson an id of its own.',
      );
    if (!known.has(lesson.begin.package))
      throw invalid(
        path,
        `There is no package "${lesson.begin.package}" for it to begin with`,
        `Choose one of ${[...known].join(', ')}, or put a folder of that name into ${own}.`,
      );
    lessons.set(lesson.id, lesson);
  }
  return { lessons: [...lessons.values()], packages: own };
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new LessonError(
      'lessons-unreadable',
      error.code === 'ENOENT'
        ? `There is no folder ${folder}.`
        : `${folder} cannot be read: ${error.message}.`,
      'Give a folder of lessons, such as fixtures/lessons.',
    );
  });
  const files = names.filter((name) => name.endsWith('.md')).sort();
  if (files.length > 0) return files;
  throw new LessonError(
    'lessons-unreadable',
    `There is no lesson in ${folder}.`,
    'Put at least one Markdown file with a lesson in it; docs/lessons.md has the form.',
  );
}

/** The names in a folder that need not exist. */
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const invalid = (path: string, message: string, remedy: string): LessonError =>
  new LessonError('lesson-file-invalid', `${path}:1:1  ${message}.`, remedy);
