import type { BenchView, ExchangeFacts } from '../../workbench/index.js';
import { admin } from '../api/admin.js';
import { eventStream } from '../api/event-stream.js';
import { ApiProblem } from '../api/http.js';
import { benchPath, workbench } from '../api/workbench.js';
import { type Live, NOTHING, withExchange } from './live.js';

/** How long changes are gathered before both sides are read again, in milliseconds; and how long a reading is the last one. */
const GATHER = 150;
const APART = 600;
/** How often what sends no events is read: the clock, tokens, faults. */
const POLL = 2000;
/** How often both sides are read even if nothing is known to have changed. */
const SELDOM = 10_000;
/** How long a broken stream rests. */
const REST = 1000;

export interface Following {
  /** Reads again what actions change. */
  refresh(): void;
  stop(): void;
}

/**
 * Follows a tenant: the stream of its bench while the page is to be seen (browsers allow a server few connections), and readings
 * of what the stream does not carry.
 * @param tell told of everything that is new
 * @param refused told when the simulator wants the admin token
 */
export function follow(
  tenant: string,
  tell: (change: (live: Live) => Live) => void,
  refused: (problem: ApiProblem) => void,
): Following {
  let leave: AbortController | undefined;
  let lastId = 0;
  let lastRead = Number.NEGATIVE_INFINITY;
  let due: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const complain = (error: unknown): void => {
    if (stopped) return;
    if (error instanceof ApiProblem && error.status === 401) refused(error);
    const trouble = error instanceof ApiProblem ? error.message : 'The simulator does not answer.';
    tell((live) => ({ ...live, trouble }));
  };

  async function read(): Promise<void> {
    const [sides, steps, licences] = await Promise.all([
      workbench.sides(tenant),
      workbench.steps(tenant),
      admin.licences(tenant),
    ]);
    tell((live) => ({ ...live, sides, steps, licences }));
    await poll();
  }

  async function poll(): Promise<void> {
    const known = lastId;
    const [clock, tokens, faults, { requests }] = await Promise.all([
      admin.clock(tenant),
      admin.tokens(tenant),
      admin.faults(tenant),
      admin.tenant(tenant),
    ]);
    tell((live) => ({ ...live, clock, clockReadAt: performance.now(), tokens, faults, trouble: undefined }));
    if (requests < known) beginAnew();
  }

  /** The traffic was cleared: its numbers begin at 1 again. */
  function beginAnew(): void {
    lastId = 0;
    tell((live) => ({ ...live, exchanges: [] }));
    leave?.abort();
    leave = undefined;
    follower();
  }

  function gather(): void {
    if (stopped) return;
    due ??= setTimeout(
      () => {
        due = undefined;
        lastRead = performance.now();
        read().catch(complain);
      },
      Math.max(GATHER, lastRead + APART - performance.now()),
    );
  }

  function take(type: string, data: string): void {
    if (type === 'bench') {
      const bench: BenchView = JSON.parse(data);
      tell((live) => ({ ...live, bench, trouble: undefined }));
      gather();
      return;
    }
    if (type === 'forgotten') {
      lastId = 0;
      tell((live) => ({ ...live, exchanges: [] }));
      return;
    }
    const exchange: ExchangeFacts = JSON.parse(data);
    lastId = exchange.id;
    tell((live) => ({ ...live, exchanges: withExchange(live.exchanges, exchange) }));
    if (mayChange(exchange)) gather();
  }

  async function listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        for await (const { type, data } of eventStream(
          `${benchPath(tenant)}/events?afterId=${lastId}`,
          signal,
        )) {
          take(type, data);
        }
      } catch (error) {
        if (signal.aborted) return;
        complain(error);
        if (error instanceof ApiProblem && error.status < 500) return;
      }
      await new Promise((rested) => setTimeout(rested, REST));
    }
  }

  function follower(): void {
    if (document.hidden) {
      leave?.abort();
      leave = undefined;
    } else if (leave === undefined) {
      leave = new AbortController();
      void listen(leave.signal);
    }
  }

  tell(() => NOTHING);
  follower();
  document.addEventListener('visibilitychange', follower);
  const polling = setInterval(() => {
    if (document.hidden || due !== undefined) return;
    if (performance.now() - lastRead > SELDOM) gather();
    else poll().catch(complain);
  }, POLL);
  return {
    refresh: gather,
    stop() {
      stopped = true;
      leave?.abort();
      clearInterval(polling);
      clearTimeout(due);
      document.removeEventListener('visibilitychange', follower);
    },
  };
}

/** Who only reads changes nothing, unless a fault does. */
const mayChange = ({ method, fault }: ExchangeFacts): boolean => method !== 'GET' || fault !== undefined;
