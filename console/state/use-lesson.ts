import { useEffect, useRef, useState } from 'preact/hooks';
import type { LessonView } from '../../workbench/index.js';
import { workbench } from '../api/workbench.js';
import { wordsOf } from './act.js';
import type { Live } from './live.js';

export interface FollowedLesson {
  readonly view: LessonView | undefined;
  /** Why it cannot be shown. */
  readonly trouble: string | undefined;
}

/** A lesson as it stands: read again whenever something of the tenant or its bench has changed, one reading at a time. */
export function useLesson(tenant: string, lesson: string, live: Live): FollowedLesson {
  const [followed, setFollowed] = useState<FollowedLesson>({ view: undefined, trouble: undefined });
  const reading = useRef({ busy: false, again: false, wanted: '' });
  const { bench, clockReadAt, exchanges } = live;
  // The bench, the clock and the traffic say when to read, not what.
  useEffect(() => {
    const state = reading.current;
    state.wanted = `${tenant} ${lesson}`;
    if (state.busy) {
      state.again = true;
      return;
    }
    const read = async (): Promise<void> => {
      state.busy = true;
      do {
        state.again = false;
        const wanted = `${tenant} ${lesson}`;
        const next = await workbench.lesson(tenant, lesson).then(
          (view) => ({ view, trouble: undefined }),
          (error: unknown) => ({ view: undefined, trouble: wordsOf(error) }),
        );
        if (state.wanted === wanted) setFollowed(next);
      } while (state.again && state.wanted === `${tenant} ${lesson}`);
      state.busy = false;
    };
    void read();
  }, [tenant, lesson, bench, clockReadAt, exchanges.length]);
  return followed.view?.id === lesson || followed.view === undefined
    ? followed
    : { view: undefined, trouble: undefined };
}
