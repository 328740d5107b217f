import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { BroughtView, PackageView } from '../../workbench/index.js';
import type { ApiProblem } from '../api/http.js';
import { workbench } from '../api/workbench.js';
import { type Brought, bringRequestOf } from '../dropped-files.js';
import { counted } from '../format.js';
import { ActContext, wordsOf } from '../state/act.js';
import { addressOf, type Route } from '../state/route.js';
import { useDrafts } from '../state/use-drafts.js';
import { useDrop } from '../state/use-drop.js';
import { useLive } from '../state/use-live.js';
import { useNotice } from '../state/use-notice.js';
import { LessonPanel } from './lesson-panel.js';
import { LessonsPage } from './lessons-page.js';
import { LiveView } from './live-view.js';
import { PackagePage } from './package-page.js';

export interface TenantPageProps {
  readonly tenant: string;
  readonly route: Route;
  readonly refused: (problem: ApiProblem) => void;
  readonly header: (nav: ComponentChildren) => ComponentChildren;
}

/** One tenant with its bench: the views, what they share, and files that are dropped anywhere. */
export function TenantPage({ tenant, route, refused, header }: TenantPageProps) {
  const live = useLive(tenant, refused);
  const [notice, tell] = useNotice(route.view);
  const [source, setSource] = useState<PackageView | undefined>();
  const chosen = live.bench?.package.id;

  const act = useCallback(
    async (done: string | (() => string), work: () => Promise<unknown>) => {
      try {
        await work();
        tell('done', typeof done === 'string' ? done : done());
      } catch (error) {
        tell('refused', wordsOf(error));
      }
    },
    [tell],
  );
  useEffect(() => {
    if (chosen === undefined) return;
    workbench.package(tenant).then(setSource, (error) => tell('refused', wordsOf(error)));
  }, [chosen, tenant, tell]);

  const bring = useCallback(
    (brought: Brought) => {
      let done = '';
      return act(
        () => done,
        async () => {
          done = broughtWords(await workbench.bring(tenant, await bringRequestOf(brought)));
        },
      );
    },
    [act, tenant],
  );
  useDrop(bring);
  const words = live.trouble ?? notice?.text ?? '';
  const errors = useMemo(
    () => source?.findings.filter(({ severity }) => severity === 'error').length ?? 0,
    [source],
  );
  const current = (view: Route['view']) => (route.view === view ? ('page' as const) : undefined);
  const drafts = useDrafts();
  const lesson = useOpenLesson(route);
  const course = live.bench?.course;

  return (
    <ActContext.Provider value={act}>
      <div class={`page ${route.view}`}>
        {header(
          <nav aria-label="Views">
            <a href={addressOf({ view: 'live', tenant })} aria-current={current('live')}>
              Live
            </a>
            <a href={addressOf({ view: 'package', tenant })} aria-current={current('package')}>
              Package
              {source !== undefined && (
                <span class={errors > 0 ? 'count bad' : 'count'}>
                  {counted(source.findings.length, 'finding')}
                </span>
              )}
            </a>
            {course !== undefined && course.lessons > 0 && (
              <a
                href={addressOf({ view: 'lessons', tenant, ...(lesson && !route.lesson ? { lesson } : {}) })}
                aria-current={current('lessons')}
              >
                Lessons
                <span class="count">
                  {course.lessonsDone.length} of {course.lessons}
                </span>
              </a>
            )}
          </nav>,
        )}
        <div class="notices">
          <p role="status">
            {words !== '' && (
              <span
                key={notice?.id}
                class={`notice ${live.trouble === undefined ? notice?.kind : 'refused'}`}
              >
                {words}
              </span>
            )}
          </p>
        </div>
        <div class={lesson === undefined ? 'room' : 'room with-lesson'}>
          {lesson !== undefined && <LessonPanel key={lesson} tenant={tenant} lesson={lesson} live={live} />}
          {route.view === 'package' ? (
            <PackagePage
              tenant={tenant}
              live={live}
              route={route}
              source={source}
              onSource={setSource}
              onBring={bring}
              drafts={drafts}
            />
          ) : route.view === 'lessons' && route.lesson === undefined ? (
            <LessonsPage tenant={tenant} live={live} />
          ) : (
            <LiveView tenant={tenant} live={live} onBring={bring} />
          )}
        </div>
      </div>
    </ActContext.Provider>
  );
}

/** What became of files that were brought. */
function broughtWords({ package: chosen, standIns }: BroughtView): string {
  if (standIns.length === 0) return `${chosen.name} is chosen; the EIC side is new.`;
  const own = standIns.length === 1 ? 'stands in for that' : 'stand in for those';
  return `${standIns.join(', ')} ${own} of the package in use; the EIC side stays as it is.`;
}

/** The lesson that is open: it stays beside the package, until somebody goes to the live view or the list of lessons. */
function useOpenLesson({ view, lesson }: Route): string | undefined {
  const [open, setOpen] = useState(lesson);
  const now = view === 'package' ? open : lesson;
  useEffect(() => setOpen(now), [now]);
  return now;
}
