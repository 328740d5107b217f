import type { Extension, Simulator } from '../mock-server/index.js';

/** Where the workbench stands. */
export interface WorkbenchOptions {
  /** The simulator that it is served by; asked for with the first request, when it has started. */
  readonly simulator: () => Pick<Simulator, 'tenants' | 'certificate'>;
  /** The folder of the packages that come with jama-sim. */
  readonly packages: string;
  /** The folder of the lessons; without it there are none. */
  readonly lessons?: string | undefined;
}

/** Packages that are dropped in may be so large, in Base64. */
const BODY_LIMIT = 24_000_000;

/**
 * The workbench below `/__workbench`: where the connector meets the tenants of a simulator, for people to look at. Nothing of the
 * connector is loaded before the first request.
 */
export function workbench(options: WorkbenchOptions): Extension {
  return {
    path: '/__workbench',
    bodyLimit: BODY_LIMIT,
    heedsAccess: true,
    load: async ({ stopping }) =>
      (await import('./routes.js')).workbenchRoutes({ ...options.simulator(), ...options, stopping }),
  };
}

/**
 * Reads lessons, to say at once what is wrong with them.
 * @throws LessonError whose message begins with the place
 */
export async function checkLessons(folders: Pick<WorkbenchOptions, 'lessons' | 'packages'>): Promise<void> {
  await (await import('./lessons/index.js')).readLessons(folders);
}

/** Every condition of the steps of lessons as a table in Markdown. */
export const conditionsTable = async (): Promise<string> =>
  (await import('./lessons/index.js')).conditionsTable();
