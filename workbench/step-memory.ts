import type { Connector, RepositoryStore, RequestTrace } from '../connector/index.js';
import { ExtensionProblem, type Tenant } from '../mock-server/index.js';
import type { BenchRun } from './run.js';
import type { Tape } from './tape.js';

/** So many calls are remembered; a run with more of them cannot be led back call by call. */
const CALLS = 300;

/** What the tenant was like when a call went out. */
interface Moment {
  readonly restore: () => void;
  /** How many exchanges the run had seen. */
  readonly seen: number;
  readonly request: RequestTrace;
}

/** What the steps of one run are remembered with. */
export interface StepMemory {
  readonly run: number;
  /** Whether a call went out that can be taken back. */
  canGoBack(): boolean;
  /** Remembers the tenant: a call is about to go out. */
  callGoes(request: RequestTrace, run: BenchRun): void;
  /**
   * Puts the tenant back to before the last call, and the EIC side and the connector to before the run, which is then to be run
   * again: up to that call the tape answers. Gives what the tenant saw of the calls before, and the call.
   * @throws ExtensionProblem `no-call-back`
   */
  goBack(run: BenchRun): { readonly seen: ReturnType<BenchRun['seen']>; readonly call: RequestTrace };
}

/** Begins to remember the steps of a run, before it begins. */
export function rememberSteps(
  run: number,
  {
    tenant,
    repository,
    connector,
    tape,
  }: {
    readonly tenant: Tenant;
    readonly repository: RepositoryStore;
    readonly connector: Connector;
    readonly tape: Tape;
  },
): StepMemory {
  const moments: Moment[] = [];
  let lost = false;
  let restoreEic = repository.remember();
  const restoreConnector = connector.remember();
  tape.record();
  return {
    run,
    canGoBack: () => moments.length > 0 && !lost,
    callGoes(request, { seen }) {
      lost ||= moments.length >= CALLS || !tape.mark();
      if (lost) {
        moments.length = 0;
        tape.stop();
        return;
      }
      moments.push({ restore: tenant.remember(), seen: seen().length, request });
    },
    goBack({ seen }) {
      const last = moments.pop();
      if (last === undefined)
        throw new ExtensionProblem(409, 'no-call-back', `No call of run ${run} can be taken back.`);
      last.restore();
      restoreEic();
      // What was given back changes from now on.
      restoreEic = repository.remember();
      restoreConnector();
      tape.rewind(moments.length);
      return { seen: seen().slice(0, last.seen), call: last.request };
    },
  };
}
