import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { OverviewRow } from '../../workbench/index.js';
import { ApiProblem } from '../api/http.js';
import { workbench } from '../api/workbench.js';
import { wordsOf } from './act.js';

/** How often all tenants are read, in milliseconds. */
const POLL = 1000;

/** The overview of all tenants while the page is to be seen; `trouble` says why nothing new arrives. */
export interface Overview {
  readonly rows: readonly OverviewRow[] | undefined;
  readonly trouble: string | undefined;
  /** Shows what an action answered with. */
  readonly show: (rows: readonly OverviewRow[]) => void;
}

/** Reads the overview each second, one answer for all tenants. */
export function useOverview(refused: (problem: ApiProblem) => void): Overview {
  const [rows, setRows] = useState<readonly OverviewRow[] | undefined>();
  const [trouble, setTrouble] = useState<string | undefined>();
  const reading = useRef(false);

  const read = useCallback(async () => {
    if (document.hidden || reading.current) return;
    reading.current = true;
    try {
      setRows(await workbench.overview());
      setTrouble(undefined);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) refused(error);
      setTrouble(wordsOf(error));
    }
    reading.current = false;
  }, [refused]);

  useEffect(() => {
    void read();
    const polling = setInterval(() => void read(), POLL);
    const seen = () => void read();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(polling);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [read]);
  return { rows, trouble, show: setRows };
}
