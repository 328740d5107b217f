import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Notice } from './act.js';

/** How long it stays that something was done, in milliseconds. */
const STAYS = 5000;

/**
 * What the last action came to, and what tells it. That something was done ends by itself; what was refused stays until the next
 * notice. Neither outlasts a change of view.
 */
export function useNotice(
  view: string,
): [notice: Notice | undefined, tell: (kind: Notice['kind'], text: string) => void] {
  const [notice, setNotice] = useState<Notice | undefined>();
  const tell = useCallback(
    (kind: Notice['kind'], text: string) =>
      setNotice((before) => ({ id: (before?.id ?? 0) + 1, kind, text })),
    [],
  );
  useEffect(() => {
    if (notice?.kind !== 'done') return;
    const ending = setTimeout(() => setNotice(undefined), STAYS);
    return () => clearTimeout(ending);
  }, [notice]);
  useEffect(() => () => setNotice(undefined), [view]);
  return [notice, tell];
}
