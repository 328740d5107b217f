import type { Credentials } from '../../mock-server/index.js';
import type { LessonView } from '../api.js';
import type { Attempt } from './attempt.js';
import type { Lesson } from './lesson.js';
import { textBlocks } from './markdown.js';

/** What stands for the placeholders of a lesson's text. */
export interface LearnersPlace {
  /** Where the learner reaches the tenant, without a slash at the end. */
  readonly address: string;
  readonly tenant: string;
  readonly credentials: Credentials;
}

/** A lesson as it is shown, with the learner's own address and credentials in its commands. */
export function lessonView(
  { id, title, goal, text, steps }: Lesson,
  number: number,
  attempt: Attempt | undefined,
  place: LearnersPlace,
): LessonView {
  const values: Readonly<Record<string, string>> = {
    address: place.address,
    origin: place.address.slice(0, -place.tenant.length - 1),
    tenant: place.tenant,
    client: `${place.credentials.clientId}:${place.credentials.clientSecret}`,
  };
  const shown = (markdown: string) =>
    textBlocks(markdown.replaceAll(/\{\{(\w+)\}\}/g, (found, name: string) => values[name] ?? found));
  const reached = attempt?.reached() ?? [];
  return {
    id,
    number,
    title,
    goal,
    text: shown(text),
    begun: attempt !== undefined,
    steps: steps.map(({ text: what, hint }, at) => ({
      text: shown(what),
      ...(hint === undefined ? {} : { hint: shown(hint) }),
      done: reached[at] ?? false,
      lacking: attempt?.lacking(at) ?? [],
    })),
  };
}
