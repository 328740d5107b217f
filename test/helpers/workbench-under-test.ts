import { resolve } from 'node:path';
import { afterEach } from '@jest/globals';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../mock-server/index.js';
import {
  type BenchView,
  type DroppedFile,
  type RunFacts,
  type RunRequest,
  workbench,
} from '../../workbench/index.js';

export interface WorkbenchUnderTest {
  readonly simulator: Simulator;
  readonly origin: string;
  /** Asks the workbench; what it refuses is a rejection with its code. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** The status and body of an answer, refused or not. */
  raw(method: string, path: string, body?: unknown): Promise<{ status: number; body: { code?: string } }>;
  run(request: RunRequest): Promise<BenchView>;
  /** The last run, when it is as the test wants it. */
  until(wanted: (run: RunFacts) => boolean): Promise<RunFacts>;
  /** The last run when it has ended. */
  ended(): Promise<RunFacts>;
}

/** The folder of the packages that come with jama-sim. */
export const PACKAGES = resolve(import.meta.dirname, '../../fixtures/packages');
/** The folder of the course that comes with jama-sim. */
export const LESSONS = resolve(import.meta.dirname, '../../fixtures/lessons');

const running = new Set<Simulator>();
afterEach(async () => {
  await Promise.all([...running].map((one) => one.stop()));
  running.clear();
});

/** Starts a simulator with a workbench. */
export async function workbenchUnderTest(
  options: SimulatorOptions = {},
  lessons = LESSONS,
): Promise<WorkbenchUnderTest> {
  const simulator: Simulator = await startSimulator({
    users: 60,
    groups: 4,
    ...options,
    extensions: [workbench({ simulator: () => simulator, packages: PACKAGES, lessons })],
  });
  running.add(simulator);
  const { origin } = new URL(simulator.url);

  const raw: WorkbenchUnderTest['raw'] = async (method, path, body) => {
    const response = await fetch(`${origin}/__workbench${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as { code?: string } };
  };
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await raw(method, path, body);
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }
  async function until(wanted: (run: RunFacts) => boolean): Promise<RunFacts> {
    for (let tries = 0; tries < 400; tries += 1) {
      const last = (await ask<BenchView>('GET', '/tenants/jama')).runs.at(-1);
      if (last !== undefined && wanted(last)) return last;
      await new Promise((soon) => setTimeout(soon, 10));
    }
    throw new Error('The run never came to be as it was wanted.');
  }
  return {
    simulator,
    origin,
    ask,
    raw,
    until,
    run: (request) => ask('POST', '/tenants/jama/runs', request),
    ended: () => until(({ endedAt }) => endedAt !== null),
  };
}

/** A file as it is dropped in. */
export const dropped = (name: string, content: string | Uint8Array): DroppedFile => ({
  name,
  content: Buffer.from(content).toString('base64'),
});
