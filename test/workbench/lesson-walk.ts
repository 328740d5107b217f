import type { CourseView, LessonView, RunFacts, RunRequest } from '../../workbench/index.js';
import { type WorkbenchUnderTest, workbenchUnderTest } from '../helpers/workbench-under-test.js';

/** Somebody who takes a lesson over the API: does what its text says, and looks at its steps. */
export interface Learner extends WorkbenchUnderTest {
  begin(): Promise<LessonView>;
  lesson(): Promise<LessonView>;
  /** Runs a flow whole. */
  flow(flow: RunRequest['flow'], more?: Partial<RunRequest>): Promise<RunFacts>;
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Which steps are reached, as crosses and dots. */
  steps(): Promise<string>;
  course(): Promise<CourseView>;
}

/** A learner on a tenant of their own. */
export async function learnerOf(lesson: string, folder?: string): Promise<Learner> {
  const bench = await workbenchUnderTest({}, folder);
  const path = `/tenants/jama/lessons/${lesson}`;
  const view = () => bench.ask<LessonView>('GET', path);
  return {
    ...bench,
    begin: () => bench.ask('POST', `${path}/begin`),
    lesson: view,
    async flow(flow, more = {}) {
      await bench.run({ flow, mode: 'whole', ...more });
      return bench.ended();
    },
    async admin(method, path, body) {
      const response = await fetch(`${bench.origin}/__admin/tenants/jama${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return response.status === 204 ? undefined : response.json();
    },
    steps: async () => (await view()).steps.map(({ done }) => (done ? 'x' : '.')).join(''),
    course: () => bench.ask('GET', '/tenants/jama/lessons'),
  };
}
