import { useEffect, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/http.js';
import { follow } from './follow.js';
import { type Live, NOTHING } from './live.js';

/** Follows a tenant as long as the component is there. */
export function useLive(tenant: string, refused: (problem: ApiProblem) => void): Live {
  const [live, setLive] = useState(NOTHING);
  useEffect(() => follow(tenant, (change) => setLive(change), refused), [tenant, refused]);
  return live;
}

/** The page's stopwatch, read again every so many milliseconds. */
export function useStopwatch(everyMs: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(performance.now()), everyMs);
    return () => clearInterval(ticking);
  }, [everyMs]);
  return now;
}
