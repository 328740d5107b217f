import { setTimeout as wait } from 'node:timers/promises';
import type { Connector, ConnectorOptions, ImportOptions, SecuritySystem } from './connector.js';
import { createTarget } from './http/target.js';
import { testConnection } from './http/test-connection.js';
import { type ImportContext, USER_DOCUMENT } from './import/context.js';
import { importUsers } from './import/import-users.js';
import { importAccess, importAccounts } from './import/run-import.js';
import { usersImported, warnUsersFirst } from './import/users-first.js';
import type { ImportMode } from './import/whole.js';
import { JOB_TASK_TYPES, jobsOf } from './jobs/jobs.js';
import { runProvisioningJob } from './jobs/provisioning-job.js';
import type { Outcome } from './outcome.js';
import type { ProvisioningContext } from './provisioning/context.js';
import { provision } from './provisioning/provision.js';
import { submit } from './provisioning/requests.js';
import { TASK_TYPES } from './provisioning/task-types.js';
import { memoryStorage } from './repository/storage.js';
import { createStore } from './repository/store.js';
import { beginRun, problemOf, type Run } from './run.js';
import type { TraceStep } from './trace.js';

const SYSTEM: Omit<SecuritySystem, 'name' | 'endpoint'> = {
  accountNameRule: '${user.username}',
  correlationRule: 'users.username = accounts.name',
  provisioningTries: 5,
};

/** A generator with a fixed seed (mulberry32): runs repeat exactly unless the caller passes its own randomness. */
function seeded(seed: number) {
  let state = seed;
  return {
    next(): number {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
    remember(): () => void {
      const before = state;
      return () => {
        state = before;
      };
    },
  };
}

/** Runs flows one after the other, as the single threaded job does. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

function modeOf(options: ImportOptions | undefined): ImportMode {
  return options?.incremental === true ? 'incremental' : 'full';
}

/** A connector for one connection package. Nothing is sent before a flow is run. */
export function createConnector(options: ConnectorOptions): Connector {
  const now = () => options.clock.now();
  const draws = seeded(1);
  const random = options.random ?? draws.next;
  const source = options.package;
  const system: SecuritySystem = {
    ...SYSTEM,
    name: source.name,
    endpoint: source.name,
    ...options.securitySystem,
  };
  const store = options.repository ?? createStore(memoryStorage());
  for (const identity of options.identities ?? []) store.putIdentity(identity);
  const trace: TraceStep[] = [];
  const target = createTarget({
    connection: source.document('ConnectionJSON'),
    config: source.document('ConfigJSON'),
    credentials: options.credentials,
    fetch: options.fetch,
    beforeSend: options.beforeSend ?? (async () => 'send' as const),
    mapUrl: options.mapUrl ?? ((url) => url),
    shownAddress: options.shownAddress ?? 'package',
    keepsHost: options.keepsHost ?? false,
    sleep: options.sleep ?? ((milliseconds) => wait(milliseconds)),
    environment: { now, random, timeZone: options.timeZone ?? 'UTC', locale: options.locale ?? 'en-US' },
  });
  const inTurn = queue();
  const begin = (flow: string): Run => beginRun({ flow, now, semantics: options.semantics ?? {}, trace });
  const provisioning: ProvisioningContext = { target, store, source, system, now, random };
  const importing = (run: Run): ImportContext => ({
    run,
    target,
    store,
    source,
    system,
    progress: options.progress ?? (() => undefined),
  });
  const hasUsers = source.document(USER_DOCUMENT).state === 'ok';
  const jobs = jobsOf(source.name, system.name, hasUsers);

  async function history<T extends Outcome>(
    id: string,
    mode: ImportMode | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    const outcome = await work();
    const definition = jobs.find((job) => job.id === id);
    store.insertJob({
      job: definition?.job ?? id,
      parameters: { ...definition?.parameters, ...(mode !== undefined && { full_or_incremental: mode }) },
      status: outcome.status,
      message: outcome.problems[0]?.message ?? '',
      startedAt: outcome.startedAt,
      endedAt: outcome.endedAt,
    });
    await store.save();
    return outcome;
  }

  return {
    repository: store,
    trace,
    jobs,
    remember() {
      const parts = [target.remember(), draws.remember()];
      return () => {
        for (const restore of parts) restore();
      };
    },
    identify: (identity) => store.putIdentity(identity),
    testConnection: () =>
      inTurn(() => testConnection(source.document('ConnectionJSON'), begin('test-connection'), target)),
    importUsers: (given) =>
      inTurn(() =>
        history('import-users', modeOf(given), () =>
          importUsers(importing(begin('import-users')), modeOf(given)),
        ),
      ),
    importAccounts: (given) =>
      inTurn(() =>
        history('import-accounts', modeOf(given), () => {
          const run = begin('import-accounts');
          if (hasUsers && !usersImported(store)) warnUsersFirst(run);
          return importAccounts(importing(run), modeOf(given));
        }),
      ),
    importAccess: (given) =>
      inTurn(() =>
        history('import-access', modeOf(given), () =>
          importAccess(importing(begin('import-access')), modeOf(given)),
        ),
      ),
    provision: (request) => inTurn(() => provision(request, begin(request.type), provisioning)),
    request: (request) =>
      inTurn(async () => {
        const run = begin(request.type);
        try {
          const [task] = submit([request], {}, run, provisioning).tasks;
          await store.save();
          return { ...run.end('ok'), task, account: undefined };
        } catch (error) {
          const found = problemOf(error, { document: TASK_TYPES[request.type].document, pointer: '' });
          return { ...run.end('failed', [found]), task: undefined, account: undefined };
        }
      }),
    submit: (requests, details = {}) =>
      inTurn(async () => {
        const run = begin('request');
        try {
          const submitted = submit(requests, details, run, provisioning);
          await store.save();
          return { ...run.end('ok'), ...submitted };
        } catch (error) {
          const { document } = TASK_TYPES[requests[0]?.type ?? 'create'];
          const found = problemOf(error, { document, pointer: '' });
          return { ...run.end('failed', [found]), request: undefined, tasks: [] };
        }
      }),
    runProvisioningJob: (types) =>
      inTurn(() =>
        history('provisioning', undefined, () =>
          runProvisioningJob(begin('provisioning-job'), provisioning, {
            types: types ?? JOB_TASK_TYPES,
            beginTask: begin,
          }),
        ),
      ),
    task: (id) => store.task(id),
  };
}
