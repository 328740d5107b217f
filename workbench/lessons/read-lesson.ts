import { LineCounter, parseDocument } from 'yaml';
import { type InputProblem, problemOf } from '../../mock-server/index.js';
import type { ConditionName } from './conditions/index.js';
import { type Beginning, type Lesson, LessonError } from './lesson.js';
import { LESSON_SCHEMA } from './lesson-schema.js';

/** The front matter as its schema lets it pass. */
interface FrontMatter extends Pick<Lesson, 'id' | 'title' | 'goal'> {
  readonly begin?: Partial<Omit<Beginning, 'tenant'>> & { readonly tenant?: Partial<Beginning['tenant']> };
  readonly steps: readonly {
    readonly text: string;
    readonly hint?: string;
    readonly check: readonly Readonly<Record<ConditionName, unknown>>[];
  }[];
}

/** What a lesson begins with unless it says otherwise: the tenant that `start` makes, and the package that comes first. */
const BEGINNING: Beginning = {
  package: 'jama-connect',
  tenant: { users: 120, groups: 12, projects: 3, seed: 1 },
  clock: 'runs',
  faults: [],
  flows: [],
  identities: [],
};

const FENCED = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/**
 * Reads a lesson: YAML between two lines of three hyphens, then Markdown.
 * @param file the name of the file, for the messages
 * @throws LessonError `lesson-file-invalid`; its message begins with file, line and column
 */
export async function readLesson(file: string, text: string): Promise<Lesson> {
  const [, yaml, body = ''] = FENCED.exec(text.replace(/^\ufeff/, '')) ?? [];
  if (yaml === undefined)
    throw invalid(
      file,
      { line: 1, col: 1 },
      'There is no front matter: YAML between two lines of three hyphens.',
    );
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, col };
  };
  const [broken] = document.errors;
  if (broken) throw invalid(file, at(broken.pos[0]), `This is not YAML: ${broken.message}.`);
  const value: unknown = document.toJS();
  const problem = await problemOf(LESSON_SCHEMA, value);
  if (problem) {
    const place = at(offsetOf(document, problem));
    throw invalid(file, place, `${problem.pointer || 'The front matter'}: ${problem.message}`);
  }
  return lessonOf(value as FrontMatter, body.trim());
}

function lessonOf({ id, title, goal, begin = {}, steps }: FrontMatter, text: string): Lesson {
  return {
    id,
    title,
    goal,
    text,
    begin: { ...BEGINNING, ...begin, tenant: { ...BEGINNING.tenant, ...begin.tenant } },
    steps: steps.map(({ check, ...step }) => ({
      ...step,
      check: check.flatMap((one) =>
        Object.entries(one).map(([name, wanted]) => ({ name: name as ConditionName, wanted })),
      ),
    })),
  };
}

const invalid = (file: string, { line, col }: { line: number; col: number }, message: string): LessonError =>
  new LessonError(
    'lesson-file-invalid',
    `${file}:${line}:${col}  ${message}`,
    'Mend the lesson at this place; docs/lessons.md has the form of a lesson and every condition.',
  );

/** Where the value stands that a problem is about, or the nearest one around it; of a wrong name, where the name stands. */
function offsetOf(document: ReturnType<typeof parseDocument>, { pointer, isName }: InputProblem): number {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (isName) {
    const parent: unknown = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents;
    const start = startOfKey(parent, keys.at(-1) ?? '');
    if (start !== undefined) return start;
  }
  for (let length = keys.length; length > 0; length -= 1) {
    const start = startOf(document.getIn(keys.slice(0, length), true));
    if (start !== undefined) return start;
  }
  return startOf(document.contents) ?? 0;
}

function startOf(node: unknown): number | undefined {
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
  return Array.isArray(range) ? Number(range[0]) : undefined;
}

function startOfKey(node: unknown, name: string): number | undefined {
  const items: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'items') : undefined;
  if (!Array.isArray(items)) return undefined;
  const pair: unknown = items.find((item) => String(Reflect.get(Object(item), 'key')) === name);
  return startOf(Reflect.get(Object(pair), 'key'));
}
