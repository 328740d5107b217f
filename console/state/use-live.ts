import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/http.js';
import { type Following, follow } from './follow.js';
import { type Live, NOTHING } from './live.js';

/** Follows a tenant as long as the component is there; `refresh` reads again at once. */
export function useLive(
  tenant: string,
  refused: (problem: ApiProblem) => void,
): { readonly live: Live; readonly refresh: () => void } {
  const [live, setLive] = useState(NOTHING);
  const following = useRef<Following | undefined>(undefined);
  useEffect(() => {
    const one = follow(tenant, (change) => setLive(change), refused);
    following.current = one;
    return () => one.stop();
  }, [tenant, refused]);
  const refresh = useCallback(() => following.current?.refresh(), []);
  return { live, refresh };
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
