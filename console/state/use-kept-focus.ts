import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus on to the first of some elements when the one that had it is gone: a view has taken the place of another.
 * @param next a selector within the element that the result is put on
 * @param view tells one view from the other
 */
export function useKeptFocus(next: string, view: unknown) {
  const box = useRef<HTMLElement>(null);
  const last = useRef<Element | undefined>(undefined);
  useEffect(() => {
    const isGone = last.current !== undefined && !last.current.isConnected;
    if (!isGone || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>(next)?.focus();
  }, [next, view]);
  return {
    ref: box,
    onFocusIn: ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : undefined;
    },
  };
}
