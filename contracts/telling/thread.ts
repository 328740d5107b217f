import { parentPort } from 'node:worker_threads';
import { scenarios } from '../scenarios/index.js';
import { here } from './tell-here.js';
import type { Telling } from './telling.js';
import { type Answer, packageOf, type Question } from './thread-messages.js';

/** What a thread of its own does: it answers each question with a telling. */
let given: ReturnType<typeof packageOf> | undefined;

parentPort?.on('message', (question: Question) => {
  if (question.package) given = packageOf(question.package);
  answered(question.scenario).then(
    (telling) => parentPort?.postMessage({ telling } satisfies Answer),
    (failure: unknown) => parentPort?.postMessage({ failure } satisfies Answer),
  );
});

async function answered(id: string): Promise<Telling> {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario || !given) throw new Error(`There is no scenario ${id}, or no package to tell it of.`);
  return here.tell(given, scenario);
}
