import type { BenchView, ExchangeFacts, StateNews } from '../../workbench/index.js';
import { eventStream } from '../api/event-stream.js';
import { ApiProblem } from '../api/http.js';
import { benchPath } from '../api/workbench.js';
import { type Live, NOTHING, withExchange, withState } from './live.js';

/** How long a broken or a refused stream rests, in milliseconds. */
const REST = 1000;

/**
 * Follows a tenant by the stream of its bench, which tells everything that a page shows, while the page is to be seen: browsers allow
 * a server few connections.
 * @param tell told of everything that is new
 * @param refused told when the simulator wants the admin token
 * @returns ends it
 */
export function follow(
  tenant: string,
  tell: (change: (live: Live) => Live) => void,
  refused: (problem: ApiProblem) => void,
): () => void {
  let leave: AbortController | undefined;
  let lastId = 0;

  const complain = (error: unknown): void => {
    const trouble = error instanceof ApiProblem ? error.message : 'The simulator does not answer.';
    tell((live) => ({ ...live, trouble }));
  };

  function take(type: string, data: string): void {
    if (type === 'bench') {
      const bench: BenchView = JSON.parse(data);
      tell((live) => ({ ...live, bench, trouble: undefined }));
    } else if (type === 'state') {
      const news: StateNews = JSON.parse(data);
      const readAt = performance.now();
      tell((live) => ({ ...withState(live, news, readAt), trouble: undefined }));
    } else if (type === 'forgotten') {
      lastId = 0;
      tell((live) => ({ ...live, exchanges: [] }));
    } else {
      const exchange: ExchangeFacts = JSON.parse(data);
      lastId = exchange.id;
      tell((live) => ({ ...live, exchanges: withExchange(live.exchanges, exchange) }));
    }
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
        if (error instanceof ApiProblem && error.status === 401) {
          refused(error);
          return;
        }
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
  return () => {
    document.removeEventListener('visibilitychange', follower);
    leave?.abort();
  };
}
